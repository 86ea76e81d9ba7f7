package org.zhigong.ingest.functions;

/** Phone numbers. */
public final class Phones {

    /** The number; issues PHONE_MASKED, PHONE_BAD. */
    public static final CellParser<String> PHONE = Unwritten.cell();

    private Phones() {}
}
