package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.function.Predicate;

/** What agreements that name nobody leave open about a numerator. */
@FunctionalInterface
interface Bounds {

    /**
     * @param listed the numerator by lists and rules alone
     * @param all the denominator
     * @param stated the totals whose whole area and industry is in the cell
     */
    Interval of(long listed, long all, List<StatedTotal> stated);

    /** Workers: at least the greatest single total, at most all totals beside the lists, within the whole. */
    static Bounds ofWorkers(Predicate<StatedTotal> which) {
        return (listed, all, stated) -> {
            long greatest = stated.stream()
                    .filter(which)
                    .mapToLong(StatedTotal::workers)
                    .max()
                    .orElse(0);
            return new Interval(
                    Math.min(all, Math.max(listed, greatest)), Math.min(all, listed + workers(which, stated)));
        };
    }

    /** Small and micro enterprises: the units of a total may all be others, or all be these. */
    static Bounds ofUnits() {
        return (listed, all, stated) -> {
            long units = stated.stream().mapToLong(StatedTotal::units).sum();
            return new Interval(listed, Math.min(all, listed + units));
        };
    }

    /** The stated workers of the totals that are meant. */
    static long workers(Predicate<StatedTotal> which, List<StatedTotal> stated) {
        return stated.stream().filter(which).mapToLong(StatedTotal::workers).sum();
    }
}
