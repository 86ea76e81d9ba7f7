package org.zhigong.jobs.city.truth;

/**
 * The education funds of an employer in a year.
 *
 * @param isReporting whether the payroll of all twelve months is known
 */
record EducationFundRow(
        String employerId,
        boolean isReporting,
        long payrollFen,
        long accruedFen,
        long spentFen,
        long frontlineFen,
        long workers)
        implements TrueRow {

    private static final long RATE_BP = 150;
    private static final long FRONTLINE_PERCENT = 60;

    @Override
    public boolean isContributor() {
        return true;
    }

    boolean isAccruedInFull() {
        return isReporting && accruedFen * 10_000 >= RATE_BP * payrollFen;
    }

    boolean isSpending() {
        return spentFen > 0;
    }

    boolean isFrontlineMet() {
        return frontlineFen * 100 >= FRONTLINE_PERCENT * spentFen;
    }

    /** Of what it spent, in whole basis points. */
    long frontlineBp() {
        return frontlineFen * 10_000 / spentFen;
    }
}
