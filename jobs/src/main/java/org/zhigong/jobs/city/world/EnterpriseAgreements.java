package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;

/** The agreements of single employers with unions of their own. */
final class EnterpriseAgreements {

    private static final String[] KINDS = {"1", "2", "3", "4"};
    private static final int[] MONTHS = {36, 12, 12, 36};
    private static final double[] CHANCES = {0.48, 0.40, 0.08, 0.10};

    private final Dice dice;
    private final Lives lives;
    private final Unions unions;
    private final Terms terms;

    EnterpriseAgreements(Dice dice, Lives lives, Unions unions) {
        this.dice = dice;
        this.lives = lives;
        this.unions = unions;
        terms = new Terms(dice);
    }

    void write(int slot, int month, Consumer<? super AgreementRow> each) {
        for (Life life : lives.of(slot, month)) {
            for (Term term : of(life, month)) {
                if (term.isListedAt(month)) {
                    each.accept(row(life, term, month));
                }
            }
        }
    }

    void writeEvents(int slot, int month, int first, Consumer<? super EventRow> each) {
        for (Life life : lives.of(slot, month)) {
            BargainingParty party = new BargainingParty("1", life.codeAt(month), null, null, null);
            for (Term term : of(life, month)) {
                term.events(party, month, first, each);
            }
        }
    }

    private List<Term> of(Life life, int month) {
        List<Term> all = new ArrayList<>();
        if (life.size() < 25 && life.key() % 7 != 0) {
            return all;
        }
        for (Coverage coverage : unions.of(life)) {
            if (!coverage.isOwn() || coverage.from() > month) {
                continue;
            }
            for (int kind = 0; kind < KINDS.length; kind++) {
                double chance = life.size() >= 50 ? CHANCES[kind] : CHANCES[kind] * 0.3;
                if (dice.happens(chance, Purpose.AGREEMENT, life.key(), kind)) {
                    all.addAll(terms.of(chain(life, coverage, kind)));
                }
            }
        }
        return all;
    }

    private Terms.Chain chain(Life life, Coverage coverage, int kind) {
        int start = coverage.from() > 0
                ? coverage.from() + 3 + dice.below(12, Purpose.AGREEMENT, life.key(), 10 + kind)
                : -dice.below(MONTHS[kind], Purpose.AGREEMENT, life.key(), 10 + kind);
        LocalDate endedOn = coverage.toOn();
        return new Terms.Chain(
                life.key() * 4 + kind, "1", KINDS[kind], MONTHS[kind], start, coverage.to(), endedOn, (long)
                        life.size());
    }

    private static AgreementRow row(Life life, Term term, int month) {
        return new AgreementRow(
                term.id(),
                term.kind(),
                "1",
                term.hasWageChapter(),
                life.codeAt(Math.min(life.close() - 1, Months.numberOf(term.signedOn()))),
                null,
                null,
                null,
                term.signedOn(),
                term.start(),
                term.end(),
                term.isAutoRenewal(),
                null,
                null,
                term.wages(),
                term.predecessorId(),
                term.updatedOn(month));
    }
}
