package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.Vote;

/** Draws how agreements are bargained; the rates are assumptions. */
final class TalksLaw {

    private static final double OFFERED = 0.95;
    private static final double BY_UNION = 0.88;
    private static final double IN_WRITING = 0.92;
    private static final double LATE = 0.12;
    private static final double NEVER = 0.03;
    private static final double POORLY_ATTENDED = 0.07;
    private static final double NARROW = 0.06;

    private final Dice dice;

    TalksLaw(Dice dice) {
        this.dice = dice;
    }

    /** Of the term {@code key}: offered two to three months before it was signed, opened after the answer was due. */
    Talks of(long key, LocalDate signedOn) {
        LocalDate offeredOn = signedOn.minusDays(60 + below(40, key, 0));
        return new Talks(
                dice.happens(OFFERED, Purpose.TALKS, key, 1) ? offeredOn : null,
                dice.happens(BY_UNION, Purpose.TALKS, key, 2) ? "1" : "2",
                dice.happens(IN_WRITING, Purpose.TALKS, key, 3) ? "1" : "2",
                answeredOn(key, offeredOn),
                dice.happens(IN_WRITING, Purpose.TALKS, key, 4) ? "1" : "2",
                offeredOn.plusDays(36 + below(10, key, 5)),
                vote(key));
    }

    private @Nullable LocalDate answeredOn(long key, LocalDate offeredOn) {
        double u = dice.unit(Purpose.TALKS, key, 6);
        if (u < NEVER || !dice.happens(OFFERED, Purpose.TALKS, key, 1)) {
            return null;
        }
        return offeredOn.plusDays(u < NEVER + LATE ? 21 + below(14, key, 7) : 2 + below(19, key, 7));
    }

    private Vote vote(long key) {
        long all = 20L + below(180, key, 8);
        double attending = dice.happens(POORLY_ATTENDED, Purpose.TALKS, key, 9)
                ? 0.6
                : 0.7 + 0.3 * dice.unit(Purpose.TALKS, key, 10);
        long present = Math.round(all * attending);
        boolean isNarrow = dice.happens(NARROW, Purpose.TALKS, key, 11);
        long inFavour = isNarrow ? Math.min(present, all / 2) : Math.round(present * 0.9);
        return new Vote(all, present, inFavour);
    }

    private int below(int bound, long key, long second) {
        return dice.below(bound, Purpose.TALKS, key, 100 + second);
    }
}
