package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/**
 * Something that always holds between indicators: an entry of {@code marts/identities.yaml}.
 *
 * @param label what holds, in a sentence
 * @param figures the numbers it speaks of, by the name that the condition uses
 * @param holds the condition, in SQL
 */
public record Identity(String name, Label label, Map<String, Part> figures, String holds) {

    private static final Pattern PART = Pattern.compile("([a-z][a-z0-9_]*)(?:\\[(\\w+)])?\\.(numerator|denominator)");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Label REPAIR = new Label(
            "指标定义、基础表或数据有误，请核对所列单元格；未修正前不予发布",
            "A definition, a base or the data is wrong: look into the cells named; nothing is released until then");

    /** One side of one indicator; the category is empty for all of them together. */
    record Part(String indicator, String category, String side) {

        private String sql(String alias) {
            String these = "indicator = '%s'".formatted(indicator)
                    + (category.isEmpty() ? "" : " and category = '%s'".formatted(category));
            // Every category of a cell states the same denominator; a category that no row has adds nothing.
            String value = side.equals("numerator")
                    ? "coalesce(sum(case when %s then numerator end), 0)".formatted(these)
                    : "max(case when %s then denominator end)".formatted(these);
            return "case when count(case when indicator = '%s' then 1 end) > 0 then cast(%s as bigint) end as %s"
                    .formatted(indicator, value, alias);
        }
    }

    public Identity {
        figures = new LinkedHashMap<>(figures);
    }

    /** Reads all of {@code file}. @throws SetupException naming file, line and what was expected */
    public static List<Identity> readAll(Path file) {
        List<Identity> identities = new ArrayList<>();
        for (YamlNode node : YamlNode.read(file).items()) {
            node.onlyKeys(List.of("name", "label", "figures", "holds"));
            Map<String, Part> figures = new LinkedHashMap<>();
            node.require("figures").entries().forEach((name, part) -> figures.put(word(name, part), part(part)));
            identities.add(new Identity(
                    node.require("name").text(),
                    Label.of(node.require("label")),
                    figures,
                    node.require("holds").text()));
        }
        return identities;
    }

    private static String word(String name, YamlNode node) {
        if (!WORD.matcher(name).matches()) {
            throw node.failure("expected a name in lower snake case, found '%s'".formatted(name));
        }
        return name;
    }

    private static Part part(YamlNode node) {
        Matcher matcher = PART.matcher(node.text());
        if (!matcher.matches()) {
            throw node.expected("<indicator>.numerator or .denominator, of a mix <indicator>[<category>].numerator");
        }
        String category = matcher.group(2) == null ? "" : matcher.group(2);
        return new Part(matcher.group(1), category, matcher.group(3));
    }

    /**
     * Tries this in every cell of {@code cells} in the city, its districts and reporting units, before protection. A
     * cell in which an indicator has no number says nothing.
     */
    public CheckResult check(Engine engine, TableName cells) {
        String broken = broken(cells);
        long failures = Rows.count(engine, broken);
        List<String> sample = failures == 0
                ? List.of()
                : engine
                        .query(
                                "select * from (%s) as broken order by period, place_scheme, place, breakdown, breakdown_value limit %d"
                                        .formatted(broken, CheckResult.SAMPLE))
                        .stream()
                        .map(this::shown)
                        .toList();
        return new CheckResult(name, cells.toString(), "warehouse", Severity.STOP, failures, sample, label, REPAIR);
    }

    private String broken(TableName cells) {
        String cell = "period, place_scheme, place, breakdown, breakdown_value";
        String parts = figures.entrySet().stream()
                .map(entry -> entry.getValue().sql(entry.getKey()))
                .collect(Collectors.joining(", "));
        String indicators = figures.values().stream()
                .map(part -> "'" + part.indicator() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        return """
                select * from (
                    select %1$s, %2$s
                    from %3$s
                    where indicator in (%4$s) and place_level in ('city', 'district', 'unit') and numerator is not null
                    group by %1$s, place_level
                ) as side_by_side
                where not (%5$s)""".formatted(cell, parts, cells, indicators, holds);
    }

    private String shown(Map<String, Object> row) {
        String numbers = figures.keySet().stream()
                .map(name -> name + " = " + row.get(name))
                .collect(Collectors.joining(", "));
        return "%s %s %s %s/%s: %s"
                .formatted(
                        row.get("period"),
                        row.get("place_scheme"),
                        row.get("place"),
                        row.get("breakdown"),
                        row.get("breakdown_value"),
                        numbers);
    }
}
