package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.truth.TrueIndicator.About;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of disputes, over the rows of the months of a period. */
final class DisputeIndicators {

    private static final Set<String> TRAITS = Set.of("industry", "ownership", "size_class");

    private DisputeIndicators() {}

    static List<TrueIndicator<DisputeRow>> over(Period period) {
        return List.of(
                TrueIndicator.<DisputeRow>count("disputes", Counted.CASES, row -> 1, DisputeRow::workers)
                        .duty(63)
                        .by(Set.of("industry", "ownership", "size_class", "cause"))
                        .among(DisputeRow::isNewQuarrel)
                        .sensitive(),
                TrueIndicator.<DisputeRow>rate(
                                "dispute_incidence",
                                Counted.CASES,
                                row -> row.isNewQuarrel() ? 1 : 0,
                                DisputeRow::openingAndClosing,
                                row -> row.isNewQuarrel() ? row.workers() : 0)
                        .unit("per_10k")
                        .overMeanOf(period.months())
                        .duty(63)
                        .by(TRAITS)
                        .sensitive(),
                share("mediation_success_rate", 61, DisputeRow::isClosedMediation, DisputeCase::isAgreed)
                        .by(Set.of("industry", "ownership")),
                share("mediation_on_time_rate", 62, DisputeRow::isClosedMediation, DisputeCase::isOnTime),
                share("joint_mediation_share", 68, DisputeRow::isClosedMediation, DisputeCase::isJoint),
                clearance(period),
                share("arbitration_on_time_rate", 65, row -> row.is(DisputeCase::isAward), DisputeCase::isOnTime),
                mix(
                        "dispute_outcome_mix",
                        List.of("AWARD", "MEDIATED", "WITHDRAWN", "OTHER"),
                        DisputeReport::howClosed),
                mix("dispute_winner_mix", List.of("WORKER", "EMPLOYER", "BOTH"), DisputeReport::winner),
                share("collective_dispute_share", 67, DisputeRow::isNewQuarrel, DisputeCase::isCollective)
                        .by(Set.of("industry")),
                TrueIndicator.<DisputeRow>rate(
                                "collective_dispute_persons_share",
                                Counted.PERSONS,
                                row -> row.is(DisputeCase::isCollective) ? row.workers() : 0,
                                DisputeRow::workers,
                                DisputeRow::workers)
                        .duty(67)
                        .by(Set.of("industry"))
                        .among(DisputeRow::isNewQuarrel)
                        .sensitive());
    }

    static List<TrueQuantile<DisputeRow>> medians() {
        return List.of(
                median("mediation_days_median", 62, DisputeCase::isMediation),
                median("arbitration_days_median", 65, DisputeCase::isAward));
    }

    private static TrueQuantile<DisputeRow> median(String id, long duty, Predicate<DisputeCase> which) {
        About about = About.of(id, "days", Counted.CASES).withDuty(duty);
        return new TrueQuantile<>(
                new About(id, about.duty(), about.unit(), about.counted(), about.target(), true),
                Set.of(),
                50,
                row -> row.of().filter(which).map(DisputeCase::days).orElseGet(java.util.OptionalLong::empty),
                DisputeRow::contributor,
                DisputeRow::workers,
                1);
    }

    /** What was pending when the period began counts once, whatever its length. */
    private static TrueIndicator<DisputeRow> clearance(Period period) {
        ToLongFunction<DisputeRow> onHand = row -> row.caseIf(DisputeCase::isNew)
                + (row.month().equals(period.first()) ? row.caseIf(DisputeCase::isPendingAtStart) : 0);
        return TrueIndicator.<DisputeRow>rate(
                        "arbitration_clearance_rate",
                        Counted.CASES,
                        row -> row.caseIf(DisputeCase::isClosedNow),
                        onHand,
                        DisputeRow::workers)
                .duty(64)
                .among(row -> row.is(known -> !known.isMediation()))
                .sensitive();
    }

    private static TrueIndicator<DisputeRow> share(
            String id, long duty, Predicate<DisputeRow> among, Predicate<DisputeCase> which) {
        return TrueIndicator.<DisputeRow>rate(
                        id, Counted.CASES, row -> row.caseIf(which), row -> 1, DisputeRow::workers)
                .duty(duty)
                .among(among)
                .sensitive();
    }

    private static TrueIndicator<DisputeRow> mix(
            String id, List<String> categories, Function<DisputeReport, @Nullable String> category) {
        return TrueIndicator.<DisputeRow>rate(id, Counted.CASES, row -> 1, row -> 1, DisputeRow::workers)
                .duty(66)
                .by(Set.of("industry", "ownership"))
                .among(row ->
                        row.isClosedArbitration() && categoryOf(row, category).isPresent())
                .mixed(new Parts(categories, category))
                .sensitive();
    }

    private static Optional<String> categoryOf(DisputeRow row, Function<DisputeReport, @Nullable String> category) {
        return row.of().map(known -> category.apply(known.state()));
    }

    private record Parts(List<String> categories, Function<DisputeReport, @Nullable String> category)
            implements TrueIndicator.Mix<DisputeRow> {

        @Override
        public Optional<String> of(DisputeRow row) {
            return categoryOf(row, category);
        }

        @Override
        public Optional<Interval> bounds(String part, List<Long> listed, long all, List<StatedTotal> stated) {
            return Optional.empty();
        }
    }
}
