package org.zhigong.ingest.functions;

import java.time.LocalDate;

/** Days in the forms that real files use. */
public final class Dates {

    /** A day; issues DATE_MONTH_ONLY, DATE_2DIGIT_YEAR, DATE_DMY_MDY, DATE_IMPOSSIBLE, DATE_INVALID. */
    public static final CellParser<LocalDate> DAY = Unwritten.cell();

    /** A day, or a month as its first day. */
    public static final CellParser<LocalDate> DAY_OR_MONTH = Unwritten.cell();

    private Dates() {}
}
