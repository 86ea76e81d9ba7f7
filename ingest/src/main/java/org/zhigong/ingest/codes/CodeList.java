package org.zhigong.ingest.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.Texts;
import org.zhigong.warehouse.SmallTable;

/**
 * One list of codes. As a parser it takes a code, a Chinese or English name or an alias, and gives the code; anything
 * else is {@code CODE_UNKNOWN}, anything but the code itself is noted as {@code CODE_ALIAS}.
 */
public final class CodeList implements CellParser<String> {

    private final CodeTable table;
    private final Map<String, String> codes;

    private CodeList(CodeTable table, Map<String, String> codes) {
        this.table = table;
        this.codes = codes;
    }

    /** The list in {@code table}; tables of another form than code and names take only their keys. */
    static CodeList of(CodeTable table) {
        String key = table.header().get(0);
        boolean isPlain = key.equals("code") && table.header().contains("name_zh");
        Map<String, String> codes = new HashMap<>();
        long line = 1;
        for (Map<String, String> row : table.rows()) {
            line++;
            String code = row.getOrDefault(key, "");
            for (String text : isPlain ? texts(row) : List.of(code)) {
                String other = codes.putIfAbsent(Texts.code(text), code);
                if (other != null && !other.equals(code)) {
                    throw CodeTable.broken(
                            table.file(), line, "'%s' stands for %s and for %s".formatted(text, other, code));
                }
            }
        }
        return new CodeList(table, Map.copyOf(codes));
    }

    /** The code, names and aliases of a row. */
    static List<String> texts(Map<String, String> row) {
        List<String> texts = new java.util.ArrayList<>();
        row.forEach((column, text) -> {
            if (column.equals("code") || column.equals("place_code") || column.startsWith("name_")) {
                texts.add(text);
            }
        });
        for (String alias : row.getOrDefault(CodeTable.ALIASES, "").split("\\|", -1)) {
            if (!alias.isBlank()) {
                texts.add(alias);
            }
        }
        return texts;
    }

    @Override
    public @Nullable String value(String text) {
        String known = codes.get(text);
        return known != null ? known : codes.get(Texts.code(text));
    }

    @Override
    public @Nullable String issue(String text) {
        return value(text) == null ? "CODE_UNKNOWN" : null;
    }

    @Override
    public @Nullable String note(String text) {
        String value = value(text);
        return value == null || value.equals(text) ? null : "CODE_ALIAS";
    }

    /** The list as models see it: {@code codes.<name>}. */
    public SmallTable table() {
        return table.table();
    }

    CodeTable source() {
        return table;
    }
}
