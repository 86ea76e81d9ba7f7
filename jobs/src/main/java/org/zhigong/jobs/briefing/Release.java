package org.zhigong.jobs.briefing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Engine;

/** All that a briefing has to know of a release: read once, small in any city. */
final class Release {

    static final String CITY = "110000";

    private final ReleaseTitle title;
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final Map<String, Label> places = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<Figure.Key, Figure> figures = new HashMap<>();
    private final Map<String, List<Figure>> byIndicator = new HashMap<>();
    private final List<Map<String, Object>> deliveries;

    /** A group of a breakdown, in the order in which people list them. */
    private record Group(Label label, long position) {}

    Release(Engine engine, ReleaseTitle title, Plan plan) {
        this.title = title;
        for (Map<String, Object> row : engine.query("select * from marts.indicators")) {
            indicators.put(String.valueOf(row.get("indicator")), Indicator.of(row));
        }
        for (Map<String, Object> row : engine.query(
                "select place, name_zh, name_en from marts.places where place_scheme = 'geo' and valid_to is null")) {
            places.put(String.valueOf(row.get("place")), label(row, "name"));
        }
        for (Map<String, Object> row : engine.query("select * from marts.breakdown_values")) {
            groups.put(
                    row.get("breakdown") + " " + row.get("breakdown_value"),
                    new Group(label(row, "name"), Rows.number(row, "position")));
        }
        for (Map<String, Object> row : engine.query(select(plan, title.closing()))) {
            Figure figure = Figure.of(row);
            figures.put(figure.key(), figure);
            byIndicator
                    .computeIfAbsent(figure.key().indicator(), any -> new ArrayList<>())
                    .add(figure);
        }
        this.deliveries = engine.query("""
                select
                    f.feed, f.name_zh, f.name_en, cast(count(*) as bigint) as due,
                    cast(sum(case when d.is_on_time then 1 else 0 end) as bigint) as on_time,
                    cast(sum(case when d.is_missing then 1 else 0 end) as bigint) as missing,
                    cast(sum(d.rejected_count) as bigint) as rejected,
                    cast(sum(d.accepted_rows) as bigint) as accepted_rows,
                    cast(sum(d.quarantined_rows) as bigint) as quarantined_rows
                from marts.deliveries as d
                inner join marts.feeds as f on d.feed = f.feed
                where d.period = '%s' and d.is_due
                group by f.feed, f.name_zh, f.name_en
                order by f.feed
                """.formatted(title.closing()));
    }

    private static String select(Plan plan, YearMonth closing) {
        Set<String> byDistrict = new TreeSet<>(plan.districts());
        Set<String> byGroup = new TreeSet<>();
        Set<String> breakdowns = new TreeSet<>();
        for (Plan.Concern concern : plan.attention()) {
            (concern.by().breakdown().isEmpty() ? byDistrict : byGroup).add(concern.chart());
            concern.by().breakdown().ifPresent(breakdowns::add);
        }
        return """
                select
                    indicator, period, place, breakdown, breakdown_value, value, lower, upper, target, status,
                    protection, finality
                from marts.figures
                where place_scheme = 'geo' and category = 'all' and period_from >= date '%s-01' and (
                    place_level = 'city' and breakdown = 'none' and indicator in (%s)
                    or place_level = 'district' and breakdown = 'none' and indicator in (%s)
                    or place_level = 'city' and breakdown in (%s) and indicator in (%s))
                """.formatted(
                        closing.minusYears(2),
                        quoted(plan.indicators()),
                        quoted(byDistrict),
                        quoted(breakdowns),
                        quoted(byGroup));
    }

    private static String quoted(Iterable<String> names) {
        List<String> quoted = new ArrayList<>(List.of("''"));
        names.forEach(name -> quoted.add("'" + name + "'"));
        return String.join(", ", quoted);
    }

    private static Label label(Map<String, Object> row, String column) {
        return new Label(String.valueOf(row.get(column + "_zh")), String.valueOf(row.get(column + "_en")));
    }

    ReleaseTitle title() {
        return title;
    }

    YearMonth closing() {
        return title.closing();
    }

    /** The deliveries that were due for the closing month, by feed. */
    List<Map<String, Object>> deliveries() {
        return deliveries;
    }

    Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    Label place(String code) {
        return places.getOrDefault(code, new Label(code, code));
    }

    /** What the group of {@code key} is called, or its place where there is none. */
    Label groupOf(Figure.Key key) {
        if (key.breakdown().equals(Figure.WHOLE)) {
            return place(key.place());
        }
        Group group = groups.get(key.breakdown() + " " + key.group());
        return group == null ? new Label(key.group(), key.group()) : group.label();
    }

    Optional<Figure> find(Figure.Key key) {
        return Optional.ofNullable(figures.get(key));
    }

    /** Whether it holds anything of {@code period}, of the same length, for {@code indicator}. */
    boolean knows(String indicator, String period) {
        return figures.containsKey(Figure.Key.whole(indicator, period, CITY));
    }

    /** The newest figure of the whole city: of a month, else of a quarter, else of a year; empty if there is none. */
    Optional<Figure> newest(String indicator) {
        for (Span span : Span.values()) {
            Optional<Figure> newest = all(indicator)
                    .filter(figure -> figure.key().place().equals(CITY)
                            && figure.key().breakdown().equals(Figure.WHOLE))
                    .filter(figure -> Span.of(figure.key().period()) == span)
                    .max(Comparator.comparing(figure -> figure.key().period()));
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    /** The figures of the places or groups of {@code period}, those with a number first. */
    List<Figure> parts(String indicator, String period, Plan.Grouping by) {
        Comparator<Figure> order = by.inOrder()
                ? Comparator.comparing(this::position)
                : Comparator.comparing((Figure figure) -> figure.point().isEmpty())
                        .thenComparing(figure -> -figure.point().orElse(0));
        return all(indicator)
                .filter(figure -> figure.key().period().equals(period))
                .filter(figure -> by.breakdown()
                        .map(breakdown -> figure.key().breakdown().equals(breakdown))
                        .orElseGet(() -> isDistrict(figure.key())))
                .sorted(order.thenComparing(figure -> figure.key().place())
                        .thenComparing(figure -> figure.key().group()))
                .toList();
    }

    private Stream<Figure> all(String indicator) {
        return byIndicator.getOrDefault(indicator, List.of()).stream();
    }

    private static boolean isDistrict(Figure.Key key) {
        return key.breakdown().equals(Figure.WHOLE)
                && !key.place().equals(CITY)
                && !key.place().equals("unallocated");
    }

    private long position(Figure figure) {
        Group group = groups.get(figure.key().breakdown() + " " + figure.key().group());
        return group == null ? Long.MAX_VALUE : group.position();
    }
}
