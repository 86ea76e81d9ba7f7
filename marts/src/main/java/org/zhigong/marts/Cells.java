package org.zhigong.marts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

/**
 * Computes the cells of one base and period: every figure with all its numbers, before protection.
 *
 * @param knownMonths for how many months, up to the end of the period, the base is known without a gap
 */
record Cells(Base base, List<Indicator> indicators, PeriodKey period, int knownMonths) {

    /** What is remembered with every output, so that changed queries make new figures. */
    static final String COMPILER = "figures 4";

    private static final List<String> NUMBERS = List.of(
            "numerator",
            "denominator",
            "lower_numerator",
            "upper_numerator",
            "persons",
            "employers",
            "numerator_top1",
            "numerator_top2",
            "denominator_top1",
            "denominator_top2",
            "quantile",
            "contributors_below",
            "contributors_above");

    private static final String STATUS = """
            select *,
                case when is_short then 'insufficient_history'
                    when denominator = 0 then 'no_denominator'
                    when is_published then 'published'
                    when lower_numerator <> numerator or upper_numerator <> numerator then 'bounds'
                    when unit = 'rate' and numerator > denominator then 'over_100'
                    else 'ok' end as status
            from known
            """;

    /** Of a national series, which is split by years on the way. */
    private static final String YEAR_COLUMNS = """
            'year' as period_type, breakdown_value as period, cast(breakdown_value || '-01-01' as date) as period_from,
            cast(cast(cast(breakdown_value as bigint) + 1 as string) || '-01-01' as date) as period_to,
            cast(breakdown_value || '-12-31' as date) as as_of
            """;

    private static final TableName INDICATORS = new TableName("cells", "indicators");

    Cells {
        indicators = List.copyOf(indicators);
    }

    /**
     * Writes the cells to {@code file}.
     *
     * @param engine where the base is defined, with the rows of the known months of the period
     */
    Output write(Engine engine, Path file) {
        List<CellSource> plans = plans();
        for (CellSource plan : plans) {
            plan.steps().forEach(step -> run(step, engine));
        }
        engine.defineRows(INDICATORS, metaColumns(), meta());
        String cells =
                plans.stream().flatMap(plan -> plan.selects().stream()).collect(Collectors.joining("\nunion all "));
        Output output = engine.write(figures(cells), CellTable.CELL_COLUMNS, CellTable.ORDER, file);
        plans.stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> step.keeping() == Step.Keeping.KEPT)
                .forEach(step -> engine.drop(step.table()));
        return output;
    }

    private static void run(Step step, Engine engine) {
        switch (step.keeping()) {
            case KEPT -> engine.keep(step.table(), step.select());
            case VIEW -> engine.define(step.table(), step.select());
        }
    }

    /**
     * Sums of one contributor are computed together, those of breakdowns that read other rows apart; quantiles alone.
     */
    private List<CellSource> plans() {
        List<CellSource> plans = new ArrayList<>();
        Map<String, List<Indicator>> byContributor = indicators.stream()
                .filter(each -> each.quantile().isEmpty())
                .collect(Collectors.groupingBy(Indicator::contributor, LinkedHashMap::new, Collectors.toList()));
        byContributor.forEach((contributor, sharing) -> {
            List<Base.Breakdown> shared = new ArrayList<>(base.unsplit());
            shared.addAll(breakdowns(each -> each.where().isEmpty(), sharing));
            plans.add(plan(plans.size(), contributor, shared, sharing));
            List<Base.Breakdown> apart = breakdowns(each -> each.where().isPresent(), sharing);
            List<Indicator> split = sharing.stream()
                    .filter(each ->
                            apart.stream().anyMatch(one -> each.breakdowns().contains(one.name())))
                    .toList();
            if (!split.isEmpty()) {
                plans.add(plan(plans.size(), contributor, apart, split));
            }
        });
        indicators.stream().filter(each -> each.quantile().isPresent()).forEach(each -> {
            List<Base.Breakdown> all = new ArrayList<>(base.unsplit());
            all.addAll(breakdowns(any -> true, List.of(each)));
            plans.add(new QuantilePlan("plan" + plans.size(), base, each, all, period));
        });
        return plans;
    }

    private List<Base.Breakdown> breakdowns(Predicate<Base.Breakdown> wanted, List<Indicator> sharing) {
        return base.breakdowns().stream()
                .filter(wanted)
                .filter(each ->
                        sharing.stream().anyMatch(one -> one.breakdowns().contains(each.name())))
                .toList();
    }

    private CellPlan plan(int number, String contributor, List<Base.Breakdown> breakdowns, List<Indicator> sharing) {
        boolean isOneRow = base.rows() == Base.Rows.ONE_PER_CONTRIBUTOR
                && contributor.equals(base.contributor())
                && period.type() == PeriodKey.Type.MONTH;
        Layout layout = isOneRow
                ? new FinestPlaces(base, contributor, breakdowns)
                : new ByContributor(base, contributor, breakdowns);
        CellPlan plan = new CellPlan("plan" + number, base, layout, breakdowns);
        sharing.forEach(indicator -> plan.add(indicator, period));
        return plan;
    }

    private static List<Column> metaColumns() {
        return List.of(
                new Column("indicator", ColumnType.VARCHAR),
                new Column("duty", ColumnType.BIGINT),
                new Column("definition_version", ColumnType.BIGINT),
                new Column("unit", ColumnType.VARCHAR),
                new Column("target", ColumnType.DOUBLE),
                new Column("counts", ColumnType.VARCHAR),
                new Column("is_sensitive", ColumnType.BOOLEAN),
                new Column("per", ColumnType.BIGINT),
                new Column("is_short", ColumnType.BOOLEAN));
    }

    private List<Map<String, Object>> meta() {
        return indicators.stream().map(this::meta).toList();
    }

    private Map<String, Object> meta(Indicator indicator) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator", indicator.id());
        indicator.duty().ifPresent(duty -> row.put("duty", duty));
        row.put("definition_version", indicator.version());
        row.put("unit", indicator.unit().word());
        indicator.target().ifPresent(target -> target.value().ifPresent(value -> row.put("target", value)));
        row.put("counts", indicator.counts().word());
        row.put("is_sensitive", indicator.sensitive() == Indicator.Sensitivity.SENSITIVE);
        row.put("per", indicator.unit().per());
        row.put("is_short", isShort(indicator));
        return row;
    }

    private boolean isShort(Indicator indicator) {
        return knownMonths < indicator.monthsNeeded(period);
    }

    /** From cells to figures: the value, its bounds and its status. */
    private String figures(String cells) {
        return """
                with known as (%s),
                judged as (%s)
                select indicator, duty, definition_version, %s,
                    place_scheme, place_level, place, %s, category,
                    numerator, denominator,
                    case when status not in ('ok', 'over_100', 'published') then cast(null as double)
                        when quantile is not null then cast(quantile as double)
                        when denominator is null then cast(numerator as double)
                        else cast(numerator * per as double) / nullif(denominator, 0) end as value,
                    cast(lower_numerator * per as double) / nullif(denominator, 0) as lower,
                    cast(upper_numerator * per as double) / nullif(denominator, 0) as upper,
                    unit, target, status, persons, employers, counts, is_sensitive,
                    numerator_top1, numerator_top2, denominator_top1, denominator_top2,
                    contributors_below, contributors_above
                from judged
                """.formatted(
                        knownNumbers(cells),
                        STATUS,
                        isNational() ? YEAR_COLUMNS : periodColumns(),
                        isNational() ? "'none' as breakdown, 'all' as breakdown_value" : "breakdown, breakdown_value");
    }

    /** Where the history is short, every number is unknown. */
    private String knownNumbers(String cells) {
        boolean isAllKnown = indicators.stream().noneMatch(this::isShort);
        String numbers = NUMBERS.stream()
                .map((isAllKnown ? "cells.%1$s" : "case when not is_short then cells.%1$s end as %1$s")::formatted)
                .collect(Collectors.joining(", "));
        return """
                select cells.indicator, category, place_scheme, place_level, place, breakdown, breakdown_value,
                    duty, definition_version, unit, target, counts, is_sensitive, per, is_short, %s as is_published, %s
                from (%s) as cells inner join %s as indicators on cells.indicator = indicators.indicator
                """.formatted(isNational(), numbers, cells, INDICATORS);
    }

    private boolean isNational() {
        return base.nationalYear().isPresent();
    }

    private String periodColumns() {
        return "'%s' as period_type, '%s' as period, %s as period_from, %s as period_to, %s as as_of"
                .formatted(period.type().word(), period, date(period.from()), date(period.to()), date(period.asOf()));
    }

    private static String date(LocalDate day) {
        return "cast('%s' as date)".formatted(day);
    }
}
