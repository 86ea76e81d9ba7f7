package org.zhigong.jobs.city.truth;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an agreement in force that names nobody: how many workers and units it says it covers.
 *
 * @param area the city, a district or a street; null means the city
 * @param industryCode a section's letter or longer; null means every industry
 */
record StatedTotal(
        String agreementId,
        Level level,
        boolean coversWage,
        long workers,
        long units,
        @Nullable String area,
        @Nullable String industryCode) {

    /** Whether everybody whom the agreement can mean is in {@code cell}. */
    boolean liesIn(Cell cell) {
        boolean isWholeIndustryIn = cell.breakdown().equals("industry")
                && industryCode != null
                && industryCode.substring(0, 1).equals(cell.value());
        return (cell.breakdown().equals(Cell.NO_BREAKDOWN) || isWholeIndustryIn) && Place.contains(cell, area);
    }

    /** Whether {@code employer} is among those whom the agreement can mean. */
    boolean canMean(Employer employer) {
        return employer.place().isIn(area) && employer.isInIndustry(industryCode);
    }
}
