package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.YamlNode;

/**
 * What people call the breakdowns of figures and the values they find there: the content of
 * {@code marts/breakdowns.yaml} and of the code lists that it names.
 *
 * @param labels by breakdown, what it is called
 * @param values by breakdown and value, what it is called, in the order to show them in
 */
public record Breakdowns(Map<String, Label> labels, Map<String, Map<String, Label>> values) {

    public Breakdowns {
        labels = new LinkedHashMap<>(labels);
        values = new LinkedHashMap<>(values);
    }

    /**
     * Reads {@code file}, with the labels of {@code codes}.
     *
     * @throws SetupException naming file, line and what was expected
     */
    public static Breakdowns read(Path file, List<SmallTable> codes) {
        Map<String, Label> labels = new LinkedHashMap<>();
        Map<String, Map<String, Label>> values = new LinkedHashMap<>();
        YamlNode.read(file).entries().forEach((name, node) -> {
            node.onlyKeys(List.of("label", "codes", "values"));
            labels.put(name, Label.of(node.require("label")));
            Map<String, Label> named = new LinkedHashMap<>();
            node.find("codes").ifPresent(list -> named.putAll(ofList(list, codes)));
            node.find("values")
                    .ifPresent(all -> all.entries().forEach((value, label) -> named.put(value, Label.of(label))));
            values.put(name, named);
        });
        return new Breakdowns(labels, values);
    }

    private static Map<String, Label> ofList(YamlNode node, List<SmallTable> codes) {
        SmallTable list = codes.stream()
                .filter(table -> table.name().name().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.failure("there is no code list '%s': expected one of %s"
                        .formatted(
                                node.text(),
                                codes.stream().map(table -> table.name().name()).toList())));
        List<String> columns = list.columns().stream().map(Column::name).toList();
        if (!columns.contains("name_zh") || !columns.contains("name_en")) {
            throw node.failure("code list %s has no labels: expected the columns name_zh and name_en, found %s"
                    .formatted(node.text(), columns));
        }
        Map<String, Label> labels = new LinkedHashMap<>();
        for (Map<String, Object> row : list.rows()) {
            labels.put(Rows.text(row, columns.get(0)), new Label(Rows.text(row, "name_zh"), Rows.text(row, "name_en")));
        }
        return labels;
    }

    /** Every value of every breakdown as a row of {@code marts.breakdown_values}. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        values.forEach((breakdown, named) -> named.forEach((value, label) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            Label title = labels.getOrDefault(breakdown, label);
            row.put("breakdown", breakdown);
            row.put("breakdown_value", value);
            row.put("position", rows.size() + 1);
            row.put("breakdown_zh", title.zh());
            row.put("breakdown_en", title.en());
            row.put("name_zh", label.zh());
            row.put("name_en", label.en());
            rows.add(row);
        }));
        return rows;
    }
}
