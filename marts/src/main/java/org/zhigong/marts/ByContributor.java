package org.zhigong.marts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhigong.warehouse.TableName;

/**
 * For periods and bases where a contributor may have several rows: they are summed by contributor and cell, after rows
 * that differ in nothing have become one.
 */
record ByContributor(Base base, String contributor, List<Base.Breakdown> breakdowns) implements Layout {

    @Override
    public List<String> keys() {
        return CellKind.KEYS;
    }

    @Override
    public List<Step> parts(TableName parts, Measures measures) {
        List<Step> steps = new ArrayList<>();
        List<String> wheres = breakdowns.stream().map(this::where).distinct().toList();
        for (String where : wheres) {
            steps.add(alike(rows(parts, wheres.indexOf(where)), where, measures));
        }
        String select = wheres.stream()
                .map(where -> select(kinds(where), rows(parts, wheres.indexOf(where)), measures))
                .collect(Collectors.joining(" union all "));
        steps.add(Step.kept(parts, select));
        return steps;
    }

    private static TableName rows(TableName parts, int number) {
        return new TableName(parts.layer(), parts.name() + "_rows" + number);
    }

    private String where(Base.Breakdown breakdown) {
        return breakdown.where().orElse(base.filter());
    }

    private Step alike(TableName table, String where, Measures measures) {
        List<String> columns = Stream.concat(
                        base.levels().stream().map(Base.Level::column),
                        breakdowns.stream()
                                .filter(each -> !each.equals(CellKind.NONE)
                                        && where(each).equals(where))
                                .map(Base.Breakdown::column))
                .distinct()
                .toList();
        String groups = String.join(", ", columns);
        String select = """
                select %1$s, contributor%2$s
                from (select %1$s, %3$s as contributor%4$s from %5$s where %6$s) as measured
                group by %1$s, contributor
                """.formatted(groups, measures.again(), contributor, measures.ofRows(), base.table(), where);
        return Step.kept(table, select);
    }

    private List<CellKind> kinds(String where) {
        return CellKind.of(base, breakdowns).stream()
                .filter(kind -> where(kind.breakdown()).equals(where))
                .toList();
    }

    /** Every row meets every kind of cell, each of which names its place and group. */
    private String select(List<CellKind> kinds, TableName rows, Measures measures) {
        String names = IntStream.range(0, kinds.size())
                .mapToObj(i -> row(i, kinds.get(i)))
                .collect(Collectors.joining(", "));
        return """
                select place_scheme, place_level, place, breakdown, breakdown_value,
                    contributor, contributor is not null as has_contributor%1$s
                from (
                    select kinds.place_scheme, kinds.place_level, kinds.breakdown, kinds.left_out,
                        %2$s as place, %3$s as breakdown_value, contributor%4$s
                    from %5$s as rows_alike
                        cross join (values %6$s) as kinds(kind, place_scheme, place_level, breakdown, left_out)
                ) as placed
                where place <> '' and place <> left_out and breakdown_value is not null
                group by place_scheme, place_level, place, breakdown, breakdown_value, contributor
                """.formatted(
                        measures.again(),
                        ofKind(kinds, kind -> kind.place(kind.column())),
                        ofKind(kinds, kind -> kind.breakdown().column()),
                        measures.aliases(),
                        rows,
                        names);
    }

    private static String row(int number, CellKind kind) {
        return "(%d, '%s', '%s', '%s', '%s')"
                .formatted(number, kind.scheme(), kind.level(), kind.breakdown().name(), kind.leftOut());
    }

    private static String ofKind(List<CellKind> kinds, Function<CellKind, String> expression) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            numbers.computeIfAbsent(expression.apply(kinds.get(i)), any -> new ArrayList<>())
                    .add(String.valueOf(i));
        }
        return numbers.entrySet().stream()
                .map(each ->
                        "when kinds.kind in (%s) then %s".formatted(String.join(", ", each.getValue()), each.getKey()))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    @Override
    public boolean isOneGroupPerCell() {
        return true;
    }

    @Override
    public String placed(TableName pieces, String measures) {
        return "select %s%s from %s".formatted(String.join(", ", CellKind.KEYS), measures, pieces);
    }
}
