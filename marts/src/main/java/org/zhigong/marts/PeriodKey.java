package org.zhigong.marts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A month, quarter or calendar year that figures are stated for. Its days are half-open: from {@link #from} up to, but
 * without, {@link #to}.
 *
 * @param first the first month of the period
 */
public record PeriodKey(Type type, YearMonth first) implements Comparable<PeriodKey> {

    /** How long a period is. */
    public enum Type {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Type(int months) {
            this.months = months;
        }

        /** The word in tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PeriodKey {
        if ((first.getMonthValue() - 1) % type.months != 0) {
            throw new IllegalArgumentException("Invalid period: no %s starts in %s".formatted(type.word(), first));
        }
    }

    /** The month itself as a period. */
    public static PeriodKey month(YearMonth month) {
        return new PeriodKey(Type.MONTH, month);
    }

    /** The period of this type that {@code month} belongs to. */
    public static PeriodKey of(Type type, YearMonth month) {
        return new PeriodKey(type, month.minusMonths((month.getMonthValue() - 1) % type.months));
    }

    /** Every period that ends within these months, months first: the periods that a release states. */
    public static List<PeriodKey> ending(YearMonth from, YearMonth until) {
        List<PeriodKey> keys = new ArrayList<>();
        for (Type type : Type.values()) {
            for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
                PeriodKey key = of(type, month);
                if (key.last().equals(month)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** The last month; stocks of the period are the stocks at its end. */
    public YearMonth last() {
        return first.plusMonths(type.months - 1L);
    }

    /** The months of the period, in order. */
    public List<YearMonth> months() {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(type.months)
                .toList();
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** The day after the last day. */
    public LocalDate to() {
        return last().plusMonths(1).atDay(1);
    }

    /** The last day: stocks are counted at its end. */
    public LocalDate asOf() {
        return last().atEndOfMonth();
    }

    /** As tables write it: {@code 2025-03}, {@code 2025-Q1}, {@code 2025}. */
    @Override
    public String toString() {
        return switch (type) {
            case MONTH -> first.toString();
            case QUARTER -> "%d-Q%d".formatted(first.getYear(), first.getMonthValue() / 3 + 1);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    @Override
    public int compareTo(PeriodKey other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : first.compareTo(other.first);
    }
}
