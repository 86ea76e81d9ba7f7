package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.warehouse.SetupException;

/** Which figures of one indicator are looked for. */
record FigureSearch(
        String indicator, String scheme, Optional<String> place, Optional<String> period, Optional<String> breakdown) {

    /** The figures, each as its column names to values, with what its place is called. */
    List<Map<String, Object>> in(OpenRelease release) {
        requireKnown(release);
        List<Map<String, Object>> figures =
                release.query("""
                select f.*, p.name_zh as place_zh, p.name_en as place_en
                from marts.figures as f
                    left join marts.places as p on f.place_scheme = p.place_scheme and f.place = p.place
                        and f.place_level = p.place_level
                where %s
                order by period_to, period_type, f.place_level, f.place, breakdown <> 'none', breakdown,
                    breakdown_value, category""".formatted(String.join(" and ", conditions().values())));
        if (figures.isEmpty()) {
            throw new SetupException(whyNone(release));
        }
        return figures;
    }

    /** The conditions by the option that asks for each. */
    private Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("indicator", is("indicator", indicator));
        conditions.put("scheme", is("f.place_scheme", scheme));
        place.ifPresent(code -> conditions.put("place", is("f.place", code)));
        period.ifPresent(word -> conditions.put("period", is("period", word)));
        breakdown.ifPresent(word -> conditions.put("breakdown", is("breakdown", word)));
        return conditions;
    }

    private static String is(String column, String value) {
        return "%s = '%s'".formatted(column, value.replace("'", "''"));
    }

    private void requireKnown(OpenRelease release) {
        String where = "release " + release.id();
        KnownNames.of("scheme", release.known("place_scheme", "marts.figures")).require(scheme, where);
        named(release, "indicator", "indicator", "marts.indicators").require(indicator, where);
        place.ifPresent(
                code -> named(release, "place", "place", "marts.places where place_scheme = '%s'".formatted(scheme))
                        .require(code, where));
        breakdown.ifPresent(word -> KnownNames.of("breakdown", release.known("breakdown", "marts.figures"))
                .require(word, where));
        period.ifPresent(word -> requirePeriod(word, release));
    }

    private static KnownNames named(OpenRelease release, String what, String column, String rows) {
        Map<String, String> labels = new LinkedHashMap<>();
        release.query("select %1$s as known, name_zh, name_en from %2$s order by 1".formatted(column, rows))
                .forEach(row ->
                        labels.put(String.valueOf(row.get("known")), row.get("name_zh") + " " + row.get("name_en")));
        return new KnownNames(what, labels);
    }

    private static void requirePeriod(String period, OpenRelease release) {
        if (!release.known("period", "marts.figures").contains(period)) {
            throw new SetupException("Unknown period '%s' in release %s, which has %s"
                    .formatted(period, release.id(), periods(release, "true")));
        }
    }

    /** From when to when there are figures: months, quarters, years. */
    private static String periods(OpenRelease release, String condition) {
        return release.query("""
                        select case when min(period) = max(period) then min(period)
                            else concat(min(period), ' to ', max(period)) end as span
                        from marts.figures as f where %s
                        group by period_type order by period_type = 'year', period_type""".formatted(condition)).stream()
                .map(row -> String.valueOf(row.get("span")))
                .collect(Collectors.joining(", "));
    }

    private String whyNone(OpenRelease release) {
        Map<String, String> conditions = conditions();
        String mine = conditions.get("indicator") + " and " + conditions.get("scheme");
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            String both = conditions.get("indicator") + " and " + condition.getValue();
            boolean isNever = release.query(
                            "select 1 as one from marts.figures as f where %s and %s limit 1".formatted(mine, both))
                    .isEmpty();
            if (isNever) {
                return never(condition.getKey(), mine, release);
            }
        }
        return "Indicator %s has no figure in release %s for all of %s at once: leave one of them out"
                .formatted(
                        indicator,
                        release.id(),
                        conditions.keySet().stream()
                                .skip(1)
                                .map(option -> "--" + option)
                                .collect(Collectors.joining(", ")));
    }

    private String never(String option, String mine, OpenRelease release) {
        String in = "in release " + release.id();
        return switch (option) {
            case "place" ->
                "Indicator %s has no figure at place %s %s: it stands at the levels %s"
                        .formatted(indicator, place.orElse(""), in, levels(mine, release));
            case "period" ->
                "Indicator %s has no figure for period %s %s: it has %s"
                        .formatted(indicator, period.orElse(""), in, periods(release, mine));
            case "breakdown" ->
                "Indicator %s is not broken down by %s %s: expected one of %s"
                        .formatted(indicator, breakdown.orElse(""), in, distinct("breakdown", mine, release));
            default -> "Indicator %s has no figure in scheme %s %s".formatted(indicator, scheme, in);
        };
    }

    private static String levels(String mine, OpenRelease release) {
        return distinct("place_level", mine, release);
    }

    private static String distinct(String column, String condition, OpenRelease release) {
        return String.join(
                ", ", release.known(column, "(select * from marts.figures as f where %s)".formatted(condition)));
    }
}
