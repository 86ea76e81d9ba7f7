package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/**
 * The skill certificates that are registered in a month: in the city's first month all that workers hold, a million in
 * the whole city; later what is new, raised or revoked.
 */
final class Certificates {

    private static final double HOLDERS = 0.0763;
    private static final double WITH_SECOND = 0.12;
    private static final double HAPPENING = 0.004;
    private static final double FIRST_ONE = 0.15;
    private static final double RAISED = 0.9;
    private static final double FIVE_YEARS = 0.3;
    private static final double EMPLOYER_UNKNOWN = 0.15;
    private static final int OLDEST_MONTHS = 150;
    private static final int OF_AGE = 18;
    private static final int HIGHEST = 5;
    private static final LocalDate LEVELS_INSTEAD_OF_QUALIFICATIONS = LocalDate.of(2019, 1, 1);

    /** Junior, intermediate and senior workers, technicians, senior technicians. */
    private static final double[] LEVELS = Dice.cumulative(28, 37, 27, 6, 2);

    private static final List<String> OCCUPATIONS = List.of(
            "6-31-01-03",
            "6-18-02-04",
            "6-20-01-01",
            "6-18-01-01",
            "4-03-02-01",
            "4-10-01-02",
            "4-07-05-01",
            "4-12-01-01",
            "4-10-01-05",
            "4-14-01-02",
            "4-04-04-02");

    private final Dice dice;
    private final Lives lives;
    private final Headcounts headcounts;
    private final Crew crew;

    Certificates(Dice dice, Lives lives, Headcounts headcounts, Careers careers) {
        this.dice = dice;
        this.lives = lives;
        this.headcounts = headcounts;
        crew = new Crew(careers);
    }

    /** What is registered in {@code month} of those who work in {@code slot}. */
    void write(int slot, int month, int first, Consumer<? super CertificateRow> each) {
        for (Life life : lives.of(slot, month)) {
            if (life.isAliveAt(month)) {
                write(new Visit(life, month, month == first), each);
            }
        }
    }

    private record Visit(Life life, int month, boolean isFirst) {}

    private void write(Visit visit, Consumer<? super CertificateRow> each) {
        Life life = visit.life();
        int headcount = headcounts.at(life, visit.month());
        int known = 0;
        for (int position = 0; position < headcount; position++) {
            if (visit.isFirst() || happens(life, position, visit.month())) {
                if (known == 0) {
                    crew.begin(life.slot(), visit.month());
                }
                while (known <= position) {
                    crew.next();
                    known++;
                }
                long person = crew.own().person(visit.month());
                if (visit.isFirst()) {
                    opening(visit, person, each);
                } else {
                    later(visit, person, each);
                }
            }
        }
    }

    private boolean happens(Life life, int position, int month) {
        return dice.happens(HAPPENING, Purpose.CERTIFICATE, (long) life.slot() << 14 | position, -month);
    }

    private boolean isHolder(long person) {
        return dice.happens(HOLDERS, Purpose.CERTIFICATE, person, 0)
                && openedOn(person).isBefore(Months.last(0));
    }

    private void opening(Visit visit, long person, Consumer<? super CertificateRow> each) {
        if (isHolder(person)) {
            int rank = rank(person);
            each.accept(row(visit, person, rank, occupation(person, 0), openedOn(person), null));
            if (rank > 1 && dice.happens(WITH_SECOND, Purpose.CERTIFICATE, person, 1)) {
                each.accept(row(visit, person, rank - 1, occupation(person, 1), openedOn(person), null));
            }
        }
    }

    private void later(Visit visit, long person, Consumer<? super CertificateRow> each) {
        LocalDate day = Months.day(visit.month(), dice.below(28, Purpose.CERTIFICATE, person, 10 + visit.month()));
        double luck = dice.unit(Purpose.CERTIFICATE, person, 200 + visit.month());
        if (!isHolder(person)) {
            if (luck < FIRST_ONE) {
                each.accept(row(visit, person, luck < FIRST_ONE / 2 ? 1 : 2, occupation(person, 0), day, null));
            }
        } else if (luck < RAISED) {
            each.accept(row(visit, person, Math.min(HIGHEST, rank(person) + 1), occupation(person, 0), day, null));
        } else {
            each.accept(row(visit, person, rank(person), occupation(person, 0), openedOn(person), day));
        }
    }

    private CertificateRow row(
            Visit visit, long person, int rank, String occupation, LocalDate issuedOn, @Nullable LocalDate revokedOn) {
        boolean isLevel = !issuedOn.isBefore(LEVELS_INSTEAD_OF_QUALIFICATIONS);
        boolean isLimited = isLevel && dice.happens(FIVE_YEARS, Purpose.CERTIFICATE, person, 2);
        return new CertificateRow(
                person,
                Persons.isWoman(person) ? "2" : "1",
                dice.happens(EMPLOYER_UNKNOWN, Purpose.CERTIFICATE, person, 3)
                        ? null
                        : visit.life().codeAt(visit.month()),
                isLevel ? "skill_level" : "qualification",
                occupation,
                rank,
                issuedOn,
                isLimited ? issuedOn.plusYears(5).minusDays(1) : null,
                revokedOn,
                Months.month(visit.month()));
    }

    private int rank(long person) {
        return 1 + dice.pick(LEVELS, Purpose.CERTIFICATE, person, 4);
    }

    private String occupation(long person, int number) {
        int place = dice.below(OCCUPATIONS.size(), Purpose.CERTIFICATE, person, 5);
        return OCCUPATIONS.get((place + number) % OCCUPATIONS.size());
    }

    /** When a holder of the opening stock got the certificate, of age or later. */
    private LocalDate openedOn(long person) {
        LocalDate drawn = Months.day(
                -dice.below(OLDEST_MONTHS, Purpose.CERTIFICATE, person, 6),
                dice.below(28, Purpose.CERTIFICATE, person, 7));
        LocalDate ofAge = LocalDate.of(PersonDocument.birthYear(person) + OF_AGE, 12, 1);
        return drawn.isBefore(ofAge) ? ofAge : drawn;
    }
}
