package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        String select = CellKind.of(base, breakdowns).stream()
                .map(kind -> select(kind, rows(parts, wheres.indexOf(where(kind.breakdown()))), measures))
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

    private String select(CellKind kind, TableName rows, Measures measures) {
        Base.Breakdown breakdown = kind.breakdown();
        return """
                select '%s' as place_scheme, '%s' as place_level, place, '%s' as breakdown, breakdown_value,
                    contributor, contributor is not null as has_contributor%s
                from (select %s as place, %s as breakdown_value, contributor%s from %s) as placed
                where place not in ('', '%s') and breakdown_value is not null
                group by place, breakdown_value, contributor
                """.formatted(
                        kind.scheme(),
                        kind.level(),
                        breakdown.name(),
                        measures.again(),
                        kind.place(kind.column()),
                        breakdown.column(),
                        measures.aliases(),
                        rows,
                        kind.leftOut());
    }

    @Override
    public String placed(TableName pieces, String measures) {
        return "select %s%s from %s".formatted(String.join(", ", CellKind.KEYS), measures, pieces);
    }
}
