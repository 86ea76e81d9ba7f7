package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhigong.warehouse.TableName;

/**
 * For bases where a contributor has one row: rows are grouped by the finest places and one breakdown at a time. These
 * few groups then go into every cell around them; a sum of sums is a sum, and the two largest parts of a whole are
 * among the two largest of each of its groups.
 */
record FinestPlaces(Base base, String contributor, List<Base.Breakdown> breakdowns) implements Layout {

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("breakdown", "breakdown_value"));
        IntStream.range(0, base.levels().size()).forEach(i -> keys.add(place(i)));
        return keys;
    }

    @Override
    public List<Step> parts(TableName parts, Measures measures) {
        boolean isOneFilter = breakdowns.stream().allMatch(each -> where(each).equals(base.filter()));
        String select = isOneFilter
                ? atOnce(measures)
                : breakdowns.stream()
                        .map(breakdown -> select(breakdown, measures))
                        .collect(Collectors.joining(" union all "));
        return List.of(Step.view(parts, select));
    }

    /** Each row is measured once and then meets every breakdown. */
    private String atOnce(Measures measures) {
        String names = breakdowns.stream()
                .map(breakdown -> "('%s')".formatted(breakdown.name()))
                .collect(Collectors.joining(", "));
        String values = breakdowns.stream()
                .map(breakdown -> "when '%s' then coalesce(%s, '')".formatted(breakdown.name(), breakdown.column()))
                .collect(Collectors.joining(" "));
        String places = IntStream.range(0, base.levels().size())
                .mapToObj(i -> "%s as %s".formatted(column(base.levels().get(i)), place(i)))
                .collect(Collectors.joining(", "));
        return """
                select kinds.breakdown, case kinds.breakdown %1$s end as breakdown_value, %2$s, has_contributor%3$s
                from (
                    select *, (%4$s) is not null as has_contributor%5$s from %6$s where %7$s
                ) as measured
                cross join (values %8$s) as kinds(breakdown)
                """.formatted(
                values, places, measures.aliases(), contributor, measures.ofRows(), base.table(), base.filter(), names);
    }

    /** The place of a row; of a level that a breakdown has no cells for, the place makes no difference. */
    private String column(Base.Level level) {
        String having = breakdowns.stream()
                .filter(breakdown -> hasCells(breakdown, level))
                .map(breakdown -> "'" + breakdown.name() + "'")
                .collect(Collectors.joining(", "));
        return having.isEmpty()
                ? "''"
                : "case when kinds.breakdown in (%s) then coalesce(%s, '') else '' end"
                        .formatted(having, level.column());
    }

    private String where(Base.Breakdown breakdown) {
        return breakdown.where().orElse(base.filter());
    }

    private String select(Base.Breakdown breakdown, Measures measures) {
        return """
                select '%s' as breakdown, coalesce(%s, '') as breakdown_value, %s,
                    (%s) is not null as has_contributor%s
                from %s where %s
                """.formatted(
                        breakdown.name(),
                        breakdown.column(),
                        places(breakdown),
                        contributor,
                        measures.ofRows(),
                        base.table(),
                        where(breakdown));
    }

    private String places(Base.Breakdown breakdown) {
        List<Base.Level> levels = base.levels();
        return IntStream.range(0, levels.size())
                .mapToObj(i -> "%s as %s".formatted(column(breakdown, levels.get(i)), place(i)))
                .collect(Collectors.joining(", "));
    }

    private String column(Base.Breakdown breakdown, Base.Level level) {
        return hasCells(breakdown, level) ? "coalesce(%s, '')".formatted(level.column()) : "''";
    }

    private boolean hasCells(Base.Breakdown breakdown, Base.Level level) {
        return CellKind.of(base, List.of(breakdown)).stream()
                .anyMatch(kind -> kind.level().equals(level.name()));
    }

    private String place(int level) {
        return "place_" + level;
    }

    @Override
    public boolean isOneGroupPerCell() {
        return false;
    }

    /** One pass over the groups: a group meets every kind of cell of its breakdown, each of which names its place. */
    @Override
    public String placed(TableName pieces, String measures) {
        List<CellKind> kinds = CellKind.of(base, breakdowns);
        String rows = kinds.stream().map(this::row).collect(Collectors.joining(", "));
        String place = IntStream.range(0, base.levels().size())
                .mapToObj(i -> "when %d then %s".formatted(i, place(i)))
                .collect(Collectors.joining(" ", "case kinds.place_number ", " else '%s' end".formatted(Base.CITY)));
        return """
                select kinds.place_scheme, kinds.place_level, %1$s as place, breakdown, breakdown_value%2$s
                from %3$s as pieces inner join (values %4$s)
                    as kinds(of_breakdown, place_scheme, place_level, place_number, left_out)
                    on pieces.breakdown = kinds.of_breakdown
                where breakdown_value <> '' and %1$s <> '' and %1$s <> kinds.left_out
                """.formatted(place, measures, pieces, rows);
    }

    private String row(CellKind kind) {
        List<String> columns = base.levels().stream().map(Base.Level::column).toList();
        return "('%s', '%s', '%s', %d, '%s')"
                .formatted(
                        kind.breakdown().name(),
                        kind.scheme(),
                        kind.level(),
                        kind.column().map(columns::indexOf).orElse(-1),
                        kind.leftOut());
    }
}
