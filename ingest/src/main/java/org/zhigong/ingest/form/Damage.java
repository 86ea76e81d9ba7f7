package org.zhigong.ingest.form;

/** What can be wrong with a container as a whole, in words for people. */
final class Damage {

    private Damage() {}

    static RejectedFile damaged(Form form) {
        return RejectedFile.of(
                "FILE_DAMAGED",
                "%s已损坏，无法完整读取。请在原程序中打开并重新保存，或重新传送。".formatted(form.zh()),
                "The file is %s that is damaged and cannot be read whole. Open it in its program and save it again, or send"
                                .formatted(form.en())
                        + " it again.");
    }

    static RejectedFile unsafe(Form form, String zh, String en) {
        return RejectedFile.of(
                "FILE_UNSAFE",
                "%s中有%s，正常导出不会产生，可能有害，未读取。请从原系统重新导出。".formatted(form.zh(), zh),
                "The file is %s with %s, which no export writes and which may do harm; it was not read. Export it again from"
                                .formatted(form.en(), en)
                        + " its source.");
    }

    static RejectedFile tooLarge(Form form, String zh, String en) {
        return RejectedFile.of(
                "FILE_TOO_LARGE",
                "%s%s，超出可读取的限度，未读取。请拆分或改用 CSV（UTF-8）报送。".formatted(form.zh(), zh),
                "The file is %s %s, beyond what is read; nothing of it was read. Split it, or deliver CSV (UTF-8)."
                        .formatted(form.en(), en));
    }

    static RejectedFile encrypted(Form form) {
        return RejectedFile.of(
                "ENCRYPTED",
                "%s设有密码，无法读取。请取消密码后重新报送。".formatted(form.zh()),
                "The file is %s with a password, so that it cannot be read. Take the password off and deliver it again."
                        .formatted(form.en()));
    }

    static RejectedFile macro(Form form) {
        return RejectedFile.of(
                "MACRO",
                "%s含有宏，不予读取。请另存为不含宏的 .xlsx 后重新报送。".formatted(form.zh()),
                "The file is %s with macros, which is not read. Save it as .xlsx without macros and deliver that."
                        .formatted(form.en()));
    }
}
