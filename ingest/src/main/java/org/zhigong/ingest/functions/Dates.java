package org.zhigong.ingest.functions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in the forms that real files use. 9999-12-31, 1900-01-01 and their like have no value and no issue: they say "no
 * date" or "without end".
 */
public final class Dates {

    /**
     * A day. Issues: DATE_MONTH_ONLY, DATE_2DIGIT_YEAR, DATE_DMY_MDY, DATE_IMPOSSIBLE, DATE_INVALID. Notes: DATE_FORMS,
     * DATE_EXCEL_SERIAL, DATE_SENTINEL.
     */
    public static final CellParser<LocalDate> DAY = new Days(false);

    /** A day, or a month as its first day, which is noted as DATE_MONTH_FIRST. Issues and notes as {@link #DAY}. */
    public static final CellParser<LocalDate> DAY_OR_MONTH = new Days(true);

    /** From the year after the last convention for "no date" to the last year that is possible. */
    private static final int FIRST_SURE_YEAR = 1971;

    private static final int LAST_YEAR = 2100;

    private Dates() {}

    private record Days(boolean takesMonths) implements CellParser<LocalDate> {

        @Override
        public @Nullable LocalDate value(String text) {
            LocalDate plain = DateText.plain(text);
            if (plain != null && plain.getYear() >= FIRST_SURE_YEAR && plain.getYear() <= LAST_YEAR) {
                return plain;
            }
            DateText date = DateText.of(text);
            return date.form() == DateText.Form.MONTH && !takesMonths ? null : date.day();
        }

        @Override
        public @Nullable String issue(String text) {
            return switch (DateText.of(text).form()) {
                case PLAIN, WRITTEN, SERIAL, SENTINEL -> null;
                case MONTH -> takesMonths ? null : "DATE_MONTH_ONLY";
                case SHORT_YEAR -> "DATE_2DIGIT_YEAR";
                case DAY_OR_MONTH_FIRST -> "DATE_DMY_MDY";
                case IMPOSSIBLE -> "DATE_IMPOSSIBLE";
                case NONE -> "DATE_INVALID";
            };
        }

        @Override
        public @Nullable String note(String text) {
            return switch (DateText.of(text).form()) {
                case WRITTEN -> "DATE_FORMS";
                case SERIAL -> "DATE_EXCEL_SERIAL";
                case SENTINEL -> "DATE_SENTINEL";
                case MONTH -> takesMonths ? "DATE_MONTH_FIRST" : null;
                case PLAIN, SHORT_YEAR, DAY_OR_MONTH_FIRST, IMPOSSIBLE, NONE -> null;
            };
        }
    }
}
