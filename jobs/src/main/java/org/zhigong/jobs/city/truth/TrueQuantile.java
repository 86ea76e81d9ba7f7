package org.zhigong.jobs.city.truth;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A quantile as the definitions say it: the least amount that a share of all rows do not exceed.
 *
 * @param percent the share
 * @param amount what rows are ordered by; rows without it do not count
 * @param contributor who stands behind a row
 * @param window how many months must be known
 */
record TrueQuantile<R>(
        TrueIndicator.About about,
        Set<String> breakdowns,
        int percent,
        Function<R, OptionalLong> amount,
        Function<R, Optional<String>> contributor,
        ToLongFunction<R> persons,
        int window) {

    /**
     * The numbers of one cell.
     *
     * @param value empty where there are no rows
     * @param below how many contributors have a row strictly below it
     * @param above and strictly above it
     */
    record Numbers(OptionalLong value, long rows, long persons, long employers, long below, long above) {}

    TrueQuantile {
        breakdowns = Set.copyOf(breakdowns);
    }

    Numbers in(List<R> cell) {
        List<R> rows = cell.stream()
                .filter(row -> amount.apply(row).isPresent())
                .sorted(java.util.Comparator.comparingLong(this::amountOf))
                .toList();
        if (rows.isEmpty()) {
            return new Numbers(OptionalLong.empty(), 0, 0, 0, 0, 0);
        }
        int needed = (rows.size() * percent + 99) / 100;
        long value = amountOf(rows.get(needed - 1));
        Set<String> all = new HashSet<>();
        Set<String> below = new HashSet<>();
        Set<String> above = new HashSet<>();
        for (R row : rows) {
            contributor.apply(row).ifPresent(who -> {
                all.add(who);
                if (amountOf(row) < value) {
                    below.add(who);
                } else if (amountOf(row) > value) {
                    above.add(who);
                }
            });
        }
        long behind = rows.stream().mapToLong(persons).sum();
        return new Numbers(OptionalLong.of(value), rows.size(), behind, all.size(), below.size(), above.size());
    }

    private long amountOf(R row) {
        return amount.apply(row).orElseThrow();
    }
}
