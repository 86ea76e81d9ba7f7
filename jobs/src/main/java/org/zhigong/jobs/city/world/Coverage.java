package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An employer's time with one union, months half-open.
 *
 * @param union the key of the employer's own union (its life's) or of a joint union
 * @param unionId its number in all files
 * @param fromOn when it begins, in month {@code from} or long before
 * @param toOn when it ends, in month {@code to}; null if it does not end while the city lives
 */
record Coverage(
        boolean isOwn,
        long union,
        String unionId,
        int from,
        int to,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {

    boolean holdsAt(int month) {
        return from <= month && month < to;
    }
}
