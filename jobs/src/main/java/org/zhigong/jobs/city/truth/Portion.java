package org.zhigong.jobs.city.truth;

/** An employer with all its workers and members, or with those of one sex, hukou or form. */
record Portion(EmployerMonth of, long workers, long members, long memberEmployees) implements TrueRow {

    @Override
    public boolean isContributor() {
        return !of.employer().id().equals(Employer.NONE);
    }

    /** What an employer counts as among employers. */
    long one() {
        return 1;
    }

    long atWorkplace() {
        return of.workersAtWorkplace();
    }

    /** Workers with the right to bargain. */
    long bargainers() {
        return workers - of.civilServants();
    }

    boolean isInScope() {
        return of.isInScope();
    }

    boolean isBound() {
        return of.isBound();
    }

    boolean isWageBound() {
        return of.isWageBound();
    }

    boolean isUnionised() {
        return of.isInScope() && of.isUnionised();
    }

    boolean isOfEnterprise() {
        return of.isInScope() && of.employer().isEnterprise();
    }

    boolean isOfUnionisedEnterprise() {
        return isOfEnterprise() && of.isUnionised();
    }

    boolean isForeign() {
        return of.isInScope() && of.employer().ownership().equals("FOREIGN");
    }

    boolean isSmallAndNotPublic() {
        return of.isInScope() && of.isSmallMicro() && of.employer().isNonPublic();
    }

    boolean isSmallAndConcentrated() {
        return of.isInScope() && of.isSmallMicro() && of.isConcentrated();
    }

    boolean isSocialOrganisation() {
        return of.isInScope() && of.employer().unitType().equals("4");
    }
}
