package org.zhigong.transform;

import java.time.YearMonth;

/**
 * How many months a model reads of another table, counted back from the month that is built, which is included.
 *
 * @param months at least 1; {@link #ALL} reads every month up to the one that is built
 */
public record Window(int months) {

    /** Every month up to the one that is built. */
    public static final Window ALL = new Window(Integer.MAX_VALUE);

    /** Only the month that is built: what a model reads unless it says otherwise. */
    public static final Window ONE = new Window(1);

    public Window {
        if (months < 1) {
            throw new IllegalArgumentException("Invalid window: expected 1 month or more, found " + months);
        }
    }

    /** Whether building {@code built} reads {@code month}. */
    public boolean contains(YearMonth month, YearMonth built) {
        return !month.isAfter(built) && (months == ALL.months || month.isAfter(built.minusMonths(months)));
    }

    @Override
    public String toString() {
        return months == ALL.months ? "all" : Integer.toString(months);
    }
}
