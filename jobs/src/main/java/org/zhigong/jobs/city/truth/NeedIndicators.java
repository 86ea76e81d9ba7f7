package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.zhigong.jobs.city.truth.NeedEvents.Asked;
import org.zhigong.jobs.city.truth.TrueIndicator.About;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of requests, needs, services and living unions. */
final class NeedIndicators {

    static final int YEAR = 12;

    private static final Set<String> ATTRIBUTES = Set.of("sex", "hukou", "form");
    private static final Set<String> WITH_INDUSTRY = Set.of("industry", "sex", "hukou", "form");
    private static final Set<String> OF_CLASSES = Set.of("need_class");
    private static final List<String> CLASSES =
            List.of("10", "20", "21", "22", "30", "31", "32", "40", "41", "50", "60", "70", "80", "90");

    private NeedIndicators() {}

    /** Of what happened in the period. */
    static List<TrueIndicator<NeedTally>> ofRequests() {
        Set<String> dimensions = Set.of("need_class", "sex", "hukou", "form");
        return List.of(
                cases("need_match_rate", 82, NeedTally.Of.MATCHED, NeedTally.Of.JUDGED)
                        .by(dimensions)
                        .sensitive(),
                cases("need_match_rate_known", 82, NeedTally.Of.MATCHED_KNOWN, NeedTally.Of.JUDGED_KNOWN)
                        .by(dimensions)
                        .sensitive(),
                cases("request_closure_time", 92, NeedTally.Of.IN_TIME, NeedTally.Of.DUE)
                        .by(OF_CLASSES));
    }

    /** Of requests closed in the period. */
    static List<TrueQuantile<Asked>> ofHours() {
        return List.of(hours("request_closure_time_median", 50), hours("request_closure_time_p90", 90));
    }

    private static TrueQuantile<Asked> hours(String id, int percent) {
        return new TrueQuantile<>(
                About.of(id, "hours", Counted.CASES).withDuty(92),
                OF_CLASSES,
                percent,
                asked -> OptionalLong.of(NeedRules.hoursToClose(asked.row())),
                asked -> asked.spot().employer().equals(Employer.NONE)
                        ? Optional.empty()
                        : Optional.of(asked.spot().employer()),
                asked -> 1,
                1);
    }

    /** Of the needs of twelve months. */
    static List<TrueIndicator<NeedTally>> ofNeeds() {
        return List.of(
                TrueIndicator.rate(
                                "worker_needs_db_coverage",
                                Counted.PERSONS,
                                of(NeedTally.Of.ASKING),
                                of(NeedTally.Of.WORKER_STOCKS),
                                of(NeedTally.Of.ASKING))
                        .duty(113)
                        .by(WITH_INDUSTRY)
                        .window(YEAR)
                        .overMeanOf(YEAR),
                cases("worker_needs_db_coded_share", 113, NeedTally.Of.CODED, NeedTally.Of.REQUESTS)
                        .by(WITH_INDUSTRY)
                        .window(YEAR),
                TrueIndicator.rate(
                                "unmet_need_rate",
                                Counted.PERSONS,
                                of(NeedTally.Of.UNMET),
                                of(NeedTally.Of.NEEDS),
                                of(NeedTally.Of.NEEDS))
                        .duty(82)
                        .by(Set.of("industry", "sex", "hukou", "form", "need_class"))
                        .window(YEAR)
                        .sensitive());
    }

    /** Of needs by class; rows of each class apart. */
    static TrueIndicator<NeedTally> ofNeedClasses() {
        List<String> categories = new java.util.ArrayList<>(CLASSES);
        categories.add("none");
        return TrueIndicator.rate(
                        "needs_by_class",
                        Counted.PERSONS,
                        of(NeedTally.Of.NEEDS),
                        of(NeedTally.Of.WORKER_STOCKS),
                        of(NeedTally.Of.NEEDS))
                .duty(113)
                .unit("per_10k")
                .window(YEAR)
                .overMeanOf(YEAR)
                .sensitive()
                .mixed(new ByClass(categories));
    }

    /** The services of twelve months, every month. */
    static TrueIndicator<NeedTally> reach() {
        return TrueIndicator.rate(
                        "inclusive_service_reach",
                        Counted.PERSONS,
                        of(NeedTally.Of.SERVED),
                        of(NeedTally.Of.MEMBER_STOCKS),
                        of(NeedTally.Of.MEMBERS))
                .duty(81)
                .by(WITH_INDUSTRY)
                .window(YEAR)
                .overMeanOf(YEAR);
    }

    /** Of services by class; rows of each class apart. */
    static TrueIndicator<NeedTally> reachByClass() {
        return TrueIndicator.rate(
                        "inclusive_service_reach_by_class",
                        Counted.PERSONS,
                        of(NeedTally.Of.SERVED_OF_CLASS),
                        of(NeedTally.Of.MEMBER_STOCKS),
                        of(NeedTally.Of.MEMBERS))
                .duty(81)
                .window(YEAR)
                .overMeanOf(YEAR)
                .sensitive()
                .mixed(new ByClass(CLASSES));
    }

    static List<TrueIndicator<NeedTally>> ofSpells() {
        return List.of(
                TrueIndicator.rate(
                                "mutual_aid_coverage",
                                Counted.PERSONS,
                                of(NeedTally.Of.INSURED),
                                of(NeedTally.Of.MEMBERS),
                                of(NeedTally.Of.MEMBERS))
                        .duty(89)
                        .by(WITH_INDUSTRY)
                        .sensitive(),
                TrueIndicator.rate(
                                "hardship_relief_rate",
                                Counted.PERSONS,
                                of(NeedTally.Of.HELPED),
                                of(NeedTally.Of.IN_HARDSHIP),
                                of(NeedTally.Of.IN_HARDSHIP))
                        .duty(90)
                        .by(ATTRIBUTES)
                        .window(YEAR)
                        .sensitive());
    }

    static TrueIndicator<NeedTally> livingUnions() {
        return TrueIndicator.rate(
                        "active_union_rate",
                        Counted.UNITS,
                        of(NeedTally.Of.ACTIVE),
                        of(NeedTally.Of.UNIONS),
                        of(NeedTally.Of.MEMBERS))
                .duty(104)
                .by(Set.of("industry", "ownership"))
                .window(YEAR);
    }

    private static TrueIndicator<NeedTally> cases(String id, long duty, NeedTally.Of above, NeedTally.Of below) {
        return TrueIndicator.rate(id, Counted.CASES, of(above), of(below), of(below))
                .duty(duty);
    }

    private static ToLongFunction<NeedTally> of(NeedTally.Of what) {
        return tally -> tally.get(what);
    }

    /** A numerator in classes of need. */
    private record ByClass(List<String> classes) implements TrueIndicator.Mix<NeedTally> {

        @Override
        public List<String> categories() {
            return classes.stream().map("need_"::concat).toList();
        }

        @Override
        public Optional<String> of(NeedTally row) {
            return classes.contains(row.category()) ? Optional.of("need_" + row.category()) : Optional.empty();
        }

        @Override
        public Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated) {
            return Optional.empty();
        }
    }
}
