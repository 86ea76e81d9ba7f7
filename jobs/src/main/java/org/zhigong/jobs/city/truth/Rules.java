package org.zhigong.jobs.city.truth;

import java.time.LocalDate;

/** What the law and the federation lay down, by date. */
final class Rules {

    static final long OVERDUE_STAFF = 25;
    static final long OVERDUE_MONTHS = 6;
    static final long OBJECTION_DAYS = 15;

    private static final long FUND_RATE_BP = 200;
    private static final LocalDate EVERY_ENTERPRISE_PAYS = LocalDate.of(2012, 1, 1);
    private static final LocalDate ONLY_UNIONISED_PAY = LocalDate.of(2016, 1, 1);
    private static final LocalDate SMALL_ONES_ARE_REFUNDED = LocalDate.of(2020, 1, 1);

    private Rules() {}

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
