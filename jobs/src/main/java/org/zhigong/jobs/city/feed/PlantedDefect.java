package org.zhigong.jobs.city.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A defect that the city planted, and what has to become of it. It never carries a value of the row.
 *
 * @param feed the feed's name
 * @param file the file's name below its feed's folder
 * @param line the physical line in the file, from 1; null where the whole file is meant
 * @param code the defect's code
 * @param outcome what is expected
 * @param column the column's English name; null where no single column is meant
 */
public record PlantedDefect(
        String feed,
        String file,
        @Nullable Long line,
        String code,
        Outcome outcome,
        @Nullable String column) {

    /** What has to become of a planted defect. */
    public enum Outcome {
        ACCEPTED_NORMALISED,
        FLAGGED,
        QUARANTINED,
        DROPPED,
        REJECTED,
        DUPLICATE,
        SET_ASIDE;

        /** The word in the list of defects. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
