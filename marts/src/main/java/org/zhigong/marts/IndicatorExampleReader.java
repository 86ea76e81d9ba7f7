package org.zhigong.marts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.YamlNode;

/** Reads the examples of one indicator. */
final class IndicatorExampleReader {

    /** In an expectation: the cell is not stated. */
    static final String ABSENT = "absent";

    private static final List<String> KEYS = List.of("name", "arithmetic", "every_row", "rows", "expect");

    private final String indicator;
    private final Base base;

    IndicatorExampleReader(String indicator, Base base) {
        this.indicator = indicator;
        this.base = base;
    }

    List<IndicatorExample> read(Optional<YamlNode> node) {
        List<IndicatorExample> examples = new ArrayList<>();
        for (YamlNode each : node.map(YamlNode::items).orElse(List.of())) {
            each.onlyKeys(KEYS);
            List<Map<String, Object>> rows = new ArrayList<>();
            for (YamlNode row : each.require("rows").items()) {
                Map<String, Object> values = zeros();
                each.find("every_row").ifPresent(every -> put(every, values));
                put(row, values);
                rows.add(values);
            }
            List<Map<String, String>> expect = new ArrayList<>();
            each.require("expect").items().forEach(cell -> expect.add(cell(cell)));
            examples.add(new IndicatorExample(
                    indicator,
                    each.require("name").text(),
                    each.require("arithmetic").text().strip(),
                    rows,
                    expect));
        }
        return examples;
    }

    private Map<String, Object> zeros() {
        Map<String, Object> zeros = new LinkedHashMap<>();
        for (Column column : base.columns()) {
            switch (column.type()) {
                case BIGINT, DOUBLE -> zeros.put(column.name(), 0L);
                case BOOLEAN -> zeros.put(column.name(), false);
                case VARCHAR, DATE -> {}
            }
        }
        return zeros;
    }

    private void put(YamlNode node, Map<String, Object> row) {
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            YamlNode value = entry.getValue();
            Column column = base.columns().stream()
                    .filter(each -> each.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> value.failure("unknown column of %s%s"
                            .formatted(base.table(), NearestNames.hint(entry.getKey(), base.columnNames()))));
            if (value.isNull()) {
                row.remove(column.name());
            } else {
                row.put(column.name(), value(column, value));
            }
        }
    }

    private static Object value(Column column, YamlNode node) {
        return switch (column.type()) {
            case BIGINT -> node.integer();
            case BOOLEAN -> node.isTrue();
            case DOUBLE -> Double.valueOf(node.text());
            case VARCHAR, DATE -> node.text();
        };
    }

    /** What is expected of one cell; a cell that is not fully named is that of the city, unsplit, in geo. */
    private static Map<String, String> cell(YamlNode node) {
        List<String> known = new ArrayList<>(CellTable.KEYS);
        known.addAll(CellTable.MEASURED);
        known.add(ABSENT);
        node.onlyKeys(known);
        Map<String, String> cell = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> cell.put(key, value.isNull() ? IndicatorExample.NULL : value.text()));
        return cell;
    }
}
