package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.WageTerms;

/**
 * One agreement: a term in a chain of renewals.
 *
 * @param kind 1 general, 2 wages, 3 safety, 4 women workers
 * @param talks how it was bargained before it was adopted
 * @param wages what it says of wages, where it is about them
 * @param end null where the file leaves it blank
 * @param filedOn null if it never was
 * @param objectedOn null if nobody objected
 * @param filedAgainOn null if an objection ended the matter
 */
record Term(
        String id,
        String kind,
        boolean hasWageChapter,
        Talks talks,
        WageTerms wages,
        LocalDate adoptedOn,
        LocalDate signedOn,
        LocalDate start,
        @Nullable LocalDate end,
        boolean isAutoRenewal,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate objectedOn,
        @Nullable LocalDate filedAgainOn,
        @Nullable LocalDate terminatedOn,
        @Nullable String predecessorId) {

    /** Months that an expired agreement stays in the register. */
    private static final int EXPIRED_MONTHS = 6;

    /** Whether the register of {@code month} has it: from signing until some time after its end. */
    boolean isListedAt(int month) {
        return Months.numberOf(signedOn) <= month && isRememberedAt(month);
    }

    /** Whether it is not forgotten yet, be it signed or not. */
    boolean isRememberedAt(int month) {
        return end == null || Months.numberOf(end) + EXPIRED_MONTHS >= month;
    }

    /** Gives its events of {@code month}; in the {@code first} delivered month also everything before. */
    void events(BargainingParty party, int month, int first, Consumer<? super EventRow> each) {
        if (month == first && !isRememberedAt(month)) {
            return;
        }
        Consumer<EventRow> inMonth = row -> {
            int number = Months.numberOf(row.eventOn());
            if (number == month || (month == first && number < month)) {
                each.accept(row);
            }
        };
        talks.events(id, party, inMonth);
        inMonth.accept(new EventRow(id, "ADOPTED", adoptedOn, BargainingParty.UNSTATED, null, null, talks.vote()));
        inMonth.accept(EventRow.of(id, "SIGNED", signedOn));
        event("FILED", filedOn, inMonth);
        event("OBJECTED", objectedOn, inMonth);
        event("FILED", filedAgainOn, inMonth);
        event("TERMINATED", terminatedOn, inMonth);
    }

    private void event(String type, @Nullable LocalDate on, Consumer<EventRow> each) {
        if (on != null) {
            each.accept(EventRow.of(id, type, on));
        }
    }

    LocalDate updatedOn(int month) {
        LocalDate latest = filedOn != null && Months.numberOf(filedOn) <= month ? filedOn : signedOn;
        return terminatedOn != null && Months.numberOf(terminatedOn) <= month ? terminatedOn : latest;
    }
}
