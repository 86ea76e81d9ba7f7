package org.zhigong.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table small enough to be held in memory: a code list, the rules by date. */
public record SmallTable(TableName name, List<Column> columns, List<Map<String, Object>> rows) {

    public SmallTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A hash of names, types and values, in order. */
    public String contentHash() {
        List<String> words = new ArrayList<>();
        for (Column column : columns) {
            words.add(column.name() + " " + column.type().sql());
        }
        for (Map<String, Object> row : rows) {
            for (Column column : columns) {
                words.add(String.valueOf(row.get(column.name())));
            }
        }
        return Hashes.ofWords(words);
    }
}
