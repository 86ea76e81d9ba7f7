package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of employers, their workers and members at the end of a month. */
final class EmployerIndicators {

    static final Set<String> TRAITS = Set.of("industry", "ownership", "size_class");
    private static final Set<String> TRAITS_AND_ATTRIBUTES =
            Set.of("industry", "ownership", "size_class", "sex", "hukou", "form");

    private EmployerIndicators() {}

    static List<TrueIndicator<Portion>> at(LocalDate asOf) {
        return Stream.of(stocks(), coverage(), levels(), membership(asOf))
                .flatMap(List::stream)
                .toList();
    }

    private static List<TrueIndicator<Portion>> stocks() {
        return List.of(
                TrueIndicator.count("workers", Counted.PERSONS, Portion::workers, Portion::workers)
                        .by(TRAITS),
                TrueIndicator.count("members_at_employer", Counted.PERSONS, Portion::members, Portion::members)
                        .by(TRAITS),
                employers("employers", Portion::isInScope),
                employers("unionised_employers", Portion::isUnionised));
    }

    private static List<TrueIndicator<Portion>> coverage() {
        return List.of(
                share("wage_bargaining_establishment_rate", 39, Portion::isOfUnionisedEnterprise, Portion::isWageBound)
                        .target(1.0),
                workers("coverage_any_workers", 40, when(Portion::isBound, Portion::workers), Portion::workers)
                        .by(TRAITS_AND_ATTRIBUTES)
                        .within(Bounds.ofWorkers(total -> true)),
                workers(
                                "coverage_any_workers_workplace",
                                40,
                                when(Portion::isBound, Portion::atWorkplace),
                                Portion::atWorkplace)
                        .within(Bounds.ofWorkers(total -> true)),
                workers("coverage_wage_workers", 41, when(Portion::isWageBound, Portion::workers), Portion::workers)
                        .within(Bounds.ofWorkers(StatedTotal::coversWage)),
                workers("coverage_adjusted", 43, when(Portion::isBound, Portion::bargainers), Portion::bargainers)
                        .within(Bounds.ofWorkers(total -> true)),
                share(
                                "small_micro_area_coverage",
                                44,
                                Portion::isSmallAndConcentrated,
                                row -> row.of().isBoundBy(Level.INDUSTRY)
                                        || row.of().isBoundBy(Level.AREA))
                        .within(Bounds.ofUnits()),
                workers("coverage_stated_only_share", 40, row -> 0, Portion::workers)
                        .adding(totals -> Bounds.workers(total -> true, totals)));
    }

    private static List<TrueIndicator<Portion>> levels() {
        return List.of(
                workers("coverage_level_exclusive", 42, Portion::workers, Portion::workers)
                        .mixed(new ByLevel.Exclusive()),
                workers(
                        "coverage_level_enterprise",
                        42,
                        when(boundBy(Level.ENTERPRISE), Portion::workers),
                        Portion::workers),
                level("coverage_level_industry", Level.INDUSTRY),
                level("coverage_level_area", Level.AREA),
                workers(
                                "coverage_overlap_matrix",
                                42,
                                when(Portion::isBound, Portion::workers),
                                when(Portion::isBound, Portion::workers))
                        .mixed(new ByLevel.Overlap()),
                workers(
                        "coverage_overlap_rate",
                        42,
                        row -> row.workers() * Math.max(0, row.of().levels().size() - 1),
                        row -> row.workers() * row.of().levels().size()));
    }

    private static List<TrueIndicator<Portion>> membership(LocalDate asOf) {
        return List.of(
                share("unionisation_rate_units", 98, Portion::isInScope, Portion::isUnionised),
                share("unionisation_rate_enterprises", 98, Portion::isOfEnterprise, Portion::isUnionised),
                share("unionisation_rate_staff_25", 98, row -> row.workers() >= 25, Portion::isUnionised),
                share("unionisation_rate_foreign", 98, Portion::isForeign, Portion::isUnionised),
                share("unionisation_rate_small_nonpublic", 98, Portion::isSmallAndNotPublic, Portion::isUnionised),
                share(
                        "unionisation_rate_social_organisations",
                        98,
                        Portion::isSocialOrganisation,
                        Portion::isUnionised),
                workers("union_density", 99, Portion::members, Portion::workers).by(TRAITS_AND_ATTRIBUTES),
                workers("union_density_ilo", 99, Portion::memberEmployees, Portion::workers)
                        .by(TRAITS_AND_ATTRIBUTES),
                workers("membership_in_unionised", 100, Portion::members, Portion::workers)
                        .by(TRAITS_AND_ATTRIBUTES)
                        .among(Portion::isUnionised),
                workers("membership_in_unionised_ilo", 100, Portion::memberEmployees, Portion::workers)
                        .among(Portion::isUnionised),
                employers("overdue_establishment", row -> row.of().isOverdue(asOf))
                        .duty(103));
    }

    private static TrueIndicator<Portion> level(String id, Level level) {
        return workers(id, 42, when(boundBy(level), Portion::workers), Portion::workers)
                .within(Bounds.ofWorkers(total -> total.level() == level));
    }

    private static TrueIndicator<Portion> employers(String id, Predicate<Portion> which) {
        return TrueIndicator.count(id, Counted.EMPLOYERS, Portion::one, Portion::workers)
                .by(TRAITS)
                .among(which);
    }

    private static TrueIndicator<Portion> share(
            String id, long duty, Predicate<Portion> among, Predicate<Portion> which) {
        return TrueIndicator.rate(id, Counted.EMPLOYERS, when(which, Portion::one), Portion::one, Portion::workers)
                .duty(duty)
                .by(TRAITS)
                .among(among);
    }

    private static TrueIndicator<Portion> workers(
            String id, long duty, ToLongFunction<Portion> numerator, ToLongFunction<Portion> denominator) {
        return TrueIndicator.rate(id, Counted.PERSONS, numerator, denominator, Portion::workers)
                .duty(duty)
                .by(TRAITS);
    }

    private static ToLongFunction<Portion> when(Predicate<Portion> which, ToLongFunction<Portion> measure) {
        return row -> which.test(row) ? measure.applyAsLong(row) : 0;
    }

    private static Predicate<Portion> boundBy(Level level) {
        return row -> row.of().isBoundBy(level);
    }
}
