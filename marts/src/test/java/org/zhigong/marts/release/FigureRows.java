package org.zhigong.marts.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;

/** Rows of figures, made by hand. */
final class FigureRows {

    private FigureRows() {}

    /** A row of figures, open, in the city as a whole. */
    static Map<String, Object> figure(String indicator, String period, long numerator, long denominator) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator", indicator);
        row.put("duty", 40);
        row.put("definition_version", 1);
        row.put("period_type", "month");
        row.put("period", period);
        row.put("period_to", YearMonth.parse(period).plusMonths(1).atDay(1));
        row.put("place_scheme", "geo");
        row.put("place_level", "city");
        row.put("place", "110000");
        row.put("breakdown", "none");
        row.put("breakdown_value", "all");
        row.put("category", "all");
        row.put("numerator", numerator);
        row.put("denominator", denominator);
        row.put("value", (double) numerator / denominator);
        row.put("unit", "rate");
        row.put("status", "ok");
        row.put("persons", denominator);
        row.put("employers", 7);
        row.put("protection", "open");
        return row;
    }

    /** The same row with other values of some columns. */
    static Map<String, Object> with(Map<String, Object> figure, Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>(figure);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }

    /** The same row without a value of {@code column}. */
    static Map<String, Object> without(Map<String, Object> figure, String column) {
        Map<String, Object> row = new LinkedHashMap<>(figure);
        row.remove(column);
        return row;
    }

    /** The same figure made confidential. */
    static Map<String, Object> confidential(Map<String, Object> figure) {
        Map<String, Object> row = with(figure, "protection", "confidential", "protection_reason", "MIN_PERSONS");
        FiguresTable.WITHHELD.forEach(row::remove);
        return row;
    }

    static List<Column> figureColumns() {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("indicator", "duty", "definition_version", "period_type", "period", "period_to")) {
            columns.add(column(name));
        }
        for (String name :
                List.of("place_scheme", "place_level", "place", "breakdown", "breakdown_value", "category")) {
            columns.add(column(name));
        }
        for (String name : List.of("numerator", "denominator", "value", "lower", "upper", "unit", "target", "status")) {
            columns.add(column(name));
        }
        for (String name : List.of("persons", "employers", "protection", "protection_reason")) {
            columns.add(column(name));
        }
        return columns;
    }

    private static Column column(String name) {
        return new Column(
                name,
                switch (name) {
                    case "duty", "definition_version", "numerator", "denominator", "persons", "employers" ->
                        ColumnType.BIGINT;
                    case "period_to" -> ColumnType.DATE;
                    case "value", "lower", "upper", "target" -> ColumnType.DOUBLE;
                    default -> ColumnType.VARCHAR;
                });
    }
}
