package org.zhigong.jobs.city.truth;

import org.zhigong.jobs.city.truth.SkilledPersons.Skilled;

/** The skilled workers of an employer, or those of one sex or level, beside all its workers. */
record SkillRow(
        boolean isContributor, long workers, long skilled, long highSkilled, long employed, long yearAgo, long risen)
        implements TrueRow {

    private static final int SENIOR = 3;

    /** An employer of which no skilled worker is known yet. */
    static SkillRow of(boolean isContributor, long workers) {
        return new SkillRow(isContributor, workers, 0, 0, 0, 0, 0);
    }

    /** With one person more, who works for an employer in scope or not. */
    SkillRow plus(Skilled person, boolean isInScope) {
        boolean isSkilled = person.rank() > 0;
        boolean wasSkilled = person.rankYearAgo() > 0;
        return new SkillRow(
                isContributor,
                workers,
                skilled + one(isSkilled),
                highSkilled + one(person.rank() >= SENIOR),
                employed + one(isSkilled && isInScope && !person.isRetained()),
                yearAgo + one(wasSkilled),
                risen + one(wasSkilled && person.rank() > person.rankYearAgo()));
    }

    private static long one(boolean is) {
        return is ? 1 : 0;
    }
}
