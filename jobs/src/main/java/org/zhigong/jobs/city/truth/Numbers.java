package org.zhigong.jobs.city.truth;

import java.util.Optional;

/**
 * The numbers of one figure.
 *
 * @param isCount whether there is no denominator, which is 0 then
 * @param numerator what lists and rules alone give
 * @param bounds of the numerator, where totals without names leave it open or could
 * @param reason why it is confidential, empty if it is not
 */
record Numbers(
        String category,
        boolean isCount,
        long numerator,
        long denominator,
        Optional<Interval> bounds,
        long persons,
        long employers,
        String reason) {

    Numbers confidential(String because) {
        return new Numbers(category, isCount, numerator, denominator, bounds, persons, employers, because);
    }

    boolean isOpen() {
        return bounds.isPresent() && !bounds.get().isJust(numerator);
    }

    boolean isZero() {
        return numerator == 0 && denominator == 0;
    }
}
