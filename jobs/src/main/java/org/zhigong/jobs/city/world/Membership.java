package org.zhigong.jobs.city.world;

/** That a person belongs to a union through an employer, and since which month; 0 stands for before the city's time. */
record Membership(long person, Life life, Coverage coverage, int joined) {

    /** Whether this is the same person in the same union, be it through another employer. */
    boolean isSameAs(Membership other) {
        return person == other.person && isSameUnion(other.coverage);
    }

    boolean isSameUnion(Coverage other) {
        return coverage.union() == other.union() && coverage.isOwn() == other.isOwn();
    }
}
