package org.zhigong.ingest.codes;

import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.warehouse.SmallTable;

/**
 * One list of codes. As a parser it takes a code, a Chinese or English name or an alias, and gives the code; anything
 * else is {@code CODE_UNKNOWN}, anything but the code itself is noted as {@code CODE_ALIAS}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class CodeList implements CellParser<String> {

    private CodeList() {}

    @Override
    public @Nullable String value(String text) {
        throw new UnsupportedOperationException("To be written: " + text);
    }

    @Override
    public @Nullable String issue(String text) {
        throw new UnsupportedOperationException("To be written: " + text);
    }

    /** The list as models see it: {@code codes.<name>}. */
    public SmallTable table() {
        throw new UnsupportedOperationException("To be written");
    }
}
