package org.zhigong.jobs.city.feed;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A request of a worker, as it stands at the end of the month that the file is made for.
 *
 * @param channel 1 hot line, 2 app, 3 station
 * @param personNumber who asks, as in {@link MemberRow}; null if anonymous
 * @param needClass a code of {@code need_class}; null where nobody has given one
 * @param closedAt null while it is open
 */
public record RequestRow(
        String requestId,
        String channel,
        @Nullable Long personNumber,
        @Nullable String employerCode,
        @Nullable String unionId,
        @Nullable String needClass,
        LocalDateTime openedAt,
        @Nullable LocalDateTime closedAt)
        implements FeedRow {}
