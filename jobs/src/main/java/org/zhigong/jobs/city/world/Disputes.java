package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.MediationRow;

/**
 * What becomes of quarrels: three of four go to mediation, and what is not settled there often goes on to arbitration.
 * Shares and days are assumptions; success of mediation, causes and outcomes are as published.
 */
final class Disputes {

    /** The longest way from a quarrel's beginning to its last closing. */
    private static final int LONGEST_MONTHS = 16;

    private static final double MEDIATED = 0.75;
    private static final String[] RESULTS = {"AGREED", "FAILED", "WITHDRAWN", "OTHER"};
    private static final double[] RESULT_SHARES = Dice.cumulative(65.6, 24.4, 7, 3);
    private static final double[] TOOK_PART = {0.6, 0.35, 0.12, 0.3, 0.08, 0.25};
    private static final String[] CLOSINGS = {"AWARD", "MEDIATED", "WITHDRAWN", "OTHER"};
    private static final double[] CLOSING_SHARES = Dice.cumulative(44.0, 45.2, 8, 2.7);
    private static final String[] WINNERS = {"WORKER", "EMPLOYER", "BOTH"};
    private static final double[] WINNER_SHARES = Dice.cumulative(35.2, 11.6, 53.2);
    private static final String[] FURTHER_CLAIMS = {"COMPENSATION", "HOURS_LEAVE", "SOCIAL_INS", "PAY"};

    private final Dice dice;
    private final Quarrels quarrels;
    private final int first;

    /** @param first the number of the first month that is delivered */
    Disputes(Dice dice, Quarrels quarrels, int first) {
        this.dice = dice;
        this.quarrels = quarrels;
        this.first = first;
    }

    /** What the mediation file of {@code month} says of the quarrels of {@code slot}. */
    void writeMediation(int slot, int month, Consumer<? super MediationRow> each) {
        for (int began = month; began >= month - LONGEST_MONTHS; began--) {
            for (Quarrel quarrel : quarrels.of(slot, began)) {
                mediation(quarrel)
                        .ifPresent(days -> days.states(month, first, isLate(quarrel, days, 1)).stream()
                                .filter(state -> !isForgotten(quarrel, days, state, 1))
                                .forEach(state -> rows(quarrel, days, state, month, each)));
            }
        }
    }

    /** What the arbitration file of {@code month} says of the quarrels of {@code slot}. */
    void writeArbitration(int slot, int month, Consumer<? super ArbitrationRow> each) {
        for (int began = month; began >= month - LONGEST_MONTHS; began--) {
            for (Quarrel quarrel : quarrels.of(slot, began)) {
                arbitration(quarrel)
                        .ifPresent(days -> days.states(month, first, isLate(quarrel, days, 2)).stream()
                                .filter(state -> !isForgotten(quarrel, days, state, 2))
                                .forEach(state -> claims(quarrel, days, state, month, each)));
            }
        }
    }

    private Optional<Procedure> mediation(Quarrel quarrel) {
        if (!quarrel.isCommonClaim() && !dice.happens(MEDIATED, Purpose.DISPUTE_WAY, quarrel.key(), 0)) {
            return Optional.empty();
        }
        LocalDate accepted = quarrel.beganOn().plusDays(dice.below(4, Purpose.DISPUTE_DAY, quarrel.key(), 1));
        double u = dice.unit(Purpose.DISPUTE_DAY, quarrel.key(), 2);
        int days = u < 0.86
                ? 5 + dice.below(11, Purpose.DISPUTE_DAY, quarrel.key(), 3)
                : (u < 0.97 ? 16 : 60) + dice.below(u < 0.97 ? 25 : 90, Purpose.DISPUTE_DAY, quarrel.key(), 3);
        return Optional.of(
                new Procedure(quarrel.beganOn(), accepted, quarrel.beganOn().plusDays(days)));
    }

    private Optional<Procedure> arbitration(Quarrel quarrel) {
        Optional<Procedure> mediation = mediation(quarrel);
        String result = result(quarrel);
        double goesOn = result.equals("FAILED") ? 0.75 : result.equals("AGREED") ? 0.02 : 0;
        if (mediation.isPresent() && !dice.happens(goesOn, Purpose.DISPUTE_WAY, quarrel.key(), 1)) {
            return Optional.empty();
        }
        LocalDate applied = mediation
                .map(days -> days.closedOn().plusDays(2L + dice.below(30, Purpose.DISPUTE_DAY, quarrel.key(), 4)))
                .orElse(quarrel.beganOn());
        LocalDate accepted = applied.plusDays(1L + dice.below(5, Purpose.DISPUTE_DAY, quarrel.key(), 5));
        return Optional.of(new Procedure(applied, accepted, accepted.plusDays(length(quarrel))));
    }

    /** Days in arbitration: 45 mostly, 60 where the limit was extended, and now and then beyond both. */
    private long length(Quarrel quarrel) {
        double u = dice.unit(Purpose.DISPUTE_DAY, quarrel.key(), 6);
        if (u < 0.86) {
            return 8L + dice.below(38, Purpose.DISPUTE_DAY, quarrel.key(), 7);
        }
        if (isExtended(quarrel)) {
            return 46L + dice.below(18, Purpose.DISPUTE_DAY, quarrel.key(), 7);
        }
        return (u < 0.985 ? 46L : 120L) + dice.below(u < 0.985 ? 40 : 120, Purpose.DISPUTE_DAY, quarrel.key(), 7);
    }

    private boolean isExtended(Quarrel quarrel) {
        double u = dice.unit(Purpose.DISPUTE_DAY, quarrel.key(), 6);
        return u >= 0.86 && u < 0.95;
    }

    private String result(Quarrel quarrel) {
        return RESULTS[dice.pick(RESULT_SHARES, Purpose.DISPUTE_END, quarrel.key(), 0)];
    }

    /** Every fourth month some closings are entered a month late. */
    private boolean isLate(Quarrel quarrel, Procedure days, int procedure) {
        return Months.numberOf(days.closedOn()) % 4 == 1
                && dice.happens(0.3, Purpose.DISPUTE_END, quarrel.key(), 10L + procedure);
    }

    /** In every fourth month some acceptances are not entered at all. */
    private boolean isForgotten(Quarrel quarrel, Procedure days, Procedure.State state, int procedure) {
        return state == Procedure.State.PENDING
                && Months.numberOf(days.acceptedOn()) % 4 == 2
                && dice.happens(0.25, Purpose.DISPUTE_END, quarrel.key(), 20L + procedure);
    }

    private void rows(
            Quarrel quarrel, Procedure days, Procedure.State state, int month, Consumer<? super MediationRow> each) {
        boolean isClosed = state == Procedure.State.CLOSED;
        for (long person : quarrel.persons()) {
            each.accept(new MediationRow(
                    "京工调〔" + days.acceptedOn().getYear() + "〕" + quarrel.number() + "号",
                    person,
                    name(quarrel),
                    employer(quarrel, month, 1),
                    cause(quarrel, 1, 0),
                    quarrel.workers(),
                    quarrel.isCommonClaim(),
                    days.appliedOn(),
                    days.acceptedOn(),
                    isClosed ? days.closedOn() : null,
                    isClosed ? result(quarrel) : null,
                    linked(quarrel),
                    isClosed ? days.closedOn() : days.acceptedOn()));
        }
    }

    private Set<MediationRow.Body> linked(Quarrel quarrel) {
        Set<MediationRow.Body> linked = EnumSet.noneOf(MediationRow.Body.class);
        List<MediationRow.Body> bodies = List.of(MediationRow.Body.values());
        for (int i = 0; i < bodies.size(); i++) {
            if (dice.happens(TOOK_PART[i], Purpose.DISPUTE_WAY, quarrel.key(), 10L + i)) {
                linked.add(bodies.get(i));
            }
        }
        return linked;
    }

    private void claims(
            Quarrel quarrel, Procedure days, Procedure.State state, int month, Consumer<? super ArbitrationRow> each) {
        boolean isClosed = state == Procedure.State.CLOSED;
        String closing = CLOSINGS[dice.pick(CLOSING_SHARES, Purpose.DISPUTE_END, quarrel.key(), 1)];
        int claims = 1 + dice.below(3, Purpose.DISPUTE_WAY, quarrel.key(), 20);
        for (int claim = 0; claim < Math.max(claims, quarrel.persons().size()); claim++) {
            each.accept(new ArbitrationRow(
                    "京劳人仲字〔" + days.acceptedOn().getYear() + "〕第" + quarrel.number() + "号",
                    claim + 1L,
                    quarrel.persons().get(claim % quarrel.persons().size()),
                    name(quarrel),
                    employer(quarrel, month, 2),
                    cause(quarrel, 2, claim),
                    quarrel.workers(),
                    quarrel.isCommonClaim(),
                    days.appliedOn(),
                    days.acceptedOn(),
                    isClosed ? days.closedOn() : null,
                    isExtended(quarrel),
                    isClosed ? closing : null,
                    isClosed ? winner(quarrel, closing) : null,
                    isClosed ? days.closedOn() : days.acceptedOn()));
        }
    }

    /** The main cause comes first; the labour office sometimes sees another one than the mediators. */
    private String cause(Quarrel quarrel, int procedure, int claim) {
        boolean isOther = procedure == 2 && dice.happens(0.07, Purpose.DISPUTE_WAY, quarrel.key(), 30);
        if (claim == 0) {
            return isOther ? "COMPENSATION" : quarrel.cause();
        }
        return FURTHER_CLAIMS[dice.below(FURTHER_CLAIMS.length, Purpose.DISPUTE_WAY, quarrel.key(), 30L + claim)];
    }

    /** Recorded of every award, and of some settlements. */
    private @Nullable String winner(Quarrel quarrel, String closing) {
        boolean isRecorded = closing.equals("AWARD")
                || (closing.equals("MEDIATED") && dice.happens(0.4, Purpose.DISPUTE_END, quarrel.key(), 2));
        return isRecorded ? WINNERS[dice.pick(WINNER_SHARES, Purpose.DISPUTE_END, quarrel.key(), 3)] : null;
    }

    private String name(Quarrel quarrel) {
        Life life = quarrel.life();
        return Names.employer(life.sector(), dice.bits(Purpose.NAME, life.key(), 0));
    }

    /** The code at the time of the report; one case in sixteen names no employer by code. */
    private @Nullable String employer(Quarrel quarrel, int month, int procedure) {
        return dice.happens(0.06, Purpose.DISPUTE_WAY, quarrel.key(), 40L + procedure)
                ? null
                : quarrel.life()
                        .codeAt(Math.max(0, Math.min(month, quarrel.life().close() - 1)));
    }
}
