package org.zhigong.ingest.functions;

/** Registered capital: amount, unit and currency in one text. */
public final class Capitals {

    /** Fen, when the currency is the yuan; no value and no issue for other currencies. */
    public static final CellParser<Long> FEN = Unwritten.cell();

    /** The currency, for example CNY; issue CAPITAL_INVALID. */
    public static final CellParser<String> CURRENCY = Unwritten.cell();

    private Capitals() {}
}
