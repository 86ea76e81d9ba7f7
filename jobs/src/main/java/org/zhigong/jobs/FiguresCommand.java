package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks up released figures. */
@Command(name = "figures", description = "Look up released figures; without --indicator, list the indicators. / 查询指标值。")
final class FiguresCommand implements Callable<Integer> {

    /** What stands where a number is protected. */
    static final String CONFIDENTIAL = "保密 confidential";

    private static final List<String> NUMBERS = List.of(
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
            "definition_version");

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "indicator",
                            "place_scheme",
                            "place_level",
                            "place",
                            "place_zh",
                            "place_en",
                            "period",
                            "breakdown",
                            "breakdown_value",
                            "category"),
                    NUMBERS.stream())
            .toList();

    private static final List<String> SHORT = List.of(
            "period",
            "place",
            "place_name",
            "breakdown",
            "breakdown_value",
            "category",
            "value",
            "numerator",
            "denominator",
            "status");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

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
        try (OpenRelease opened = release.open(home.applied(zhigong.settings))) {
            if (indicator == null) {
                listIndicators(opened);
                return 0;
            }
            List<Map<String, Object>> figures = new FigureSearch(
                            indicator,
                            scheme,
                            Optional.ofNullable(place),
                            Optional.ofNullable(period),
                            Optional.ofNullable(breakdown))
                    .in(opened);
            if (format.isJson()) {
                zhigong.console.answerJson(
                        figures.stream().map(FiguresCommand::document).toList());
            } else if (format.isTable()) {
                show(figures);
            } else {
                format.show(zhigong.console, COLUMNS, figures);
            }
            zhigong.console.progress("%d figures of release %s%s"
                    .formatted(figures.size(), opened.id(), opened.isSynthetic() ? "; 合成数据 SYNTHETIC" : ""));
            return 0;
        }
    }

    private void listIndicators(OpenRelease opened) {
        format.show(
                zhigong.console,
                List.of("indicator", "duty", "unit", "name_zh", "name_en"),
                opened.query("select indicator, duty, unit, name_zh, name_en"
                        + " from marts.indicators order by duty nulls first, indicator"));
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
        for (String name : NUMBERS) {
            document.put(name, figure.get(name));
        }
        return document;
    }

    private void show(List<Map<String, Object>> figures) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>(figure);
            row.put("place_name", figure.get("place_zh") + " " + figure.get("place_en"));
            row.put("value", shown(figure));
            if (CONFIDENTIAL.equals(row.get("value"))) {
                List.of("numerator", "denominator", "status").forEach(name -> row.put(name, CONFIDENTIAL));
            }
            rows.add(row);
        }
        format.show(zhigong.console, columns(figures), rows);
    }

    /** Those that say something: a column of "none" and one of "all" only take the room of the others. */
    private static List<String> columns(List<Map<String, Object>> figures) {
        List<String> columns = new ArrayList<>(SHORT);
        if (figures.stream().allMatch(figure -> "none".equals(figure.get("breakdown")))) {
            columns.removeAll(List.of("breakdown", "breakdown_value"));
        }
        if (figures.stream().allMatch(figure -> "all".equals(figure.get("category")))) {
            columns.remove("category");
        }
        return columns;
    }

    /** The value as a person reads it: confidential is neither nothing nor zero, and bounds are not a point. */
    static String shown(Map<String, Object> figure) {
        if ("confidential".equals(figure.get("protection"))) {
            return CONFIDENTIAL;
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
