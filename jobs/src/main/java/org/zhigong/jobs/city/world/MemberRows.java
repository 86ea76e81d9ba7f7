package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/** Says of a membership what a roster says of it. */
final class MemberRows {

    private static final long OLDEST_JOINING = LocalDate.of(2000, 1, 1).toEpochDay();

    private final Dice dice;
    private final Persons persons;
    private long namedLife = -1;
    private String name = "";
    private long codedLife = -1;
    private String code = "";

    MemberRows(Dice dice) {
        this.dice = dice;
        persons = new Persons(dice);
    }

    /** A member in employment, as the roster of {@code month} has it. */
    MemberRow present(Membership membership, int month) {
        LocalDate joinedOn = joinedOn(membership);
        return row(membership, month, joinedOn, "1", null, updatedOn(joinedOn));
    }

    /** A member who left in {@code month}, to another job or altogether. */
    MemberRow left(Membership membership, int month, boolean isJobChange) {
        long person = membership.person();
        LocalDate joinedOn = joinedOn(membership);
        LocalDate leftOn = notBefore(joinedOn, Months.day(month, dice.below(28, Purpose.DAY, person, month)));
        String status = isJobChange ? "3" : dice.happens(0.01, Purpose.LAG, person, month) ? "5" : "4";
        return row(membership, month, joinedOn, status, leftOn, leftOn);
    }

    /** A retired member who stays one. */
    MemberRow retained(Membership membership, int month) {
        LocalDate joinedOn = joinedOn(membership);
        return row(membership, month, joinedOn, "2", null, updatedOn(joinedOn));
    }

    /** A retained member who died or whose union ended. */
    MemberRow retainedEnd(Membership membership, int month, String status) {
        LocalDate joinedOn = joinedOn(membership);
        LocalDate endedOn =
                notBefore(joinedOn, Months.day(month, dice.below(28, Purpose.DAY, membership.person(), month)));
        return row(membership, month, joinedOn, status, endedOn, endedOn);
    }

    private MemberRow row(
            Membership membership,
            int month,
            LocalDate joinedOn,
            String status,
            @Nullable LocalDate leftOn,
            LocalDate updatedOn) {
        long person = membership.person();
        Life life = membership.life();
        boolean hasEmployer = !status.equals("2") || !dice.happens(0.2, Purpose.RETAINED, person, 7);
        return new MemberRow(
                person,
                0,
                Persons.isWoman(person) ? "2" : "1",
                PersonDocument.birthYear(person),
                persons.ethnicity(person),
                persons.politicalStatus(person),
                persons.education(person),
                persons.hukouInRoster(person),
                Persons.FORMS[persons.form(person, life)],
                name(life),
                hasEmployer ? knownCode(membership, month) : null,
                membership.coverage().unionId(),
                joinedOn,
                status,
                leftOn,
                updatedOn);
    }

    private String name(Life life) {
        if (namedLife != life.key()) {
            namedLife = life.key();
            name = Names.employer(life.sector(), dice.bits(Purpose.NAME, life.key(), 0));
        }
        return name;
    }

    /** The employer's code as far as the union has heard of it. */
    private String knownCode(Membership membership, int month) {
        Life life = membership.life();
        int delay = dice.below(4, Purpose.CODE, membership.coverage().union(), 0);
        int generation = life.generation(Math.min(month, life.close() - 1) - delay);
        if (codedLife != life.key() * 8 + generation) {
            codedLife = life.key() * 8 + generation;
            code = life.code(generation);
        }
        return code;
    }

    private LocalDate joinedOn(Membership membership) {
        long person = membership.person();
        long union = membership.coverage().union();
        if (membership.joined() > 0) {
            return Months.day(membership.joined(), dice.below(28, Purpose.JOIN, person, union + 1));
        }
        long ofAge = LocalDate.of(PersonDocument.birthYear(person) + 18, 7, 1).toEpochDay();
        long from = Math.max(
                Math.max(ofAge, OLDEST_JOINING), membership.coverage().fromOn().toEpochDay());
        long to = Math.max(from, Months.last(0).toEpochDay());
        double share = 1 - Math.pow(dice.unit(Purpose.JOIN, person, union + 2), 1.6);
        return LocalDate.ofEpochDay(from + (long) ((to - from) * share));
    }

    /** Who joins and leaves within a month leaves after joining. */
    private static LocalDate notBefore(LocalDate joinedOn, LocalDate day) {
        return day.isBefore(joinedOn) ? joinedOn : day;
    }

    private static LocalDate updatedOn(LocalDate joinedOn) {
        LocalDate opening = Months.last(0);
        return joinedOn.isAfter(opening) ? joinedOn : opening;
    }
}
