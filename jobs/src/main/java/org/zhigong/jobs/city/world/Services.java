package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ServiceRow;
import org.zhigong.jobs.city.world.Seats.Seat;

/**
 * What is done for members in a month: services that follow requests, events for everybody, relief for those in
 * hardship; and who enrols in mutual aid or is registered as in hardship. In the first month that is delivered all
 * registrations that still stand are sent, too. The rates are assumptions.
 */
final class Services {

    private static final double SERVED = 0.62;
    private static final int LONGEST_WAIT_DAYS = 105;
    private static final double AT_EVENTS = 0.02;
    private static final double INSURED = 0.38;
    private static final double IN_HARDSHIP = 0.015;
    private static final double RELIEVED = 0.1;

    /** Who falls into hardship does so every third year, for twenty months. */
    private static final int CYCLE = 36;

    private static final int HARDSHIP_MONTHS = 20;

    private static final String[] EVENTS = {"50", "10", "60", "40"};
    private static final double[] EVENT_SHARES = Dice.cumulative(62, 22, 10, 6);

    private final Dice dice;
    private final Seats seats;
    private final Requests requests;

    Services(Dice dice, Seats seats, Requests requests) {
        this.dice = dice;
        this.seats = seats;
        this.requests = requests;
    }

    /** The rows of {@code slot} in the file of {@code month}; the first file of a city is that of {@code first}. */
    void write(int slot, int month, int first, Consumer<? super ServiceRow> each) {
        for (int opened = Math.max(1, month - Requests.LONGEST - 1); opened <= month; opened++) {
            requests.opened(slot, opened, (seat, request) -> follow(seat, request, month, each));
        }
        seats.each(slot, month, key -> dice.happens(AT_EVENTS, Purpose.SERVICE, key, month), seat -> {
            Membership membership = seat.membership();
            if (membership != null) {
                each.accept(plain("FWB", seat, membership, month, "1", event(seat, month)));
            }
        });
        seats.each(slot, month, key -> isEnrolling(key, month, first), seat -> enrol(seat, month, each));
        seats.each(
                slot,
                month,
                key -> dice.happens(IN_HARDSHIP, Purpose.HARDSHIP, key, 0),
                seat -> hardship(seat, month, first, each));
    }

    /** Some requests are served by something of their class, mostly within ninety days. */
    private void follow(Seat seat, RequestRow request, int month, Consumer<? super ServiceRow> each) {
        Long person = request.personNumber();
        String need = request.needClass();
        long key = seat.key() * 256 + Months.numberOf(request.openedAt().toLocalDate());
        if (person == null || need == null || !dice.happens(SERVED, Purpose.SERVICE, key, 2_000)) {
            return;
        }
        LocalDate on =
                request.openedAt().toLocalDate().plusDays(dice.below(LONGEST_WAIT_DAYS, Purpose.SERVICE, key, 2_001));
        if (Months.numberOf(on) != month) {
            return;
        }
        String kind = need.equals("31") ? "2" : need.equals("30") ? "3" : "1";
        each.accept(new ServiceRow(
                "FWA" + request.requestId().substring(2),
                kind,
                need,
                person,
                request.employerCode(),
                request.unionId(),
                request.requestId(),
                on,
                kind.equals("1") ? null : 10_000L * (5 + dice.below(200, Purpose.SERVICE, key, 2_002)),
                null,
                null,
                null,
                null));
    }

    private ServiceRow plain(
            String prefix, Seat seat, Membership membership, int month, String kind, String serviceClass) {
        return new ServiceRow(
                Requests.id(prefix, seat, month),
                kind,
                serviceClass,
                seat.person(),
                dice.happens(0.1, Purpose.SERVICE, seat.key(), 2_003) ? null : Requests.code(dice, seat, month),
                membership.coverage().unionId(),
                null,
                Months.day(month, dice.below(28, Purpose.SERVICE, seat.key(), 3_000 + month)),
                kind.equals("2") ? 10_000L * (5 + dice.below(26, Purpose.SERVICE, seat.key(), 4_000 + month)) : null,
                null,
                null,
                null,
                null);
    }

    private String event(Seat seat, int month) {
        return EVENTS[dice.pick(EVENT_SHARES, Purpose.SERVICE, seat.key(), 5_000 + month)];
    }

    private boolean isEnrolling(long key, int month, int first) {
        return dice.happens(INSURED, Purpose.INSURANCE, key, 0) && (month == first || sinceEnrolment(key, month) == 0);
    }

    /** How many months ago the year of insurance was agreed that runs at the end of {@code month}. */
    private int sinceEnrolment(long key, int month) {
        return Math.floorMod(month - dice.below(12, Purpose.INSURANCE, key, 1), 12);
    }

    private void enrol(Seat seat, int month, Consumer<? super ServiceRow> each) {
        Membership membership = seat.membership();
        if (membership == null) {
            return;
        }
        LocalDate from = Months.first(month - sinceEnrolment(seat.key(), month) + 1);
        each.accept(spell(plain("FWD", seat, membership, month, "4", "30"), from, from.plusYears(1), null, null));
    }

    private void hardship(Seat seat, int month, int first, Consumer<? super ServiceRow> each) {
        Membership membership = seat.membership();
        int since = Math.floorMod(month - dice.below(CYCLE, Purpose.HARDSHIP, seat.key(), 1), CYCLE);
        if (membership == null || since >= HARDSHIP_MONTHS) {
            return;
        }
        LocalDate from = Months.day(month - since, dice.below(28, Purpose.HARDSHIP, seat.key(), 100L + month - since));
        boolean isEndStated = dice.happens(0.5, Purpose.HARDSHIP, seat.key(), 2);
        LocalDate to = isEndStated ? from.plusMonths(HARDSHIP_MONTHS) : null;
        if (since == 0 || month == first) {
            each.accept(spell(plain("FWE", seat, membership, month, "5", "31"), null, null, from, to));
        } else if (since == HARDSHIP_MONTHS - 1 && !isEndStated) {
            LocalDate ended = Months.first(month);
            each.accept(spell(plain("FWF", seat, membership, month, "5", "31"), null, null, from, ended));
        }
        if (dice.happens(RELIEVED, Purpose.HARDSHIP, seat.key(), 1_000L + month)) {
            each.accept(plain("FWC", seat, membership, month, "2", "31"));
        }
    }

    private static ServiceRow spell(
            ServiceRow row,
            @Nullable LocalDate insuredFrom,
            @Nullable LocalDate insuredTo,
            @Nullable LocalDate hardshipFrom,
            @Nullable LocalDate hardshipTo) {
        return new ServiceRow(
                row.deliveryId(),
                row.serviceKind(),
                row.serviceClass(),
                row.personNumber(),
                row.employerCode(),
                row.unionId(),
                row.requestId(),
                row.deliveredOn(),
                null,
                insuredFrom,
                insuredTo,
                hardshipFrom,
                hardshipTo);
    }
}
