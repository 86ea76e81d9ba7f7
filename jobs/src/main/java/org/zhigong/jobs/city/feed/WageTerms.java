package org.zhigong.jobs.city.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an agreement says of wages, a month's, and of how many workers.
 *
 * @param floorFen the least that the agreement allows
 * @param headcount the workers on the day on which the agreement takes effect
 */
public record WageTerms(
        @Nullable Long beforeMinFen,
        @Nullable Long beforeMeanFen,
        @Nullable Long afterMinFen,
        @Nullable Long afterMeanFen,
        @Nullable Long floorFen,
        @Nullable Long headcount) {

    /** Of an agreement that says nothing of wages. */
    public static final WageTerms NONE = new WageTerms(null, null, null, null, null, null);
}
