package org.zhigong.ingest.codes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.YamlNode;

/**
 * What one federation sets differently: values of rules, by rule. Read from {@code parameters.yaml} of its inbox:
 *
 * <pre>
 * rules:
 *   concentrated_street_small_enterprises: 3
 * </pre>
 */
public record Parameters(SortedMap<String, Long> rules) {

    public Parameters {
        rules = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /** No parameters. */
    public static Parameters none() {
        return new Parameters(new TreeMap<>());
    }

    /**
     * Reads {@code file}; a missing file has no parameters.
     *
     * @param rules {@code codes.rules}, which names the rules there are
     * @throws org.zhigong.warehouse.SetupException naming file and line, for an unknown rule with the nearest names
     */
    public static Parameters read(Path file, SmallTable rules) {
        if (!Files.exists(file)) {
            return none();
        }
        SortedSet<String> known = new TreeSet<>();
        rules.rows().forEach(row -> known.add(String.valueOf(row.get("rule"))));
        SortedMap<String, Long> values = new TreeMap<>();
        YamlNode document = YamlNode.read(file).onlyKeys(List.of("rules", "synthetic", "retention", "publication"));
        document.find("rules")
                .ifPresent(node ->
                        node.onlyKeys(known).entries().forEach((rule, value) -> values.put(rule, value.integer())));
        return new Parameters(values);
    }

    /** {@code rules}, a table like {@code codes.rules}, with the values of this federation at all dates. */
    public SmallTable appliedTo(SmallTable rules) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : rules.rows()) {
            Long value = this.rules.get(String.valueOf(row.get("rule")));
            if (value == null) {
                rows.add(row);
            } else {
                Map<String, Object> changed = new HashMap<>(row);
                changed.put("value", value);
                changed.put("source", "parameters.yaml");
                rows.add(Map.copyOf(changed));
            }
        }
        return new SmallTable(rules.name(), rules.columns(), rows);
    }
}
