package org.zhigong.jobs.city.truth;

import static org.zhigong.jobs.city.truth.TrueIndicator.Counted.FEN;
import static org.zhigong.jobs.city.truth.TrueIndicator.Counted.PERSONS;
import static org.zhigong.jobs.city.truth.TrueIndicator.Counted.UNITS;

import java.util.List;
import java.util.Set;
import org.zhigong.jobs.city.truth.BargainingRow.Count;

/** The indicators of bargaining. */
final class BargainingIndicators {

    private static final Set<String> BY_LEVEL = Set.of("agreement_level");
    private static final Set<String> BY_INDUSTRY_AND_LEVEL = Set.of("industry", "agreement_level");
    private static final Set<String> BY_INDUSTRY_AND_OWNERSHIP = Set.of("industry", "ownership");

    private BargainingIndicators() {}

    /** What happened in a period. */
    static List<TrueIndicator<BargainingRow>> flows() {
        return List.of(
                rate("union_offer_rate", 46, Count.ROUNDS_BY_UNION, Count.ROUNDS, Count.ROUND_WORKERS)
                        .by(BY_INDUSTRY_AND_LEVEL),
                rate("offer_response_on_time", 47, Count.OFFERS_ANSWERED, Count.OFFERS, Count.OFFER_WORKERS)
                        .by(BY_INDUSTRY_AND_OWNERSHIP),
                rate(
                                "offer_response_on_time_employer",
                                47,
                                Count.UNION_OFFERS_ANSWERED,
                                Count.UNION_OFFERS,
                                Count.UNION_OFFER_WORKERS)
                        .by(BY_INDUSTRY_AND_OWNERSHIP),
                process("agreement_due_process_rate", Count.IN_ORDER),
                process("agreement_due_process_present", Count.TWO_THIRDS_PRESENT),
                process("agreement_due_process_majority", Count.MAJORITY_FOR),
                process("agreement_due_process_filed", Count.FILED_IN_TIME),
                process("agreement_due_process_unopposed", Count.UNOPPOSED),
                rate("agreement_renewal_rate", 49, Count.RENEWED, Count.ENDED, Count.ENDED_WORKERS)
                        .by(BY_INDUSTRY_AND_LEVEL),
                rate(
                                "agreement_renewal_short_gap_rate",
                                49,
                                Count.RENEWED_AFTER_GAP,
                                Count.GAPS_OVER,
                                Count.GAP_WORKERS)
                        .by(BY_INDUSTRY_AND_LEVEL),
                TrueIndicator.<BargainingRow>rate(
                                "negotiated_wage_growth",
                                FEN,
                                row -> row.get(Count.WAGES_RISE),
                                row -> row.get(Count.WAGES_BEFORE),
                                row -> row.get(Count.NEGOTIATED_WORKERS))
                        .duty(50)
                        .by(BY_INDUSTRY_AND_OWNERSHIP),
                rate("wage_floor_compliance", 52, Count.FLOORS_KEPT, Count.WAGE_EFFECTS, Count.WAGE_EFFECT_WORKERS)
                        .target(1)
                        .by(Set.of("industry")));
    }

    /** What stands at the end of a month. */
    static List<TrueIndicator<BargainingRow>> stocks() {
        Set<String> breakdowns = Set.of("agreement_level", "ends_in");
        return List.of(
                TrueIndicator.<BargainingRow>count(
                                "agreements_expiring",
                                UNITS,
                                row -> row.get(Count.ENDING),
                                row -> row.get(Count.ENDING_WORKERS))
                        .by(breakdowns),
                TrueIndicator.<BargainingRow>count(
                                "agreements_expiring_workers",
                                PERSONS,
                                row -> row.get(Count.ENDING_WORKERS),
                                row -> row.get(Count.ENDING_WORKERS))
                        .by(breakdowns));
    }

    private static TrueIndicator<BargainingRow> process(String id, Count met) {
        return rate(id, 48, met, Count.JUDGED, Count.JUDGED_WORKERS).by(BY_LEVEL);
    }

    private static TrueIndicator<BargainingRow> rate(String id, long duty, Count met, Count all, Count workers) {
        return TrueIndicator.<BargainingRow>rate(
                        id, UNITS, row -> row.get(met), row -> row.get(all), row -> row.get(workers))
                .duty(duty);
    }
}
