package org.zhigong.marts;

import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.warehouse.TableName;

/**
 * The queries that take the rows of a base to one quantile in every cell. Quantiles of groups do not add up to that of
 * the whole, so the rows of each cell are ordered anew, those of all its months together.
 */
record QuantilePlan(String prefix, Base base, Indicator indicator, List<Base.Breakdown> breakdowns, PeriodKey period)
        implements CellSource {

    private static final String KEYS = String.join(", ", CellKind.KEYS);

    QuantilePlan {
        breakdowns = List.copyOf(breakdowns);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.kept(table("rows"), rows()),
                Step.kept(table("quantiles"), quantiles()),
                Step.view(table("wide"), wide()));
    }

    private TableName table(String name) {
        return new TableName("cells", prefix + "_" + name);
    }

    /** A row for each row of the base and cell that it is in. */
    private String rows() {
        return CellKind.of(base, breakdowns).stream().map(this::rows).collect(Collectors.joining(" union all "));
    }

    private String rows(CellKind kind) {
        Base.Breakdown breakdown = kind.breakdown();
        return """
                select '%s' as place_scheme, '%s' as place_level, place, '%s' as breakdown, breakdown_value,
                    contributor, amount, persons
                from (
                    select %s as place, %s as breakdown_value, %s as contributor, cast(%s as bigint) as amount,
                        cast(%s as bigint) as persons
                    from %s where (%s) and (%s)
                ) as placed
                where place not in ('', '%s') and breakdown_value is not null and amount is not null
                """.formatted(
                        kind.scheme(),
                        kind.level(),
                        breakdown.name(),
                        kind.place(kind.column()),
                        breakdown.column(),
                        indicator.contributor(),
                        indicator.numerator(),
                        CellBranch.when(CellBranch.personRows(indicator, period), indicator.persons()),
                        base.table(),
                        breakdown.where().orElse(base.filter()),
                        indicator.population().orElse("true"),
                        kind.leftOut());
    }

    private String quantiles() {
        return """
                select %1$s, percentile_disc(%2$s) within group (order by amount nulls last) as quantile
                from %3$s group by %1$s
                """.formatted(KEYS, indicator.quantile().orElseThrow().toPlainString(), table("rows"));
    }

    /** The cells, with who is strictly below and above; the city itself is there even if there are no rows. */
    private String wide() {
        String same = CellKind.KEYS.stream()
                .map(key -> "placed.%1$s = quantiles.%1$s".formatted(key))
                .collect(Collectors.joining(" and "));
        String keys = CellKind.KEYS.stream().map("placed."::concat).collect(Collectors.joining(", "));
        return """
                select %1$s, max(quantile) as quantile, cast(sum(row_count) as bigint) as row_count,
                    cast(sum(persons) as bigint) as persons, cast(sum(employers) as bigint) as employers,
                    cast(sum(below) as bigint) as below, cast(sum(above) as bigint) as above
                from (
                    select %2$s, max(quantile) as quantile, count(*) as row_count, sum(persons) as persons,
                        count(distinct contributor) as employers,
                        count(distinct case when amount < quantile then contributor end) as below,
                        count(distinct case when amount > quantile then contributor end) as above
                    from %3$s as placed inner join %4$s as quantiles on %5$s
                    group by %2$s
                    union all %6$s
                ) as cells
                group by %1$s
                """.formatted(KEYS, keys, table("rows"), table("quantiles"), same, emptyCities());
    }

    private String emptyCities() {
        return base.schemes().stream()
                .map(scheme -> "select '%s', '%s', '%s', '%s', '%s', cast(null as bigint), 0, 0, 0, 0, 0"
                        .formatted(scheme.name(), Base.CITY_LEVEL, Base.CITY, CellKind.UNSPLIT, CellKind.WHOLE))
                .collect(Collectors.joining(" union all "));
    }

    @Override
    public List<String> selects() {
        String nothing = "cast(null as bigint)";
        return List.of("""
                select '%s' as indicator, '%s' as category, %s, %5$s as numerator, row_count as denominator,
                    %5$s as lower_numerator, %5$s as upper_numerator, persons, employers,
                    %5$s as numerator_top1, %5$s as numerator_top2, %5$s as denominator_top1, %5$s as denominator_top2,
                    quantile, below as contributors_below, above as contributors_above
                from %4$s where %6$s
                """.formatted(
                        indicator.id(),
                        Indicator.ALL,
                        KEYS,
                        table("wide"),
                        nothing,
                        StatedCells.of(indicator, base, breakdowns)));
    }
}
