package org.zhigong.marts;

/**
 * The mean of a stock over {@code months}, from the sum of its opening and closing numbers of each of them. It is a
 * whole number, half of one rounded up; the division leaves no remainder, so that engines agree.
 */
record MeanStock(int months) {

    /** The mean, where {@code sum} is that sum. */
    String of(String sum) {
        int halves = 2 * months;
        return "cast((%1$s + %2$d - (%1$s + %2$d) %% %3$d) / %3$d as bigint)".formatted(sum, months, halves);
    }
}
