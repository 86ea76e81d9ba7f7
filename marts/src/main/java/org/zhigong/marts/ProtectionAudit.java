package org.zhigong.marts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;

/**
 * Holds figures against the cells that they were made from: each cell has one, what is open shows what its cell holds,
 * and judging every cell afresh gives the same answer. The rules are put here in another way than in
 * {@link Protection}, so that a slip in one of them shows.
 */
public final class ProtectionAudit {

    private static final int SAMPLE = 5;

    private final ProtectionRules rules;

    /**
     * What one check found.
     *
     * @param name what is checked, in lower snake case
     * @param failures how many figures do not meet it
     * @param sample a few of them by their keys
     */
    public record Finding(String name, long failures, List<String> sample) {
        public Finding {
            sample = List.copyOf(sample);
        }
    }

    public ProtectionAudit(ProtectionRules rules) {
        this.rules = rules;
    }

    /** Checks every figure of {@code figures} against {@code cells}; a finding for each check, failures or not. */
    public List<Finding> check(Engine engine, TableName cells, TableName figures) {
        Map<String, String> failing = new LinkedHashMap<>();
        failing.put("every_cell_has_one_figure", "cell_indicator is null or figure_indicator is null");
        failing.put("open_shows_its_cell", "protection = 'open' and (%s)".formatted(anyDifference()));
        failing.put("judging_again_agrees", "is_unsafe = (protection = 'open')");
        String judged = both(cells, figures) + judgedAgain();
        String counts = failing.entrySet().stream()
                .map(check -> "count(*) filter (where %s) as %s".formatted(check.getValue(), check.getKey()))
                .collect(Collectors.joining(", "));
        Map<String, Object> found = engine.query("%s select %s from judged_again".formatted(judged, counts))
                .get(0);
        return failing.entrySet().stream()
                .map(check -> {
                    long failures = Long.parseLong(String.valueOf(found.get(check.getKey())));
                    String rows = "%s select * from judged_again where %s".formatted(judged, check.getValue());
                    return new Finding(check.getKey(), failures, failures == 0 ? List.of() : sample(engine, rows));
                })
                .toList();
    }

    private static String both(TableName cells, TableName figures) {
        String same = CellTable.ORDER.stream()
                .map(key -> "cells.%1$s = figures.%1$s".formatted(key))
                .collect(Collectors.joining(" and "));
        String keys = CellTable.ORDER.stream()
                .map(key -> "coalesce(cells.%1$s, figures.%1$s) as %1$s".formatted(key))
                .collect(Collectors.joining(", "));
        String measured = CellTable.MEASURED.stream()
                .map(column -> "cells.%1$s as cell_%1$s, figures.%1$s as figure_%1$s".formatted(column))
                .collect(Collectors.joining(", "));
        return """
                with both_sides as (
                    select %s, %s, cells.indicator as cell_indicator, figures.indicator as figure_indicator,
                        cells.unit, cells.counts, cells.is_sensitive, cells.numerator_top1, cells.numerator_top2,
                        cells.denominator_top1, cells.denominator_top2, cells.contributors_below,
                        cells.contributors_above, figures.protection
                    from %s as cells full join %s as figures on %s
                )""".formatted(keys, measured, cells, figures, same);
    }

    private static String anyDifference() {
        return CellTable.MEASURED.stream()
                .map(column -> "figure_%1$s is distinct from cell_%1$s".formatted(column))
                .collect(Collectors.joining(" or "));
    }

    /** A mix is unsafe as soon as one category is. */
    private String judgedAgain() {
        String mix =
                CellTable.ORDER.stream().filter(key -> !key.equals("category")).collect(Collectors.joining(", "));
        return """
                , sides as (
                    select *,
                        case counts when 'persons' then %1$d when 'cases' then %1$d when 'employers' then %2$d else 0 end
                            as least,
                        case when is_sensitive and cell_denominator > 0 then 0 else 1 end as fewest,
                        cell_denominator - cell_numerator as cell_rest
                    from both_sides
                ),
                judged_again as (
                    select *, max(case when cell_status is distinct from 'published' and (%3$s) then 1 else 0 end) over (partition by %4$s) = 1 as is_unsafe
                    from sides
                )""".formatted(rules.minPersons(), rules.minEmployers(), unsafe(), mix);
    }

    private String unsafe() {
        List<String> reasons = new ArrayList<>(List.of(
                "cell_persons between 1 and %d".formatted(rules.minPersons() - 1),
                "cell_employers between 1 and %d".formatted(rules.minEmployers() - 1),
                "cell_numerator between fewest and least - 1",
                "cell_denominator between 1 and least - 1",
                "(is_sensitive and cell_rest between 1 and least - 1)",
                "(unit in ('rate', 'per_mille', 'per_10k') and counts in ('persons', 'cases')"
                        + " and cell_denominator between 1 and %d)".formatted(rules.minDenominator() - 1),
                "(is_sensitive and cell_denominator between 1 and %d and cell_numerator * cell_rest = 0)"
                        .formatted(rules.minGroup() - 1),
                "(cell_denominator <> 0 and least(contributors_below, contributors_above) <= %d)"
                        .formatted(rules.minOutsideQuantile() - 1)));
        for (String side : List.of("numerator", "denominator")) {
            for (ProtectionRules.Dominance limit : rules.dominance()) {
                String parts = limit.largest() == 1 ? "%s_top1" : "%1$s_top1 + %1$s_top2";
                reasons.add("(cell_%1$s > 0 and 100 * (%2$s) - %3$d * cell_%1$s > 0)"
                        .formatted(side, parts.formatted(side), limit.percent()));
            }
            reasons.add(
                    "(counts in ('fen', 'minutes') and cell_%1$s > 0 and 100 * (cell_%1$s - %1$s_top2) < %2$d * %1$s_top1)"
                            .formatted(side, 100 + rules.percent()));
        }
        return String.join(" or ", reasons);
    }

    private static List<String> sample(Engine engine, String rows) {
        String keys = String.join(", ", CellTable.ORDER);
        return engine
                .query("select %1$s from (%2$s) as failing order by %1$s limit %3$d".formatted(keys, rows, SAMPLE))
                .stream()
                .map(row -> CellTable.ORDER.stream()
                        .map(key -> String.valueOf(row.get(key)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
