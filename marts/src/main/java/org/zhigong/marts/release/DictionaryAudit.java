package org.zhigong.marts.release;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.Engine;

/** Whoever reads a figure finds in the same release what its indicator, place, breakdown and category mean. */
public final class DictionaryAudit {

    private static final Label REPAIR = new Label(
            "请在 marts/breakdowns.yaml、行政区划代码表或指标文件中补充中英文名称",
            "Name it in Chinese and English in marts/breakdowns.yaml, the code list of divisions or the indicator's file");

    private DictionaryAudit() {}

    /** Looks up every word of {@code marts.figures} in the dictionary tables that {@code engine} has beside it. */
    public static List<CheckResult> check(Engine engine) {
        return List.of(
                audit(
                        engine,
                        "indicators_are_explained",
                        new Label("每个指标都有定义", "Every indicator is explained"),
                        "select distinct indicator from marts.figures",
                        "marts.indicators"),
                audit(
                        engine,
                        "places_are_named",
                        new Label("每个地区都有名称", "Every place has a name"),
                        "select distinct place_scheme, place from marts.figures",
                        "marts.places"),
                audit(
                        engine,
                        "breakdown_values_are_named",
                        new Label("每个分组值都有名称", "Every value of a breakdown has a name"),
                        "select distinct breakdown, breakdown_value from marts.figures",
                        "marts.breakdown_values"),
                audit(
                        engine,
                        "categories_are_named",
                        new Label("每个类别都有名称", "Every category has a name"),
                        "select distinct 'category' as breakdown, category as breakdown_value from marts.figures",
                        "marts.breakdown_values"));
    }

    private static CheckResult audit(Engine engine, String name, Label promise, String words, String table) {
        List<String> keys =
                engine.columns(words).stream().map(column -> column.name()).toList();
        String same = keys.stream()
                .map(key -> "used.%1$s = named.%1$s".formatted(key))
                .collect(Collectors.joining(" and "));
        String order = keys.stream().map(key -> "used." + key).collect(Collectors.joining(", "));
        List<Map<String, Object>> missing = engine.query(
                "select used.* from (%s) as used left join %s as named on %s where named.%s is null order by %s"
                        .formatted(words, table, same, keys.get(0), order));
        List<String> sample = missing.stream()
                .map(row -> keys.stream().map(key -> Rows.text(row, key)).collect(Collectors.joining(" ")))
                .toList();
        return new CheckResult(
                name,
                FiguresTable.NAME.toString(),
                "warehouse",
                Severity.STOP,
                missing.size(),
                sample,
                promise,
                REPAIR);
    }
}
