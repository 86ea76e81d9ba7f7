package org.zhigong.marts;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;

/**
 * Since when there is something to count: windows need their full history.
 *
 * @param firstMonths for every feed the first month that an accepted file of it was made for; empty while there is none
 */
public record FeedHistory(Map<String, Optional<YearMonth>> firstMonths) {

    public FeedHistory {
        firstMonths = new TreeMap<>(firstMonths);
    }

    /** @throws SetupException if {@code base} waits for a feed that there is not */
    void checkFeeds(Base base) {
        for (String feed : base.history()) {
            if (!firstMonths.containsKey(feed)) {
                List<String> known = List.copyOf(firstMonths.keySet());
                throw new SetupException("%s.yaml: unknown feed '%s' in history of the base: expected some of %s%s"
                        .formatted(base.table().name(), feed, known, NearestNames.hint(feed, known)));
            }
        }
    }

    /**
     * For how many months up to the end of {@code period} all feeds that {@code base} waits for have been delivered.
     *
     * @param built the first month of any base
     */
    int monthsKnown(Base base, YearMonth built, PeriodKey period) {
        YearMonth first = built;
        for (String feed : base.history()) {
            Optional<YearMonth> delivered = firstMonths.getOrDefault(feed, Optional.empty());
            if (delivered.isEmpty()) {
                return 0;
            }
            first = first.isAfter(delivered.get()) ? first : delivered.get();
        }
        return (int) Math.max(0, ChronoUnit.MONTHS.between(first, period.last()) + 1);
    }
}
