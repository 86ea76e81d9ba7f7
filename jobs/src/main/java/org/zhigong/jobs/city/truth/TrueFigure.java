package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure as it truly is. The columns are those of {@code marts.figures}; a number that does not exist is null.
 *
 * @param duty null for a plain stock
 * @param numerator of a figure with bounds, what lists and rules alone give
 * @param lower a rate, null where the indicator knows no bounds
 * @param status null where it may not leave
 * @param protection what primary protection decides about it: open or confidential
 */
public record TrueFigure(
        String indicator,
        @Nullable Long duty,
        String periodType,
        String period,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate asOf,
        String placeScheme,
        String placeLevel,
        String place,
        String breakdown,
        String breakdownValue,
        String category,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        String unit,
        @Nullable Double target,
        @Nullable String status,
        @Nullable Long persons,
        @Nullable Long employers,
        String protection,
        @Nullable String protectionReason) {

    /** What tells this figure from every other: indicator, period, place, breakdown and category. */
    public String key() {
        return String.join(
                " | ", indicator, period, placeScheme, placeLevel, place, breakdown + "=" + breakdownValue, category);
    }

    /** The figure as it may leave: without numbers and status where it is confidential. */
    public TrueFigure withheld() {
        if (protection.equals("open")) {
            return this;
        }
        return new TrueFigure(
                indicator,
                duty,
                periodType,
                period,
                periodFrom,
                periodTo,
                asOf,
                placeScheme,
                placeLevel,
                place,
                breakdown,
                breakdownValue,
                category,
                null,
                null,
                null,
                null,
                null,
                unit,
                target,
                null,
                null,
                null,
                protection,
                protectionReason);
    }
}
