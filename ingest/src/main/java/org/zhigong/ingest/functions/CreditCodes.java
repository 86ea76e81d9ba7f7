package org.zhigong.ingest.functions;

/** Unified social credit codes (GB 32100). */
public final class CreditCodes {

    /** The code of an employer; issues USCC_UNION, USCC_LOOKALIKE, USCC_CHECK_FAIL, USCC_LEGACY, USCC_INVALID. */
    public static final CellParser<String> EMPLOYER = Unwritten.cell();

    /** The code of a union. */
    public static final CellParser<String> UNION = Unwritten.cell();

    private CreditCodes() {}
}
