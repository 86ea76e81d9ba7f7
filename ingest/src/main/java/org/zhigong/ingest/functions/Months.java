package org.zhigong.ingest.functions;

/** Months in the forms that real files use. */
public final class Months {

    /** The month as 2025-03; issues MONTH_INVALID, DATE_2DIGIT_YEAR. */
    public static final CellParser<String> MONTH = Unwritten.cell();

    private Months() {}
}
