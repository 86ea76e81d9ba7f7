package org.zhigong.marts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One indicator among the measures of its base: which columns of a wide cell make its figures. */
final class CellBranch {

    private static final String NOTHING = "cast(null as bigint)";

    private final Indicator indicator;
    private final Base base;
    private final Measures measures;
    private final Map<String, Measures.Measure> numerators = new LinkedHashMap<>();
    private final Optional<Measures.Measure> denominator;
    private final Optional<MeanStock> mean;
    private final Measures.Measure persons;

    CellBranch(Indicator indicator, Base base, Measures measures, PeriodKey period) {
        this.indicator = indicator;
        this.base = base;
        this.measures = measures;
        for (String category : indicator.categories()) {
            numerators.put(category, measures.sum(only(category, indicator.numerator())));
        }
        this.denominator = indicator.denominator().map(below -> measures.sum(only(Indicator.ALL, below.over(period))));
        this.mean = indicator
                .denominator()
                .filter(Indicator.Denominator::isMean)
                .map(below -> new MeanStock(indicator.monthsNeeded(period)));
        this.persons = measures.sum(when(personRows(indicator, period), only(Indicator.ALL, indicator.persons())));
        denominator.ifPresentOrElse(measures::count, () -> numerators.values().forEach(measures::count));
        if (isRanked()) {
            numerators.values().forEach(measures::rank);
            denominator.ifPresent(measures::rank);
        }
        for (Indicator.Bounds bounds : indicator.bounds().values()) {
            Expressions.aggregates(bounds.lower()).forEach(this::measure);
            Expressions.aggregates(bounds.upper()).forEach(this::measure);
        }
    }

    private boolean isRanked() {
        return switch (indicator.counts()) {
            case PERSONS, CASES, FEN, MINUTES -> true;
            case EMPLOYERS, UNITS -> false;
        };
    }

    /** The rows whose persons count in {@code period}. */
    static String personRows(Indicator indicator, PeriodKey period) {
        boolean isOneMonth = period.type() == PeriodKey.Type.MONTH;
        return isOneMonth || indicator.personsOf() == Indicator.PersonsOf.PERIOD
                ? "true"
                : "period = '%s'".formatted(period.last());
    }

    /** What is summed over the rows of the population, and of one category if the indicator is a mix. */
    private String only(String category, String expression) {
        String counted = category.equals(Indicator.ALL)
                ? expression
                : indicator
                        .category()
                        .map(mix -> when("%s = '%s'".formatted(mix.column(), category), expression))
                        .orElse(expression);
        return indicator.population().map(rows -> when(rows, counted)).orElse(counted);
    }

    static String when(String condition, String expression) {
        return condition.equals("true")
                ? expression
                : "case when %s then %s else 0 end".formatted(condition, expression);
    }

    /** A select for each category, from wide cells to rows of the columns that {@link CellPlan} names. */
    List<String> selects(String wide, List<Base.Breakdown> breakdowns) {
        String cells = StatedCells.of(indicator, base, breakdowns);
        return numerators.entrySet().stream()
                .map(each -> select(each.getKey(), each.getValue(), wide, cells))
                .toList();
    }

    private String select(String category, Measures.Measure numerator, String wide, String cells) {
        String below = denominator.map(sum -> mean(sum.alias())).orElse(NOTHING);
        Optional<Indicator.Bounds> bounds =
                Optional.ofNullable(indicator.bounds().get(category));
        String employers = denominator.orElse(numerator).contributors();
        return "select '%s' as indicator, '%s' as category, place_scheme, place_level, place, breakdown, breakdown_value"
                        .formatted(indicator.id(), category)
                + ", %s as numerator, %s as denominator".formatted(numerator.alias(), below)
                + ", %s as lower_numerator".formatted(bound(bounds.map(Indicator.Bounds::lower), numerator))
                + ", %s as upper_numerator".formatted(bound(bounds.map(Indicator.Bounds::upper), numerator))
                + ", %s as persons, %s as employers".formatted(persons.alias(), employers)
                + largest("numerator", Optional.of(numerator))
                + largest("denominator", denominator)
                + ", %1$s as quantile, %1$s as contributors_below, %1$s as contributors_above".formatted(NOTHING)
                + " from %s where %s and (%s <> 0 or coalesce(%s, 0) <> 0 or (place_level = '%s' and breakdown = '%s'))"
                        .formatted(wide, cells, numerator.alias(), below, Base.CITY_LEVEL, CellKind.UNSPLIT);
    }

    private String largest(String side, Optional<Measures.Measure> sum) {
        Optional<Measures.Measure> known = sum.filter(measures::isRanked);
        boolean isMean = sum.equals(denominator);
        String first = known.map(Measures.Measure::first).orElse(NOTHING);
        String second = known.map(Measures.Measure::second).orElse(NOTHING);
        return ", %s as %s_top1, %s as %s_top2"
                .formatted(isMean ? mean(first) : first, side, isMean ? mean(second) : second, side);
    }

    private String mean(String sum) {
        return mean.map(stock -> stock.of(sum)).orElse(sum);
    }

    private String bound(Optional<String> expression, Measures.Measure numerator) {
        if (expression.isEmpty()) {
            return NOTHING;
        }
        StringBuilder text = new StringBuilder(expression.get());
        List<Expressions.Aggregate> aggregates = Expressions.aggregates(expression.get());
        for (int i = aggregates.size() - 1; i >= 0; i--) {
            text.replace(
                    aggregates.get(i).start(),
                    aggregates.get(i).end(),
                    measure(aggregates.get(i)).alias());
        }
        String named = text.toString()
                .replaceAll("\\b" + Expressions.NUMERATOR + "\\b", numerator.alias())
                .replaceAll(
                        "\\b" + Expressions.DENOMINATOR + "\\b",
                        denominator.orElse(numerator).alias());
        return "cast(%s as bigint)".formatted(named);
    }

    private Measures.Measure measure(Expressions.Aggregate aggregate) {
        return aggregate.function().equals("sum")
                ? measures.sum(aggregate.argument())
                : measures.max(aggregate.argument());
    }
}
