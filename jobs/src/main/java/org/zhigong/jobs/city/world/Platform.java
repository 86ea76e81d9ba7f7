package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/** Couriers, riders and drivers who are union members without an employer; each unit has one union for them. */
final class Platform {

    /** 8 % of some 330,000 are members at a time; they come and go, so that more pass through. */
    private static final double MEMBERS = 330_000 * 0.08 * 1.7;

    private static final double MONTHLY_LEAVING = 0.02;
    private static final int FEWEST = 60;
    private static final String[] FORMS = {"114", "113", "112", "111", "115", "119"};
    private static final double[] SHARES = Dice.cumulative(42, 24, 22, 7, 2, 3);

    private final Dice dice;
    private final Careers careers;
    private final Persons persons;
    private final Places places;
    private final int count;

    Platform(Dice dice, Careers careers, Places places, double scale) {
        this.dice = dice;
        this.careers = careers;
        this.places = places;
        persons = new Persons(dice);
        count = (int) Math.max(FEWEST, Math.min(Careers.OFFICE_FREE, Math.round(MEMBERS * scale)));
    }

    /** The platform members in the file of {@code unit}. */
    void write(int month, int unit, Consumer<? super MemberRow> each) {
        for (int rank = 0; rank < count; rank++) {
            double unitDraw = dice.unit(Purpose.PLATFORM, rank, 0);
            if (places.unitOf(places.street(unitDraw, 0)) == unit) {
                member(rank, month, unit, each);
            }
        }
    }

    private void member(int rank, int month, int unit, Consumer<? super MemberRow> each) {
        int joined = 1 - 24 + dice.below(Months.LAST, Purpose.PLATFORM, rank, 1);
        double u = dice.unit(Purpose.PLATFORM, rank, 2);
        int left = joined + 2 + (int) Math.min(1_000, Math.log(1 - u) / Math.log(1 - MONTHLY_LEAVING));
        if (joined > month || left < month || left <= 0) {
            return;
        }
        long person = careers.platformPerson(rank);
        LocalDate joinedOn = Months.day(joined, dice.below(28, Purpose.PLATFORM, rank, 3));
        LocalDate leftOn = left == month ? Months.day(left, dice.below(28, Purpose.PLATFORM, rank, 4)) : null;
        each.accept(new MemberRow(
                person,
                0,
                Persons.isWoman(person) ? "2" : "1",
                PersonDocument.birthYear(person),
                persons.ethnicity(person),
                persons.politicalStatus(person),
                persons.education(person),
                persons.hukouInRoster(person),
                FORMS[dice.pick(SHARES, Purpose.PLATFORM, rank, 5)],
                null,
                null,
                Unions.platformId(unit),
                joinedOn,
                leftOn == null ? "1" : "4",
                leftOn,
                leftOn == null ? joinedOn : leftOn));
    }
}
