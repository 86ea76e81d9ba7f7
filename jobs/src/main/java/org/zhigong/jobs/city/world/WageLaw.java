package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.WageTerms;

/** Draws what agreements say of wages; rises are like those of 2012 in a real city, all else is assumed. */
final class WageLaw {

    private static final double SILENT = 0.08;
    private static final double TOO_LOW = 0.05;
    private static final double FALLING = 0.08;
    private static final long TEN_YUAN = 1_000;

    private final Dice dice;

    WageLaw(Dice dice) {
        this.dice = dice;
    }

    /** Of a chain of agreements, whose wages go on from term to term. */
    WageTerms of(long key, LocalDate start, @Nullable Long workers) {
        long second = start.toEpochDay();
        if (workers == null || dice.happens(SILENT, Purpose.TALKS, key, second)) {
            return WageTerms.NONE;
        }
        long meanBefore = tens(450_000L + dice.below(900_000, Purpose.TALKS, key, -1));
        boolean isFalling = dice.happens(FALLING, Purpose.TALKS, key, second + 1);
        double rise = isFalling ? -0.02 : 0.02 + 0.12 * dice.unit(Purpose.TALKS, key, second + 2);
        long floor = floor(key, second, start);
        return new WageTerms(
                tens(Math.round(floor / 1.1)),
                meanBefore,
                floor,
                tens(Math.round(meanBefore * (1 + rise))),
                floor,
                workers);
    }

    private long floor(long key, long second, LocalDate start) {
        double share = dice.happens(TOO_LOW, Purpose.TALKS, key, second + 3)
                ? 0.95
                : 1 + 0.3 * dice.unit(Purpose.TALKS, key, second + 4);
        long floor = Math.round(minimum(start) * share);
        return share < 1 ? tens(floor) : tens(floor + TEN_YUAN - 1);
    }

    private static long tens(long fen) {
        return fen / TEN_YUAN * TEN_YUAN;
    }

    /** The minimum wage of a month in fen, as far back as first terms begin. */
    private static long minimum(LocalDate day) {
        if (day.isBefore(LocalDate.of(2021, 8, 1))) {
            return 220_000;
        }
        if (day.isBefore(LocalDate.of(2023, 9, 1))) {
            return 232_000;
        }
        return day.isBefore(LocalDate.of(2025, 9, 1)) ? 242_000 : 254_000;
    }
}
