package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A month, quarter or calendar year, by its last month. */
record Period(String type, int months, YearMonth last) {

    /** The periods that end with {@code month}. */
    static List<Period> endingWith(YearMonth month) {
        List<Period> periods = new ArrayList<>();
        periods.add(new Period("month", 1, month));
        if (month.getMonthValue() % 3 == 0) {
            periods.add(new Period("quarter", 3, month));
        }
        if (month.getMonthValue() == 12) {
            periods.add(new Period("year", 12, month));
        }
        return periods;
    }

    YearMonth first() {
        return last.minusMonths(months - 1L);
    }

    LocalDate from() {
        return first().atDay(1);
    }

    /** The day after. */
    LocalDate to() {
        return last.plusMonths(1).atDay(1);
    }

    String label() {
        if (months == 1) {
            return last.toString();
        }
        return months == 12 ? "" + last.getYear() : last.getYear() + "-Q" + last.getMonthValue() / 3;
    }
}
