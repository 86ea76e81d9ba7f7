package org.zhigong.transform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** The rows of an example, typed as the columns of their table are declared. */
final class ExampleRows {

    private ExampleRows() {}

    /** The rows of a table; columns that are not named are null. */
    static List<Map<String, Object>> typed(List<Column> columns, YamlNode rows) {
        List<Map<String, Object>> typed = new ArrayList<>();
        for (YamlNode row : rows.items()) {
            Map<String, Object> values = new LinkedHashMap<>();
            row.entries().forEach((name, node) -> {
                Column column = column(columns, name, node);
                if (!node.isNull()) {
                    values.put(name, value(column.type(), node));
                }
            });
            typed.add(values);
        }
        return typed;
    }

    /**
     * The rows of a table that is given to {@code example}: the period is that of the example unless stated, and rows
     * of a raw table come from a file that was received on the fifth of the next month and is current.
     */
    static List<Map<String, Object>> given(TableName table, List<Column> columns, YamlNode rows, YearMonth period) {
        List<Map<String, Object>> typed = typed(columns, rows);
        List<String> names = columns.stream().map(Column::name).toList();
        for (int i = 0; i < typed.size(); i++) {
            Defaults row = new Defaults(typed.get(i), rows.items().get(i), names);
            row.put("period", period.toString());
            if (table.layer().equals("raw")) {
                addOrigin(row, i);
            }
        }
        return typed;
    }

    /** A row that is filled up with what it does not state; a stated null stays. */
    private record Defaults(Map<String, Object> row, YamlNode node, List<String> names) {
        void put(String name, Object value) {
            if (names.contains(name) && !node.entries().containsKey(name)) {
                row.put(name, value);
            }
        }
    }

    private static void addOrigin(Defaults row, int position) {
        Object month = row.row().get("period");
        if (month != null) {
            LocalDate received = YearMonth.parse(month.toString()).plusMonths(1).atDay(5);
            row.put("received_on", received);
        }
        row.put("batch_id", "b1");
        row.put("file_sha256", "sha256-of-" + row.row().get("batch_id"));
        row.put("deliverer", "110000");
        row.put("is_current", true);
        row.put(Engine.ROW_IN_FILE, (long) position);
    }

    private static Column column(List<Column> columns, String name, YamlNode node) {
        List<String> names = columns.stream().map(Column::name).toList();
        int position = names.indexOf(name);
        if (position < 0) {
            throw node.failure(
                    "unknown column '%s': expected one of %s%s".formatted(name, names, NearestNames.hint(name, names)));
        }
        return columns.get(position);
    }

    private static Object value(ColumnType type, YamlNode node) {
        String text = node.text();
        try {
            return switch (type) {
                case VARCHAR -> text;
                case BIGINT -> Long.parseLong(text.replace("_", ""));
                case DOUBLE -> Double.parseDouble(text);
                case DATE -> LocalDate.parse(text);
                case BOOLEAN -> node.isTrue();
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw node.expected("a " + type.sql());
        }
    }
}
