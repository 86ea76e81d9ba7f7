package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An employer that a joint union or a federation covers. */
public record CoveredUnitRow(
        String unionId,
        @Nullable String unionName,
        String employerCode,
        @Nullable String employerName,
        LocalDate coveredFrom,
        @Nullable LocalDate coveredTo)
        implements FeedRow {}
