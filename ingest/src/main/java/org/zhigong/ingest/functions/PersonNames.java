package org.zhigong.ingest.functions;

/** Names of persons. */
public final class PersonNames {

    /** The name without spaces, with the one middle dot; NAME_VARIANT notes a change. */
    public static final CellParser<String> NAME = Unwritten.cell();

    private PersonNames() {}
}
