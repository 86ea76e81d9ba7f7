package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.warehouse.TableName;

/** The few queries that take the rows of a base to the sums in the cells of several indicators at once. */
final class CellPlan implements CellSource {

    private final String prefix;
    private final Base base;
    private final Layout layout;
    private final List<Base.Breakdown> breakdowns;
    private final Measures measures = new Measures();
    private final List<CellBranch> branches = new ArrayList<>();

    /**
     * @param prefix what the names of its tables start with
     * @param breakdowns the breakdowns whose cells are computed, {@link CellKind#NONE} among them or not
     */
    CellPlan(String prefix, Base base, Layout layout, List<Base.Breakdown> breakdowns) {
        this.prefix = prefix;
        this.base = base;
        this.layout = layout;
        this.breakdowns = List.copyOf(breakdowns);
    }

    /** Adds the figures of {@code indicator} for {@code period}. */
    void add(Indicator indicator, PeriodKey period) {
        branches.add(new CellBranch(indicator, base, measures, period));
    }

    /** The queries in order; the last one makes the wide cells that {@link #selects} read. */
    @Override
    public List<Step> steps() {
        List<String> keys = layout.keys();
        List<Step> steps = new ArrayList<>(layout.parts(table("parts"), measures));
        steps.add(Step.kept(table("sums"), sums(keys)));
        steps.add(Step.kept(table("pieces"), pieces(keys)));
        steps.add(Step.kept(table("wide"), wide()));
        return steps;
    }

    /** From the wide cells to long ones: a row for each indicator and category. */
    @Override
    public List<String> selects() {
        List<CellLine> lines = branches.stream()
                .flatMap(branch -> branch.lines(breakdowns).stream())
                .toList();
        return List.of(CellLine.select(lines, table("wide").toString()));
    }

    private TableName table(String name) {
        return new TableName("cells", prefix + "_" + name);
    }

    private String sums(List<String> keys) {
        String groups = String.join(", ", keys);
        return "select %s%s from %s group by %s".formatted(groups, measures.ofParts(), table("parts"), groups);
    }

    /** The sums with the second largest parts, which are known once the largest are. */
    private String pieces(List<String> keys) {
        if (!measures.isRanking()) {
            return "select * from " + table("sums");
        }
        return """
                with seconds as (
                    select %1$s%2$s
                    from %3$s as parts inner join %4$s as sums on %5$s
                    where parts.has_contributor
                    group by %1$s
                )
                select sums.*%6$s
                from %4$s as sums left join seconds on %7$s
                """.formatted(
                        keys.stream().map("sums."::concat).collect(Collectors.joining(", ")),
                        measures.seconds("parts", "sums"),
                        table("parts"),
                        table("sums"),
                        equal(keys, "parts", "sums"),
                        measures.secondsIn("seconds"),
                        equal(keys, "sums", "seconds"));
    }

    private static String equal(List<String> keys, String left, String right) {
        return keys.stream()
                .map(key -> "%2$s.%1$s = %3$s.%1$s".formatted(key, left, right))
                .collect(Collectors.joining(" and "));
    }

    /** The cells; the city itself is there even if the base is empty. */
    private String wide() {
        String keys = String.join(", ", CellKind.KEYS);
        return """
                with placed as (
                    %s%s
                ),
                groups_of_cell as (
                    select *%s from placed
                )
                select %s%s from groups_of_cell group by %s
                """.formatted(
                        layout.placed(table("pieces"), measures.columns()),
                        emptyCities(),
                        layout.isOneGroupPerCell() ? "" : measures.overall(keys),
                        keys,
                        layout.isOneGroupPerCell() ? measures.filled() : measures.rolledUp(),
                        keys);
    }

    private String emptyCities() {
        return base.schemes().stream()
                .map(scheme -> " union all select '%s', '%s', '%s', '%s', '%s'%s"
                        .formatted(
                                scheme.name(),
                                Base.CITY_LEVEL,
                                Base.CITY,
                                CellKind.UNSPLIT,
                                CellKind.WHOLE,
                                measures.ofNothing()))
                .collect(Collectors.joining());
    }
}
