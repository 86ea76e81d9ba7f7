package org.zhigong.marts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;

/** Rows written as a text: a line of column names, then a line for each row; a dash is no value. */
final class TextTable {

    private TextTable() {}

    /** Rows of {@code columns}; a number that is not given is 0, a truth value false, a text absent. */
    static List<Map<String, Object>> rows(List<Column> columns, String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, Object> row = new LinkedHashMap<>();
            columns.forEach(column -> zero(column.type(), column.name(), row));
            for (int i = 0; i < line.size(); i++) {
                put(row, columns, lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** One row written as {@code name=value name=value}; what is not given is absent. */
    static Map<String, Object> pairs(List<Column> columns, String text) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String pair : List.of(text.strip().split("\\s+", -1))) {
            int equal = pair.indexOf('=');
            put(row, columns, pair.substring(0, equal), pair.substring(equal + 1));
        }
        return row;
    }

    private static void zero(ColumnType type, String name, Map<String, Object> row) {
        if (type == ColumnType.BIGINT) {
            row.put(name, 0L);
        } else if (type == ColumnType.BOOLEAN) {
            row.put(name, false);
        }
    }

    private static void put(Map<String, Object> row, List<Column> columns, String name, String text) {
        Column column = columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column " + name));
        if (text.equals("-")) {
            row.remove(name);
        } else {
            row.put(name, column.type() == ColumnType.BOOLEAN ? (Object) text.equals("true") : text);
        }
    }
}
