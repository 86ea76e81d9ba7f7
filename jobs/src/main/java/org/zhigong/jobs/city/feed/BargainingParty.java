package org.zhigong.jobs.city.feed;

import org.jspecify.annotations.Nullable;

/**
 * For whom a step of bargaining was taken, as far as the ledger says.
 *
 * @param level 1 enterprise, 2 industry, 3 area
 * @param industryCode of the 2017 edition whatever the file states
 */
public record BargainingParty(
        @Nullable String level,
        @Nullable String employerCode,
        @Nullable String areaCode,
        @Nullable String industryScheme,
        @Nullable String industryCode) {

    /** Nothing is said. */
    public static final BargainingParty UNSTATED = new BargainingParty(null, null, null, null, null);
}
