package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.RequestRow;

/** By when a request is to be closed and a need to be served. */
final class NeedRules {

    private static final int MATCH_DAYS = 90;
    private static final int MOST_HOURS = 240;
    private static final Map<String, Integer> HOURS = Map.of(
            "20", 120,
            "21", 120,
            "22", 72,
            "30", 120,
            "31", 72,
            "40", 48,
            "41", 120,
            "60", 120,
            "80", 72);

    private NeedRules() {}

    static LocalDateTime due(RequestRow row) {
        @Nullable String need = row.needClass();
        return row.openedAt().plusHours(need == null ? MOST_HOURS : HOURS.getOrDefault(need, MOST_HOURS));
    }

    static boolean isClosedInTime(RequestRow row) {
        LocalDateTime closedAt = row.closedAt();
        return closedAt != null && !closedAt.isAfter(due(row));
    }

    /** The day by which somebody must have been served. */
    static LocalDate matchBy(RequestRow row) {
        return row.openedAt().toLocalDate().plusDays(MATCH_DAYS);
    }

    /** Hours begun, from opening to closing. */
    static long hoursToClose(RequestRow row) {
        LocalDateTime closedAt = row.closedAt();
        if (closedAt == null) {
            throw new IllegalArgumentException("Request %s is not closed".formatted(row.requestId()));
        }
        return Math.floorDiv(ChronoUnit.MINUTES.between(row.openedAt(), closedAt) + 59, 60L);
    }
}
