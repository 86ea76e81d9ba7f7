package org.zhigong.ingest.functions;

/** Whole numbers that count something. */
public final class Counts {

    /** A count; issues NUM_APPROX, NEGATIVE_COUNT, COUNT_INVALID. */
    public static final CellParser<Long> COUNT = Unwritten.cell();

    private Counts() {}
}
