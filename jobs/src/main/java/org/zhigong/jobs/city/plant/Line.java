package org.zhigong.jobs.city.plant;

import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PlantedDefect;

/**
 * One line of a file.
 *
 * @param written the row that is written
 * @param accepted what ingest is expected to accept of it; null if it quarantines or drops it
 * @param mark what is wrong with it; null if nothing is
 * @param edit what is done to its cells before they are written; null if nothing is
 */
public record Line(
        FeedRow written,
        @Nullable FeedRow accepted,
        @Nullable Mark mark,
        @Nullable Edit edit) {

    /** Whether ingest is expected to quarantine it. */
    public boolean isQuarantined() {
        return mark != null && mark.outcome() == PlantedDefect.Outcome.QUARANTINED;
    }

    /** A line with nothing wrong. */
    public static Line clean(FeedRow row) {
        return new Line(row, row, null, null);
    }
}
