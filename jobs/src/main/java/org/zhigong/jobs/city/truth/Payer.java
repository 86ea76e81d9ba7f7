package org.zhigong.jobs.city.truth;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an employer paid by each channel, in fen, for one month or several.
 *
 * @param payments in how many months it paid by each channel
 * @param workers of the last month
 */
record Payer(String employer, Map<String, Long> amounts, Map<String, Long> payments, long workers) implements TrueRow {

    static final String PREPARATORY = "preparatory";

    long amount() {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    long amount(String channel) {
        return amounts.getOrDefault(channel, 0L);
    }

    boolean pays(String channel) {
        return payments.containsKey(channel);
    }

    Payer withoutWorkers() {
        return new Payer(employer, amounts, payments, 0);
    }

    Payer plus(Payer other) {
        Map<String, Long> sums = new TreeMap<>(amounts);
        other.amounts.forEach((channel, fen) -> sums.merge(channel, fen, Long::sum));
        Map<String, Long> counts = new TreeMap<>(payments);
        other.payments.forEach((channel, times) -> counts.merge(channel, times, Long::sum));
        return new Payer(employer, sums, counts, workers + other.workers);
    }

    @Override
    public boolean isContributor() {
        return true;
    }
}
