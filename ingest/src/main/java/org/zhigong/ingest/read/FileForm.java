package org.zhigong.ingest.read;

/** Refuses what is not text, whatever its name says, by its first bytes. */
final class FileForm {

    private FileForm() {}

    static void refuseOtherForms(FileFacts facts) throws RejectedFile {
        if (facts.bytes() <= facts.bom().length()) {
            throw RejectedFile.of("EMPTY_FILE", "文件是空的。请重新报送。", "The file is empty. Deliver it again.");
        }
        Head head = facts.head();
        if (head.startsWith('P', 'K', 3, 4)) {
            throw other("压缩包或 .xlsx 工作簿", "a zip archive or an .xlsx workbook");
        }
        if (head.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw other(".xls 工作簿或加密文件", "an .xls workbook or an encrypted file");
        }
        if (head.startsWith(0x1F, 0x8B)) {
            throw other("gzip 压缩文件", "a gzip archive");
        }
        if (head.startsWith('%', 'P', 'D', 'F')) {
            throw other("PDF 文件", "a PDF document");
        }
        String start = head.firstLine().strip().toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("<html") || start.startsWith("<table") || start.startsWith("<!doctype html")) {
            throw other("HTML 网页", "an HTML page");
        }
    }

    private static RejectedFile other(String zh, String en) {
        return RejectedFile.of(
                "EXT_MISMATCH",
                "文件内容是%s，不是分隔文本。请另存为 CSV（UTF-8）后报送。".formatted(zh),
                "The content is %s, not delimited text. Save it as CSV (UTF-8) and deliver that.".formatted(en));
    }
}
