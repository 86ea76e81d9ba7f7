package org.zhigong.ingest.functions;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months in the forms that real files use. */
public final class Months {

    /**
     * The month as {@code 2025-03}, also of a day in it. Issues: DATE_2DIGIT_YEAR, DATE_DMY_MDY, DATE_IMPOSSIBLE,
     * MONTH_INVALID. Notes: MONTH_FORMS.
     */
    public static final CellParser<String> MONTH = new CellParser<>() {
        @Override
        public @Nullable String value(String text) {
            if (isPlain(text)) {
                return text;
            }
            LocalDate day = DateText.of(text).day();
            return day == null ? null : YearMonth.from(day).toString();
        }

        @Override
        public @Nullable String issue(String text) {
            if (isPlain(text)) {
                return null;
            }
            return switch (DateText.of(text).form()) {
                case PLAIN, WRITTEN, SERIAL, MONTH -> null;
                case SHORT_YEAR -> "DATE_2DIGIT_YEAR";
                case DAY_OR_MONTH_FIRST -> "DATE_DMY_MDY";
                case IMPOSSIBLE -> "DATE_IMPOSSIBLE";
                case SENTINEL, NONE -> "MONTH_INVALID";
            };
        }

        @Override
        public @Nullable String note(String text) {
            return isPlain(text) || value(text) == null ? null : "MONTH_FORMS";
        }
    };

    private Months() {}

    private static boolean isPlain(String text) {
        boolean hasForm = text.length() == 7
                && text.charAt(4) == '-'
                && (text.startsWith("19") || text.startsWith("20"))
                && Texts.isDigits(text, 2, 4)
                && Texts.isDigits(text, 5, 7);
        if (!hasForm) {
            return false;
        }
        int month = Integer.parseInt(text, 5, 7, 10);
        return month >= 1 && month <= 12;
    }
}
