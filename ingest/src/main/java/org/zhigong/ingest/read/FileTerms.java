package org.zhigong.ingest.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Predicate;
import org.zhigong.ingest.functions.ResidentIds;

/**
 * What was declared about a delivery, as far as rows are judged by it.
 *
 * @param period the month it was made for
 * @param receivedOn the day it was delivered
 */
record FileTerms(YearMonth period, LocalDate receivedOn) {

    /** For looking into a file before its period is known: nothing is too late. */
    static final FileTerms UNKNOWN = new FileTerms(YearMonth.of(9999, 12), LocalDate.of(9999, 12, 31));

    /** Who was born later was under age at the end of the period. */
    LocalDate underAge() {
        LocalDate end = period.atEndOfMonth();
        return lastBirth(end, end.minusYears(16), birth -> !"UNDER_AGE".equals(ResidentIds.ageFinding(birth, end)));
    }

    /** Who was born then or earlier was over age at the end of the period. */
    LocalDate overAge() {
        LocalDate end = period.atEndOfMonth();
        return lastBirth(end, end.minusYears(71), birth -> "OVER_AGE".equals(ResidentIds.ageFinding(birth, end)));
    }

    // The rule is the domain's; this only finds the day on which its answer changes, for SQL to compare with.
    private static LocalDate lastBirth(LocalDate end, LocalDate about, Predicate<LocalDate> holds) {
        LocalDate day = about.plusDays(2);
        while (!holds.test(day)) {
            day = day.minusDays(1);
            if (day.isBefore(about.minusYears(2))) {
                throw new IllegalStateException("No limit of age found for " + end);
            }
        }
        return day;
    }
}
