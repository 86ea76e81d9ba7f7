package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One file that somebody sends.
 *
 * @param deliverer as the file's name says it: 110000, a reporting unit, or the tax bureau's 11
 * @param period the month that the file is made for
 * @param receivedOn the declared delivery date, later for a late or a repeated file
 * @param fileName below the inbox folder of its feed
 * @param attempt 0 for the first file of its deliverer and period, counted up for each file after it
 */
public record Delivery(
        Feed feed, String deliverer, YearMonth period, LocalDate receivedOn, String fileName, int attempt, Fate fate) {

    /** What ingest is expected to do with the file as a whole. */
    public enum Fate {
        /** Its good rows count. */
        ACCEPTED,
        /** It holds nothing that can be trusted; a later attempt brings the rows. */
        REJECTED,
        /** The very bytes of an earlier attempt, again. */
        DUPLICATE
    }
}
