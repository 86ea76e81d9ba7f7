package org.zhigong.marts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One indicator among the measures of its base: which columns of a wide cell make its figures. */
final class CellBranch {

    /** The expression of a number that there is not. */
    static final String NOTHING = "cast(null as bigint)";

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

    /** A line for each category. */
    List<CellLine> lines(List<Base.Breakdown> breakdowns) {
        String cells = StatedCells.of(indicator, base, breakdowns);
        return numerators.entrySet().stream()
                .map(each ->
                        new CellLine(indicator.id(), each.getKey(), cells, numbers(each.getKey(), each.getValue())))
                .toList();
    }

    private Map<String, String> numbers(String category, Measures.Measure numerator) {
        Optional<Indicator.Bounds> bounds =
                Optional.ofNullable(indicator.bounds().get(category));
        Map<String, String> numbers = new HashMap<>();
        numbers.put("numerator", numerator.alias());
        numbers.put("denominator", denominator.map(sum -> mean(sum.alias())).orElse(NOTHING));
        numbers.put("lower_numerator", bound(bounds.map(Indicator.Bounds::lower), numerator));
        numbers.put("upper_numerator", bound(bounds.map(Indicator.Bounds::upper), numerator));
        numbers.put("persons", persons.alias());
        numbers.put("employers", denominator.orElse(numerator).contributors());
        numbers.put(
                "numerator_top1", known(numerator).map(Measures.Measure::first).orElse(NOTHING));
        numbers.put(
                "numerator_top2", known(numerator).map(Measures.Measure::second).orElse(NOTHING));
        numbers.put("denominator_top1", below(Measures.Measure::first));
        numbers.put("denominator_top2", below(Measures.Measure::second));
        return numbers;
    }

    private Optional<Measures.Measure> known(Measures.Measure sum) {
        return Optional.of(sum).filter(measures::isRanked);
    }

    private String below(Function<Measures.Measure, String> part) {
        return denominator.flatMap(this::known).map(part).map(this::mean).orElse(NOTHING);
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
