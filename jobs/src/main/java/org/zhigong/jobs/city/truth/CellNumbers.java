package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out an indicator in one cell: sums of the rows that are in it, bounds by the totals that lie in it. */
final class CellNumbers {

    private static final List<String> REASONS =
            List.of("MIN_PERSONS", "MIN_EMPLOYERS", "DOMINANCE", "P_PERCENT", "SMALL_DENOMINATOR", "GROUP_DISCLOSURE");

    private CellNumbers() {}

    /** One figure, or one for each category. */
    static <R extends TrueRow> List<Numbers> of(TrueIndicator<R> indicator, List<R> rows, List<StatedTotal> stated) {
        List<R> population = rows.stream().filter(indicator.population()).toList();
        if (indicator.mix().isEmpty()) {
            return List.of(numbers(indicator, population, stated));
        }
        return mixed(indicator, indicator.mix().get(), population, stated);
    }

    private static <R extends TrueRow> Numbers numbers(
            TrueIndicator<R> indicator, List<R> rows, List<StatedTotal> stated) {
        Contributions numerator = new Contributions();
        rows.forEach(row -> numerator.add(row, indicator.numerator().applyAsLong(row)));
        numerator.whole();
        long listed = numerator.total() + indicator.fromTotals().applyAsLong(stated);
        Contributions denominator = denominator(indicator, rows);
        Optional<Interval> bounds = indicator.bounds().map(known -> known.of(listed, denominator.total(), stated));
        return numbers(indicator, rows, "all", listed, numerator, denominator, bounds);
    }

    private static <R extends TrueRow> List<Numbers> mixed(
            TrueIndicator<R> indicator, TrueIndicator.Mix<R> mix, List<R> rows, List<StatedTotal> stated) {
        List<Contributions> numerators = new ArrayList<>();
        mix.categories().forEach(category -> numerators.add(new Contributions()));
        for (R row : rows) {
            long amount = indicator.numerator().applyAsLong(row);
            for (int i = 0; i < numerators.size(); i++) {
                numerators.get(i).add(row, mix.part(row, mix.categories().get(i), amount));
            }
        }
        numerators.forEach(Contributions::whole);
        Contributions denominator = denominator(indicator, rows);
        List<Long> listed = numerators.stream().map(Contributions::total).toList();
        List<Numbers> all = new ArrayList<>();
        for (int i = 0; i < numerators.size(); i++) {
            String category = mix.categories().get(i);
            Optional<Interval> bounds = mix.bounds(category, listed, denominator.total(), stated);
            all.add(numbers(indicator, rows, category, listed.get(i), numerators.get(i), denominator, bounds));
        }
        return protectedTogether(all);
    }

    /** One category is what the others leave over, so none is shown where one is not; it keeps its own reason. */
    private static List<Numbers> protectedTogether(List<Numbers> categories) {
        Optional<String> first = categories.stream()
                .map(Numbers::reason)
                .filter(reason -> !reason.isEmpty())
                .min(Comparator.comparing(REASONS::indexOf));
        return categories.stream()
                .map(numbers ->
                        first.isPresent() && numbers.reason().isEmpty() ? numbers.confidential(first.get()) : numbers)
                .toList();
    }

    private static <R extends TrueRow> Contributions denominator(TrueIndicator<R> indicator, List<R> rows) {
        Contributions denominator = new Contributions();
        indicator.denominator().ifPresent(of -> rows.forEach(row -> denominator.add(row, of.applyAsLong(row))));
        denominator.whole();
        int months = indicator.span().meanOf();
        return months == 0 ? denominator : denominator.meanOver(months);
    }

    private static <R extends TrueRow> Numbers numbers(
            TrueIndicator<R> indicator,
            List<R> rows,
            String category,
            long listed,
            Contributions numerator,
            Contributions denominator,
            Optional<Interval> bounds) {
        boolean isCount = indicator.denominator().isEmpty();
        Numbers numbers = new Numbers(
                category,
                isCount,
                listed,
                denominator.total(),
                bounds,
                rows.stream().mapToLong(indicator.persons()).sum(),
                (isCount ? numerator : denominator).contributors(),
                Protection.NOTHING);
        return numbers.confidential(Protection.reason(indicator.about(), numbers, numerator, denominator));
    }
}
