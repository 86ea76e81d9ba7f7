package org.zhigong.jobs.briefing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;

/** A language of the briefing. */
public enum Language {
    ZH,
    EN;

    /** @throws SetupException if {@code code} is neither zh nor en */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new SetupException("Unknown language '%s': expected one of %s%s"
                        .formatted(code, codes(), NearestNames.hint(code, codes()))));
    }

    private static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** As HTML names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(Label label) {
        return of(label.zh(), label.en());
    }

    String of(String zh, String en) {
        return switch (this) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
