package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the law and the federation lay down, by date. */
final class Rules {

    static final long OVERDUE_STAFF = 25;
    static final long OVERDUE_MONTHS = 6;
    static final long OBJECTION_DAYS = 15;

    private static final long FUND_RATE_BP = 200;
    private static final LocalDate EVERY_ENTERPRISE_PAYS = LocalDate.of(2012, 1, 1);
    private static final LocalDate ONLY_UNIONISED_PAY = LocalDate.of(2016, 1, 1);
    private static final LocalDate SMALL_ONES_ARE_REFUNDED = LocalDate.of(2020, 1, 1);

    static final long ANSWER_DAYS = 20;
    static final long FILING_DAYS = 10;
    static final long GAP_DAYS = 30;
    static final long ARREARS_DAYS = 30;

    private static final long LATE_FEE_PERMILLE = 5;

    private static final NavigableMap<LocalDate, Long> MINIMUM_WAGES_FEN = new TreeMap<>(Map.ofEntries(
            Map.entry(LocalDate.of(2008, 7, 1), 80_000L),
            Map.entry(LocalDate.of(2010, 7, 1), 96_000L),
            Map.entry(LocalDate.of(2011, 1, 1), 116_000L),
            Map.entry(LocalDate.of(2012, 1, 1), 126_000L),
            Map.entry(LocalDate.of(2013, 1, 1), 140_000L),
            Map.entry(LocalDate.of(2014, 4, 1), 156_000L),
            Map.entry(LocalDate.of(2015, 4, 1), 172_000L),
            Map.entry(LocalDate.of(2016, 9, 1), 189_000L),
            Map.entry(LocalDate.of(2017, 9, 1), 200_000L),
            Map.entry(LocalDate.of(2018, 9, 1), 212_000L),
            Map.entry(LocalDate.of(2019, 7, 1), 220_000L),
            Map.entry(LocalDate.of(2021, 8, 1), 232_000L),
            Map.entry(LocalDate.of(2023, 9, 1), 242_000L),
            Map.entry(LocalDate.of(2025, 9, 1), 254_000L)));

    private Rules() {}

    /** Whether {@code floorFen} a month is no lower than the minimum wage of {@code day}. */
    static boolean isLawfulFloor(long floorFen, LocalDate day) {
        Map.Entry<LocalDate, Long> minimum = MINIMUM_WAGES_FEN.floorEntry(day);
        return minimum != null && floorFen >= minimum.getValue();
    }

    /** The day until which the fund for the payroll of {@code month} is to be paid. */
    static LocalDate dueOn(YearMonth month) {
        return month.plusMonths(1).atDay(15);
    }

    /** Five per mille a day, half a fen rounded up. */
    static long lateFeeFen(long outstandingFen, long daysLate) {
        return Math.floorDiv(outstandingFen * daysLate * LATE_FEE_PERMILLE + 500, 1_000L);
    }

    /** Whether the employer owes the fund two percent of its payroll of the month that ends on {@code asOf}. */
    static boolean isLiable(EmployerMonth month, LocalDate asOf) {
        boolean fromAll = !asOf.isBefore(EVERY_ENTERPRISE_PAYS) && asOf.isBefore(ONLY_UNIONISED_PAY);
        boolean isRefunded = !asOf.isBefore(SMALL_ONES_ARE_REFUNDED) && month.isSmallMicro();
        return month.headcount().payrollFen() > 0 && (month.isUnionised() || fromAll) && !isRefunded;
    }

    /** Two percent, half a fen rounded up. */
    static long dueFen(long payrollFen) {
        return Math.floorDiv(payrollFen * FUND_RATE_BP + 5_000, 10_000L);
    }
}
