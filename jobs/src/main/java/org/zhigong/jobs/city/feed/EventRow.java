package org.zhigong.jobs.city.feed;

import java.time.LocalDate;

/**
 * A step in the life of an agreement.
 *
 * @param eventType OFFERED, ANSWERED, ADOPTED, SIGNED, FILED, OBJECTED, TERMINATED
 */
public record EventRow(String agreementId, String eventType, LocalDate eventOn) implements FeedRow {}
