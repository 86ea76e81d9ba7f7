package org.zhigong.jobs.city.feed;

import java.time.YearMonth;

/** The workers and the payroll of an employer in one month. */
public record HeadcountRow(
        String employerCode,
        YearMonth reportMonth,
        long headcount,
        long women,
        long hukouLocalUrban,
        long hukouLocalRural,
        long hukouOutsideUrban,
        long hukouOutsideRural,
        long formFixedTerm,
        long formOpenEnded,
        long formTask,
        long formPartTime,
        long formDispatch,
        long formEstablishment,
        long formCivilServant,
        long dispatchedIn,
        long retiredRehired,
        long interns,
        long payrollFen)
        implements FeedRow {}
