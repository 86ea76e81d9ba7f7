package org.zhigong.ingest.functions;

/** Yes and no. */
public final class YesNo {

    /** 是 and 否 and what else is written for them; issue BOOLEAN_INVALID. */
    public static final CellParser<Boolean> YES_NO = Unwritten.cell();

    private YesNo() {}
}
