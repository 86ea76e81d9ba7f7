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
        String select = breakdowns.stream()
                .map(breakdown -> select(breakdown, measures))
                .collect(Collectors.joining(" union all "));
        return List.of(Step.view(parts, select));
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
                        breakdown.where().orElse(base.filter()));
    }

    private String places(Base.Breakdown breakdown) {
        List<Base.Level> levels = base.levels();
        return IntStream.range(0, levels.size())
                .mapToObj(i -> "%s as %s".formatted(column(breakdown, levels.get(i)), place(i)))
                .collect(Collectors.joining(", "));
    }

    private String column(Base.Breakdown breakdown, Base.Level level) {
        boolean hasCells = CellKind.of(base, List.of(breakdown)).stream()
                .anyMatch(kind -> kind.level().equals(level.name()));
        return hasCells ? "coalesce(%s, '')".formatted(level.column()) : "''";
    }

    private String place(int level) {
        return "place_" + level;
    }

    @Override
    public String placed(TableName pieces, String measures) {
        return CellKind.of(base, breakdowns).stream()
                .map(kind -> select(kind, pieces, measures))
                .collect(Collectors.joining(" union all "));
    }

    private String select(CellKind kind, TableName pieces, String measures) {
        String place = kind.place(kind.column().map(column -> place(position(column))));
        String leftOut =
                kind.placesLeftOut().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        return """
                select '%s' as place_scheme, '%s' as place_level, %s as place, breakdown, breakdown_value%s
                from %s where breakdown = '%s' and breakdown_value <> '' and %s not in (%s)
                """.formatted(
                        kind.scheme(),
                        kind.level(),
                        place,
                        measures,
                        pieces,
                        kind.breakdown().name(),
                        place,
                        leftOut);
    }

    private int position(String column) {
        List<String> columns = base.levels().stream().map(Base.Level::column).toList();
        return columns.indexOf(column);
    }
}
