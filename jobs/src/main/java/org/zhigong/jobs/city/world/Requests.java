package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.world.Seats.Seat;

/**
 * What workers ask for: in a month's file the requests opened in it, and those of the months before that were closed in
 * it. The rates are assumptions: 55 requests a year of a thousand members, 94 % closed, half of them within 31 hours.
 */
final class Requests {

    /** How many months after its opening a request is still closed. */
    static final int LONGEST = 3;

    private static final double A_YEAR = 0.055;
    private static final double OF_OTHERS = 0.12;
    private static final double ANONYMOUS = 0.06;
    private static final double UNCODED = 0.04;
    private static final double CLOSED = 0.94;
    private static final double MEDIAN_MINUTES = 31 * 60;
    private static final long LONGEST_MINUTES = 80L * 24 * 60;

    /** Disputes before the Spring Festival and courses in the last quarter make people ask more. */
    private static final double[] SEASON = {1.3, 1.25, 0.9, 0.95, 0.9, 0.9, 0.9, 0.9, 0.95, 1.0, 1.05, 1.0};

    private static final String[] CLASSES = {
        "30", "50", "60", "10", "31", "41", "32", "40", "20", "21", "22", "70", "80", "90"
    };
    private static final double[] SHARES = Dice.cumulative(24, 18, 14, 12, 9, 8, 5, 4, 1.2, 0.9, 0.6, 0.9, 0.9, 1.5);
    private static final double[] CHANNELS = Dice.cumulative(52, 33, 15);

    private final Dice dice;
    private final Seats seats;

    Requests(Dice dice, Seats seats) {
        this.dice = dice;
        this.seats = seats;
    }

    /** The rows of {@code slot} in the file of {@code month}. */
    void write(int slot, int month, Consumer<? super RequestRow> each) {
        for (int opened = Math.max(1, month - LONGEST); opened <= month; opened++) {
            boolean isNew = opened == month;
            opened(slot, opened, (seat, request) -> {
                LocalDateTime closedAt = request.closedAt();
                boolean isClosed = closedAt != null && Months.numberOf(closedAt.toLocalDate()) <= month;
                if (isNew && !isClosed) {
                    each.accept(open(request));
                } else if (closedAt != null
                        && isClosed
                        && (isNew || Months.numberOf(closedAt.toLocalDate()) == month)) {
                    each.accept(request);
                }
            });
        }
    }

    /** A request, and who makes it. */
    interface Asked {
        void by(Seat seat, RequestRow request);
    }

    /** The requests that {@code slot} opens in {@code month}, as they end. */
    void opened(int slot, int month, Asked each) {
        double share = A_YEAR / 12 * SEASON[Months.ofYear(month)];
        seats.each(slot, month, key -> dice.happens(share, Purpose.REQUEST, key, month), seat -> {
            if (seat.membership() != null || dice.happens(OF_OTHERS, Purpose.REQUEST, seat.key(), -month)) {
                each.by(seat, request(seat, month));
            }
        });
    }

    private RequestRow request(Seat seat, int month) {
        long key = seat.key() * 256 + month;
        boolean isAnonymous = dice.happens(ANONYMOUS, Purpose.REQUEST, key, 1_000);
        Membership membership = seat.membership();
        LocalDateTime openedAt = day(key, month)
                .atTime(8 + dice.below(13, Purpose.REQUEST, key, 1_002), dice.below(60, Purpose.REQUEST, key, 1_003));
        return new RequestRow(
                id("SQ", seat, month),
                Integer.toString(1 + dice.pick(CHANNELS, Purpose.REQUEST, key, 1_004)),
                isAnonymous ? null : seat.person(),
                dice.happens(isAnonymous ? 0.5 : 0.15, Purpose.REQUEST, key, 1_005) ? null : code(dice, seat, month),
                isAnonymous || membership == null ? null : membership.coverage().unionId(),
                dice.happens(UNCODED, Purpose.REQUEST, key, 1_006)
                        ? null
                        : CLASSES[dice.pick(SHARES, Purpose.REQUEST, key, 1_007)],
                openedAt,
                closedAt(key, openedAt));
    }

    private LocalDate day(long key, int month) {
        return Months.day(month, dice.below(28, Purpose.REQUEST, key, 1_001));
    }

    /** As a rule soon, sometimes after weeks: the logarithm of the time is about normal. */
    private @Nullable LocalDateTime closedAt(long key, LocalDateTime openedAt) {
        if (!dice.happens(CLOSED, Purpose.REQUEST, key, 1_008)) {
            return null;
        }
        double normal = 0;
        for (int i = 0; i < 3; i++) {
            normal += 2 * (dice.unit(Purpose.REQUEST, key, 1_010 + i) - 0.5);
        }
        long minutes = Math.round(MEDIAN_MINUTES * StrictMath.exp(1.2 * normal));
        return openedAt.plus(Math.min(LONGEST_MINUTES, Math.max(5, minutes)), ChronoUnit.MINUTES);
    }

    private static RequestRow open(RequestRow request) {
        return new RequestRow(
                request.requestId(),
                request.channel(),
                request.personNumber(),
                request.employerCode(),
                request.unionId(),
                request.needClass(),
                request.openedAt(),
                null);
    }

    /** The employer's code, at times the one before its last. */
    static String code(Dice dice, Seat seat, int month) {
        Life life = seat.life();
        return life.code(life.generation(month - dice.below(2, Purpose.CODE, life.key(), 5)));
    }

    /** A number of letters for the month and ten digits for the position. */
    static String id(String prefix, Seat seat, int month) {
        String digits = Long.toString(seat.number());
        return prefix
                + (char) ('A' + month / 26)
                + (char) ('A' + month % 26)
                + "0".repeat(10 - digits.length())
                + digits;
    }
}
