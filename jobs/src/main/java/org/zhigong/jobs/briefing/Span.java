package org.zhigong.jobs.briefing;

import java.time.YearMonth;

/** How long a period is, and which periods it is compared with. */
enum Span {
    MONTH,
    QUARTER,
    YEAR;

    static Span of(String period) {
        return period.length() == 4 ? YEAR : period.contains("Q") ? QUARTER : MONTH;
    }

    /** The period before {@code period}. */
    static String before(String period) {
        return switch (of(period)) {
            case MONTH -> YearMonth.parse(period).minusMonths(1).toString();
            case QUARTER ->
                quarter(period) == 1 ? (year(period) - 1) + "-Q4" : year(period) + "-Q" + (quarter(period) - 1);
            case YEAR -> Integer.toString(year(period) - 1);
        };
    }

    /** The same period a year ago. */
    static String yearBefore(String period) {
        return (year(period) - 1) + period.substring(4);
    }

    static int year(String period) {
        return Integer.parseInt(period.substring(0, 4));
    }

    static int quarter(String period) {
        return Integer.parseInt(period.substring(6));
    }
}
