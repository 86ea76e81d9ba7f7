package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an agreement.
 *
 * @param eventType OFFERED, ANSWERED, OPENED, ADOPTED, SIGNED, FILED, OBJECTED, TERMINATED
 * @param side of an offer or an answer: 1 union, 2 employer
 * @param form of an offer or an answer: 1 in writing, 2 orally
 * @param vote of an adoption
 */
public record EventRow(
        String agreementId,
        String eventType,
        LocalDate eventOn,
        BargainingParty party,
        @Nullable String side,
        @Nullable String form,
        @Nullable Vote vote)
        implements FeedRow {

    /** A step of which only the day is known. */
    public static EventRow of(String agreementId, String eventType, LocalDate eventOn) {
        return new EventRow(agreementId, eventType, eventOn, BargainingParty.UNSTATED, null, null, null);
    }
}
