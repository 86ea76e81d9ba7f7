package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.WageTerms;

/** Draws chains of agreements that follow one another, with and without gaps; the rates are assumptions. */
final class Terms {

    private static final int MOST = 40;

    private final Dice dice;
    private final TalksLaw talks;
    private final WageLaw wages;

    Terms(Dice dice) {
        this.dice = dice;
        talks = new TalksLaw(dice);
        wages = new WageLaw(dice);
    }

    /**
     * What a chain is about.
     *
     * @param key unlike that of any other chain of its level
     * @param level 1 enterprise, 2 industry, 3 area
     * @param months how long a term is
     * @param start the month of the first term
     * @param end the month in which the parties are gone, beyond {@link Months#LAST} if never
     * @param endedOn the day on which they are gone
     * @param workers how many it is for; null where nobody says
     */
    record Chain(
            long key,
            String level,
            String kind,
            int months,
            int start,
            int end,
            @Nullable LocalDate endedOn,
            @Nullable Long workers) {}

    /** The terms of {@code chain} in order. */
    List<Term> of(Chain chain) {
        List<Term> terms = new ArrayList<>();
        LocalDate start = Months.day(chain.start(), dice.below(28, Purpose.TERM, chain.key(), 0));
        @Nullable String predecessor = null;
        for (int number = 0; number < MOST; number++) {
            Term term = term(chain, number, start, predecessor);
            if (Months.numberOf(term.signedOn()) >= Math.min(chain.end(), Months.LAST + 1)) {
                break;
            }
            terms.add(term);
            LocalDate end = term.end();
            if (end == null || (term.terminatedOn() != null && number % 2 == 0 && !isUnsteady(chain))) {
                break;
            }
            boolean isFloor = isUnsteady(chain) || isContested(chain);
            double u = isFloor ? 0 : dice.unit(Purpose.TERM, chain.key(), 100 + number);
            predecessor = u < 0.87 ? term.id() : null;
            start = end.plusDays(gap(u, chain.key(), number));
        }
        return terms;
    }

    /** Days between the end of a term and the next: mostly none, sometimes weeks, 15 % some months, rarely years. */
    private int gap(double u, long key, int number) {
        if (u < 0.62) {
            return 0;
        }
        if (u < 0.72) {
            return 5 + dice.below(25, Purpose.TERM, key, 200 + number);
        }
        return u < 0.87
                ? 60 + dice.below(180, Purpose.TERM, key, 200 + number)
                : 365 + dice.below(365, Purpose.TERM, key, 200 + number);
    }

    private Term term(Chain chain, int number, LocalDate start, @Nullable String predecessor) {
        long key = chain.key() * 64 + number;
        LocalDate signedOn = dice.happens(0.75, Purpose.AGREEMENT_DAY, key, 0)
                ? start.minusDays(26 + dice.below(30, Purpose.AGREEMENT_DAY, key, 1))
                : start.plusDays(dice.below(30, Purpose.AGREEMENT_DAY, key, 1));
        LocalDate filedOn = filedOn(key, signedOn, isOrderly(chain) ? 0 : dice.unit(Purpose.AGREEMENT_DAY, key, 3));
        boolean isObjected =
                !isOrderly(chain) && (isContested(chain) || dice.happens(0.03, Purpose.AGREEMENT_DAY, key, 5));
        LocalDate objectedOn = filedOn != null && isObjected
                ? filedOn.plusDays(2 + dice.below(13, Purpose.AGREEMENT_DAY, key, 6))
                : null;
        boolean isCorrected = objectedOn != null && dice.happens(0.5, Purpose.AGREEMENT_DAY, key, 7);
        double ending = dice.unit(Purpose.TERM, key, 300);
        boolean isBlank = ending < 0.06 && !isUnsteady(chain) && !isContested(chain);
        LocalDate end = isBlank ? null : start.plusMonths(chain.months());
        return new Term(
                id(chain, number),
                chain.kind(),
                isAboutWages(chain),
                talks.of(key, signedOn),
                isAboutWages(chain) ? wages.of(chain.key(), start, chain.workers()) : WageTerms.NONE,
                signedOn.minusDays(2 + dice.below(8, Purpose.AGREEMENT_DAY, key, 9)),
                signedOn,
                start,
                end,
                ending < 0.05 || ending > 0.95,
                filedOn,
                objectedOn,
                isCorrected && objectedOn != null ? objectedOn.plusDays(20) : null,
                terminatedOn(chain, key, start, end, signedOn),
                predecessor);
    }

    private static boolean isAboutWages(Chain chain) {
        return chain.kind().equals("2") || (chain.kind().equals("1") && chain.key() % 20 < 9);
    }

    /** Three area agreements meet with an objection at each filing, so that no city is without. */
    private static boolean isContested(Chain chain) {
        return chain.level().equals("3") && (chain.key() == 0 || chain.key() == 2 || chain.key() == 15);
    }

    /** One area agreement is terminated early every time. */
    private static boolean isUnsteady(Chain chain) {
        return chain.level().equals("3") && chain.key() == 5;
    }

    /** Agreements that state nothing but totals are few: all are filed in time, and none ends early. */
    private static boolean isOrderly(Chain chain) {
        return !chain.level().equals("1") && PactLaw.statesTotalsOnly(id(chain, 0));
    }

    private @Nullable LocalDate filedOn(long key, LocalDate signedOn, double u) {
        if (u > 0.97) {
            return null;
        }
        int days = u < 0.85
                ? 1 + dice.below(10, Purpose.AGREEMENT_DAY, key, 4)
                : 11 + dice.below(30, Purpose.AGREEMENT_DAY, key, 4);
        return signedOn.plusDays(days);
    }

    private @Nullable LocalDate terminatedOn(
            Chain chain, long key, LocalDate start, @Nullable LocalDate end, LocalDate signedOn) {
        LocalDate endedOn = chain.endedOn();
        if (endedOn != null && endedOn.isAfter(signedOn) && (end == null || endedOn.isBefore(end))) {
            return endedOn;
        }
        if (isOrderly(chain) || (!isUnsteady(chain) && !dice.happens(0.03, Purpose.TERM, key, 400))) {
            return null;
        }
        // Always as late in its year, so that no year of the unsteady one is without.
        long when = isUnsteady(chain) ? chain.key() : key;
        LocalDate early = start.plusDays(60 + dice.below(240, Purpose.TERM, when, 401));
        return end == null || early.isBefore(end) ? early : null;
    }

    private static String id(Chain chain, int number) {
        String digits = Long.toString(chain.key());
        return "HT" + chain.level() + "0".repeat(9 - digits.length()) + digits + (char) ('0' + number / 10)
                + (char) ('0' + number % 10);
    }
}
