package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks up released figures. */
@Command(name = "figures", description = "Look up released figures; without --indicator, list the indicators. / 查询指标值。")
final class FiguresCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = "--indicator", paramLabel = "X", description = "An indicator's id. / 指标。")
    private @Nullable String indicator;

    @Option(
            names = "--place",
            paramLabel = "P",
            description = "110000, a district, a street, unallocated, or 100000 (the nation). / 地区代码。")
    private @Nullable String place;

    @Option(names = "--period", paramLabel = "M", description = "2025-12, 2025-Q4 or 2025. / 期间。")
    private @Nullable String period;

    @Option(
            names = "--breakdown",
            paramLabel = "B",
            description = "industry, ownership, size_class, sex, hukou, form; none for the whole place. / 分组。")
    private @Nullable String breakdown;

    @Option(names = "--scheme", paramLabel = "geo|reporting", description = "16 districts or 17 units. / 地区口径。")
    private String scheme = "geo";

    @Override
    public Integer call() {
        try (OpenRelease release = OpenRelease.current(home.applied(zhigong.settings))) {
            if (indicator == null) {
                List<String> columns = List.of("indicator", "duty", "unit", "name_zh", "name_en");
                format.show(
                        zhigong.console,
                        columns,
                        release.query("select indicator, duty, unit, name_zh, name_en"
                                + " from marts.indicators order by duty nulls first, indicator"));
                return 0;
            }
            check(release);
            List<Map<String, Object>> figures = release.query(select());
            if (format.isJson()) {
                zhigong.console.answerJson(
                        figures.stream().map(FiguresCommand::document).toList());
            } else {
                show(release, figures);
            }
            return 0;
        }
    }

    private void check(OpenRelease release) {
        release.require("scheme", scheme, "marts.figures", "place_scheme");
        release.require("indicator", String.valueOf(indicator), "marts.figures", "indicator");
        if (place != null) {
            release.require("place", place, "marts.figures", "place");
        }
        if (period != null) {
            release.require("period", period, "marts.figures", "period");
        }
        if (breakdown != null) {
            release.require("breakdown", breakdown, "marts.figures", "breakdown");
        }
    }

    private String select() {
        List<String> conditions = new ArrayList<>();
        conditions.add("place_scheme = '%s'".formatted(scheme));
        conditions.add("indicator = '%s'".formatted(indicator));
        if (place != null) {
            conditions.add("place = '%s'".formatted(place));
        }
        if (period != null) {
            conditions.add("period = '%s'".formatted(period));
        }
        if (breakdown != null) {
            conditions.add("breakdown = '%s'".formatted(breakdown));
        }
        return """
                select * from marts.figures where %s
                order by period_to, period_type, place_level, place, breakdown <> 'none', breakdown, breakdown_value,
                    category""".formatted(String.join(" and ", conditions));
    }

    private static Map<String, Object> document(Map<String, Object> figure) {
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, Object> groups = new LinkedHashMap<>();
        if (!"none".equals(figure.get("breakdown"))) {
            groups.put(String.valueOf(figure.get("breakdown")), figure.get("breakdown_value"));
        }
        if (!"all".equals(figure.get("category"))) {
            groups.put("category", figure.get("category"));
        }
        for (String name : List.of("indicator", "place_scheme", "place", "period")) {
            document.put(name, figure.get(name));
        }
        document.put("breakdown", groups);
        for (String name : List.of(
                "numerator",
                "denominator",
                "value",
                "lower",
                "upper",
                "unit",
                "target",
                "status",
                "persons",
                "employers",
                "protection",
                "finality",
                "protection_reason",
                "definition_version")) {
            document.put(name, figure.get(name));
        }
        return document;
    }

    private void show(OpenRelease release, List<Map<String, Object>> figures) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>(figure);
            row.put("value", shown(figure));
            rows.add(row);
        }
        format.show(
                zhigong.console,
                List.of(
                        "period",
                        "place",
                        "breakdown",
                        "breakdown_value",
                        "category",
                        "value",
                        "numerator",
                        "denominator",
                        "status"),
                rows);
        zhigong.console.progress("%d figures of release %s%s"
                .formatted(figures.size(), release.id(), release.isSynthetic() ? "; 合成数据 SYNTHETIC" : ""));
    }

    /** The value as a person reads it: confidential is neither nothing nor zero, and bounds are not a point. */
    static String shown(Map<String, Object> figure) {
        if ("confidential".equals(figure.get("protection"))) {
            return "保密 confidential";
        }
        Object value = figure.get("value");
        String unit = String.valueOf(figure.get("unit"));
        if (value instanceof Double number) {
            return ShownValue.of(number, unit);
        }
        if (figure.get("lower") instanceof Double lower && figure.get("upper") instanceof Double upper) {
            return ShownValue.of(lower, unit) + " – " + ShownValue.of(upper, unit);
        }
        return "—";
    }
}
