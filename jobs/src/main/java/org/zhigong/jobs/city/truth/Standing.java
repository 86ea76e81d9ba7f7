package org.zhigong.jobs.city.truth;

/** Where and among whom an employer counts. */
record Standing(Place place, String industry, String ownership, String sizeClass) {

    /** An employer that nobody has described. */
    static final Standing UNKNOWN = new Standing(Place.UNALLOCATED, Employer.UNKNOWN, Employer.UNKNOWN, "none");

    static Standing of(EmployerMonth month) {
        Employer employer = month.employer();
        return new Standing(employer.place(), employer.section(), employer.ownership(), month.sizeClass());
    }
}
