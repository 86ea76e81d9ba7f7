package org.zhigong.airflow;

import java.time.Duration;

/**
 * How long to wait and how often to try.
 *
 * @param connect the longest wait for a connection
 * @param answer the longest wait for an answer
 * @param tries how often a call is made that can be repeated without harm, at least once
 * @param pause the longest pause before the second try; it doubles for each further one, and a random part of it is
 *     waited, so that many clients do not come back together
 */
public record Limits(Duration connect, Duration answer, int tries, Duration pause) {

    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), 4, Duration.ofMillis(500));

    /** @throws IllegalArgumentException if a time is not positive or there is no try */
    public Limits {
        if (tries < 1 || !isPositive(connect) || !isPositive(answer) || !isPositive(pause)) {
            throw new IllegalArgumentException(
                    "Invalid limits: expected positive times and at least one try, got connect %s, answer %s, %d tries, pause %s"
                            .formatted(connect, answer, tries, pause));
        }
    }

    private static boolean isPositive(Duration time) {
        return time.compareTo(Duration.ZERO) > 0;
    }
}
