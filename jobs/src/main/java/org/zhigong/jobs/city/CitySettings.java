package org.zhigong.jobs.city;

import java.time.YearMonth;
import org.zhigong.jobs.city.world.Months;
import org.zhigong.warehouse.SetupException;

/**
 * What makes one city differ from another.
 *
 * @param scale 1 for 13.1 million workers and 1.18 million employers, 0.001 for a thousandth of that
 * @param first the first month that files are made for
 * @param last the last one
 */
public record CitySettings(double scale, long seed, YearMonth first, YearMonth last, Defects defects) {

    /** Whether something is planted in the files. */
    public enum Defects {
        NONE,
        SOME
    }

    public CitySettings {
        if (!(scale > 0 && scale <= 1)) {
            throw new SetupException(
                    "Invalid scale %s: expected more than 0 and at most 1, such as 0.001".formatted(scale));
        }
        if (last.isBefore(first)) {
            throw new SetupException(
                    "Invalid months %s..%s: the last one lies before the first".formatted(first, last));
        }
        Months.number(first);
        Months.number(last);
    }

    /** How many small and micro enterprises make a street a concentrated one: 50, scaled, never below 3. */
    long concentratedStreetSmallEnterprises() {
        return Math.max(3, Math.round(50 * scale));
    }
}
