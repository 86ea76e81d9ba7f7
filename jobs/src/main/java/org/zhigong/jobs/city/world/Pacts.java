package org.zhigong.jobs.city.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.ScopeRow;

/** The agreements of areas and industries: how many there are, and their rows. */
final class Pacts {

    private static final int FEWEST_AREA = 26;
    private static final int FEWEST_INDUSTRY = 13;

    private final Dice dice;
    private final Lives lives;
    private final Places places;
    private final List<Pact> pacts = new ArrayList<>();

    Pacts(Dice dice, Lives lives, Places places, double scale) {
        this.dice = dice;
        this.lives = lives;
        this.places = places;
        PactLaw law = new PactLaw(dice, places, scale);
        long areas = Math.max(FEWEST_AREA, Math.round(420 * scale));
        long industries = Math.max(FEWEST_INDUSTRY, Math.round(45 * scale));
        for (int number = 0; number < areas; number++) {
            pacts.add(law.area(number));
        }
        for (int number = 0; number < industries; number++) {
            pacts.add(law.industry(500_000 + number));
        }
    }

    void write(int month, Consumer<? super AgreementRow> each) {
        for (Pact pact : pacts) {
            for (Term term : pact.terms()) {
                if (term.isListedAt(month)) {
                    each.accept(row(pact, term, month));
                }
            }
        }
    }

    void writeEvents(int month, int first, Consumer<? super EventRow> each) {
        for (Pact pact : pacts) {
            for (Term term : pact.terms()) {
                term.events(party(pact), month, first, each);
            }
        }
    }

    /** The rules and lists of all agreements in the register of {@code month}; lists number the firms in slot order. */
    void writeScope(int month, int slots, Consumer<? super ScopeRow> each) {
        List<Listed> listed = new ArrayList<>();
        for (Pact pact : pacts) {
            for (Term term : pact.terms()) {
                if (term.isListedAt(month)) {
                    int number = 0;
                    for (Pact.Rule rule : pact.rules()) {
                        number++;
                        each.accept(rule(term, number, rule));
                    }
                    if (pact.listShare() > 0) {
                        listed.add(new Listed(pact, term, number));
                    }
                }
            }
        }
        for (int slot = 0; slot < slots; slot++) {
            for (Life life : lives.of(slot, month)) {
                for (Listed list : listed) {
                    list(list, life, each);
                }
            }
        }
    }

    /** A list that is being numbered. */
    private static final class Listed {

        private final Pact pact;
        private final Term term;
        private final int signed;
        private long number;

        Listed(Pact pact, Term term, long number) {
            this.pact = pact;
            this.term = term;
            this.number = number;
            signed = Math.max(0, Months.numberOf(term.signedOn()));
        }
    }

    private void list(Listed list, Life life, Consumer<? super ScopeRow> each) {
        if (!dice.happens(list.pact.listShare(), Purpose.SCOPE, life.key(), list.pact.number())
                || !life.isAliveAt(list.signed)
                || !life.sector().isEnterprise()
                || life.size() < 3
                || life.size() > 90
                || !list.pact.suits(life, places.street(life.street(list.signed)))) {
            return;
        }
        list.number++;
        boolean isStruck = dice.happens(0.04, Purpose.SCOPE, life.key(), -1L - list.pact.number());
        each.accept(new ScopeRow(
                list.term.id(),
                list.number,
                "1",
                life.codeAt(list.signed),
                null,
                null,
                null,
                null,
                null,
                list.term.start(),
                isStruck ? list.term.start().plusMonths(5) : null));
    }

    private static ScopeRow rule(Term term, int number, Pact.Rule rule) {
        return new ScopeRow(
                term.id(),
                number,
                "2",
                null,
                rule.area(),
                rule.industry() == null ? null : "2017",
                rule.industry(),
                rule.size(),
                rule.ownership(),
                term.start(),
                null);
    }

    private static BargainingParty party(Pact pact) {
        @Nullable String industry = pact.industry();
        return new BargainingParty(
                pact.isIndustry() ? "2" : "3", null, pact.area(), industry == null ? null : "2017", industry);
    }

    private static AgreementRow row(Pact pact, Term term, int month) {
        @Nullable String industry = pact.industry();
        return new AgreementRow(
                term.id(),
                term.kind(),
                pact.isIndustry() ? "2" : "3",
                term.hasWageChapter(),
                null,
                pact.area(),
                industry == null ? null : "2017",
                industry,
                term.signedOn(),
                term.start(),
                term.end(),
                term.isAutoRenewal(),
                pact.statedUnits(),
                pact.statedWorkers(),
                term.wages(),
                term.predecessorId(),
                term.updatedOn(month));
    }
}
