package org.zhigong.jobs.city.truth;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one party of agreements adds to a cell: an employer, or a shared agreement by itself.
 *
 * @param numbers what is not there is 0
 */
record BargainingRow(String party, Map<Count, Long> numbers) implements TrueRow {

    /** What is counted, in agreements, workers or fen. */
    enum Count {
        ROUNDS,
        ROUNDS_BY_UNION,
        ROUND_WORKERS,
        OFFERS,
        OFFERS_ANSWERED,
        OFFER_WORKERS,
        UNION_OFFERS,
        UNION_OFFERS_ANSWERED,
        UNION_OFFER_WORKERS,
        JUDGED,
        TWO_THIRDS_PRESENT,
        MAJORITY_FOR,
        FILED_IN_TIME,
        UNOPPOSED,
        IN_ORDER,
        JUDGED_WORKERS,
        ENDED,
        RENEWED,
        ENDED_WORKERS,
        GAPS_OVER,
        RENEWED_AFTER_GAP,
        GAP_WORKERS,
        WAGE_EFFECTS,
        FLOORS_KEPT,
        WAGE_EFFECT_WORKERS,
        NEGOTIATED_WORKERS,
        WAGES_BEFORE,
        WAGES_RISE,
        ENDING,
        ENDING_WORKERS
    }

    static BargainingRow of(String party) {
        return new BargainingRow(party, new EnumMap<>(Count.class));
    }

    BargainingRow add(Count count, long amount) {
        numbers.merge(count, amount, Long::sum);
        return this;
    }

    /** One, if it is so. */
    BargainingRow addIf(boolean isSo, Count count) {
        return isSo ? add(count, 1) : this;
    }

    long get(Count count) {
        return numbers.getOrDefault(count, 0L);
    }

    BargainingRow plus(BargainingRow other) {
        BargainingRow sum = of(party);
        numbers.forEach(sum::add);
        other.numbers.forEach(sum::add);
        return sum;
    }

    @Override
    public boolean isContributor() {
        return true;
    }
}
