package org.zhigong.jobs.city.truth;

/**
 * How an employer stands with the fund and its members with their dues at the end of a month.
 *
 * @param arrearsFen what is more than thirty days late
 * @param cohorts 1 if its first preparatory payment lies twenty-four months back
 */
record FundStanding(
        String employer,
        boolean isLiable,
        long workers,
        long arrearsFen,
        long lateFeeFen,
        long members,
        long duesMembers,
        long cohorts,
        long cohortsUnionised)
        implements TrueRow {

    boolean isInArrears() {
        return arrearsFen > 0;
    }

    @Override
    public boolean isContributor() {
        return !employer.equals(Employer.NONE);
    }
}
