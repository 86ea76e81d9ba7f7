package org.zhigong.ingest.codes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.ingest.functions.Texts;

/** Registration types by their scheme; the same number means different things in the two schemes. */
final class Ownerships implements PairParser<String> {

    private final Map<String, String> groups = new HashMap<>();

    Ownerships(CodeTable table) {
        for (Map<String, String> row : table.rows()) {
            String scheme = row.getOrDefault("scheme", "") + "|";
            String group = row.getOrDefault("ownership_group", "");
            groups.put(scheme + row.getOrDefault("code", ""), group);
            groups.put(scheme + Texts.code(row.getOrDefault("name_zh", "")), group);
            groups.put(scheme + Texts.code(row.getOrDefault("name_en", "")), group);
        }
    }

    @Override
    public @Nullable String value(@Nullable String context, String text) {
        return context == null ? null : groups.get(context + "|" + Texts.code(text));
    }

    @Override
    public @Nullable String issue(@Nullable String context, String text) {
        if (context == null) {
            return "OWNERSHIP_SCHEME";
        }
        return value(context, text) == null ? "CODE_UNKNOWN" : null;
    }
}
