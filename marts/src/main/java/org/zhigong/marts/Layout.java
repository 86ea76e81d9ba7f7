package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhigong.warehouse.TableName;

/**
 * How the rows of a base are brought into parts, of which no two in one group belong to one contributor, and how the
 * groups become cells.
 */
interface Layout {

    /** The columns that group parts. */
    List<String> keys();

    /** Whether the parts take work to make, so that they are better kept than made twice. */
    boolean isKept();

    /** Makes the parts: {@link #keys}, {@code has_contributor}, and the measures. */
    String parts(Measures measures);

    /** Puts the groups in {@code pieces} into the cells they belong to: the keys of a cell, and the measures. */
    String placed(TableName pieces, String measures);

    /**
     * For bases where a contributor has one row: rows are grouped by the finest places and one breakdown at a time.
     * These few groups then go into every cell around them; a sum of sums is a sum, and the two largest parts of a
     * whole are among the two largest of each of its groups.
     */
    record Fine(Base base, String contributor, List<Base.Breakdown> breakdowns) implements Layout {

        @Override
        public List<String> keys() {
            List<String> keys = new ArrayList<>(List.of("breakdown", "breakdown_value"));
            IntStream.range(0, base.levels().size()).forEach(i -> keys.add(place(i)));
            return keys;
        }

        @Override
        public boolean isKept() {
            return false;
        }

        @Override
        public String parts(Measures measures) {
            return breakdowns.stream()
                    .map(breakdown -> """
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
                                    breakdown.where().orElse(base.filter())))
                    .collect(Collectors.joining(" union all "));
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
            List<String> columns =
                    base.levels().stream().map(Base.Level::column).toList();
            return columns.indexOf(column);
        }
    }

    /** For months and bases where a contributor may have several rows: they are summed by contributor and cell. */
    record ByContributor(Base base, String contributor, List<Base.Breakdown> breakdowns) implements Layout {

        @Override
        public List<String> keys() {
            return CellKind.KEYS;
        }

        @Override
        public boolean isKept() {
            return true;
        }

        @Override
        public String parts(Measures measures) {
            return CellKind.of(base, breakdowns).stream()
                    .map(kind -> select(kind, measures))
                    .collect(Collectors.joining(" union all "));
        }

        private String select(CellKind kind, Measures measures) {
            Base.Breakdown breakdown = kind.breakdown();
            String leftOut =
                    kind.placesLeftOut().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
            return """
                    select '%s' as place_scheme, '%s' as place_level, place, '%s' as breakdown, breakdown_value,
                        contributor, contributor is not null as has_contributor%s
                    from (
                        select %s as place, %s as breakdown_value, %s as contributor%s from %s where %s
                    ) as rows_of_kind
                    where place not in (%s) and breakdown_value is not null
                    group by place, breakdown_value, contributor
                    """.formatted(
                            kind.scheme(),
                            kind.level(),
                            breakdown.name(),
                            measures.again(),
                            kind.place(kind.column()),
                            breakdown.column(),
                            contributor,
                            measures.ofRows(),
                            base.table(),
                            breakdown.where().orElse(base.filter()),
                            leftOut);
        }

        @Override
        public String placed(TableName pieces, String measures) {
            return "select %s%s from %s".formatted(String.join(", ", CellKind.KEYS), measures, pieces);
        }
    }
}
