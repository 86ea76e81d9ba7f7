package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.Vote;

/**
 * How an agreement was bargained.
 *
 * @param offeredOn null where the round was opened without an offer
 * @param side who offered: 1 union, 2 employer
 * @param offerForm 1 in writing, 2 orally
 * @param answeredOn null where nobody answered
 * @param openedOn when the round was opened
 */
record Talks(
        @Nullable LocalDate offeredOn,
        String side,
        String offerForm,
        @Nullable LocalDate answeredOn,
        String answerForm,
        LocalDate openedOn,
        Vote vote) {

    void events(String agreementId, BargainingParty party, Consumer<EventRow> each) {
        if (offeredOn != null) {
            each.accept(new EventRow(agreementId, "OFFERED", offeredOn, party, side, offerForm, null));
        }
        if (answeredOn != null) {
            String other = side.equals("1") ? "2" : "1";
            each.accept(new EventRow(agreementId, "ANSWERED", answeredOn, party, other, answerForm, null));
        }
        each.accept(new EventRow(agreementId, "OPENED", openedOn, party, null, null, null));
    }
}
