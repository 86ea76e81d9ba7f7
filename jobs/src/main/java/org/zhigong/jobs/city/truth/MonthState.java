package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/**
 * The city at the end of a month.
 *
 * @param stated the totals of agreements that name nobody and whose totals can be true
 */
record MonthState(
        YearMonth month,
        Collection<EmployerMonth> employers,
        List<UnionMonth> unions,
        List<StatedTotal> stated,
        List<Placed<FundRow>> fund) {

    LocalDate asOf() {
        return month.atEndOfMonth();
    }

    /** What sums over several months need of this one. */
    MonthState fundAlone() {
        return new MonthState(month, List.of(), List.of(), List.of(), fund);
    }

    /** A row with where and among whom it counts. */
    record Placed<R>(Place place, String industry, String ownership, String sizeClass, R row) {}
}
