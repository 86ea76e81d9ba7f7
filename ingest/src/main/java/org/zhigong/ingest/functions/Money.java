package org.zhigong.ingest.functions;

/** Amounts of money, exact, in fen. */
public final class Money {

    /** An amount in yuan; issues NUM_APPROX, MONEY_INVALID, MONEY_TOO_EXACT. */
    public static final CellParser<Long> YUAN = Unwritten.cell();

    /** An amount in ten thousand yuan. */
    public static final CellParser<Long> WAN_YUAN = Unwritten.cell();

    private Money() {}
}
