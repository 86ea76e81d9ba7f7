package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.TrainingRow;

/** Who ends a course in a month: 38 in a hundred workers complete one in a year, most in its last quarter. */
final class Courses {

    /** The schools that deliver, each for a part of the employers. */
    static final List<String> SCHOOLS = List.of("S01", "S02", "S03");

    private static final double MONTHLY = 0.0394;
    private static final double LAST_QUARTER = 1.4;
    private static final double COMPLETED = 0.92;
    private static final double EMPLOYER_UNKNOWN = 0.02;
    private static final int[] HOURS = {4, 8, 12, 16, 24, 32};
    private static final double[] HOURS_SHARES = Dice.cumulative(15, 23, 15, 25, 16, 6);
    private static final int HOURS_A_DAY = 8;

    private final Dice dice;
    private final Lives lives;
    private final Headcounts headcounts;
    private final Persons persons;
    private final Crew crew;

    Courses(Dice dice, Lives lives, Headcounts headcounts, Careers careers) {
        this.dice = dice;
        this.lives = lives;
        this.headcounts = headcounts;
        persons = new Persons(dice);
        crew = new Crew(careers);
    }

    /** The rows of {@code slot} in the file of {@code school}. */
    void write(int slot, int month, String school, Consumer<? super TrainingRow> each) {
        for (Life life : lives.of(slot, month)) {
            if (life.isAliveAt(month) && school(life).equals(school)) {
                write(life, month, each);
            }
        }
    }

    private static String school(Life life) {
        return SCHOOLS.get((int) (life.key() / 16 % SCHOOLS.size()));
    }

    /** Chance is asked by position first: who holds the few that are chosen is dear to find out. */
    private void write(Life life, int month, Consumer<? super TrainingRow> each) {
        int headcount = headcounts.at(life, month);
        double share = Months.ofYear(month) >= 9 ? MONTHLY * LAST_QUARTER : MONTHLY;
        int known = 0;
        for (int position = 0; position < headcount; position++) {
            if (dice.happens(share, Purpose.COURSE, key(life, position), month)) {
                if (known == 0) {
                    crew.begin(life.slot(), month);
                }
                while (known <= position) {
                    crew.next();
                    known++;
                }
                each.accept(row(life, position, crew.own().person(month), month));
            }
        }
    }

    private TrainingRow row(Life life, int position, long person, int month) {
        long key = key(life, position);
        int hours = HOURS[dice.pick(HOURS_SHARES, Purpose.COURSE, key, -month - 1L)];
        LocalDate endedOn = Months.day(month, dice.below(28, Purpose.COURSE, key, 1_000 + month));
        String digits = Long.toString(key);
        return new TrainingRow(
                "BM" + Months.month(month).toString().replace("-", "") + "-" + "0".repeat(11 - digits.length())
                        + digits,
                person,
                Persons.isWoman(person) ? "2" : "1",
                persons.hukouInRoster(person),
                Persons.FORMS[persons.form(person, life)],
                employer(life, key, month),
                hours,
                endedOn.minusDays(hours / HOURS_A_DAY),
                endedOn,
                dice.happens(COMPLETED, Purpose.COURSE, key, 2_000 + month));
    }

    /** The code that the school has of the employer, which may be its old one. */
    private @Nullable String employer(Life life, long key, int month) {
        return dice.happens(EMPLOYER_UNKNOWN, Purpose.COURSE, key, 3_000 + month)
                ? null
                : life.codeAt(month - dice.below(3, Purpose.CODE, life.key(), 4));
    }

    private static long key(Life life, int position) {
        return (long) life.slot() << 14 | position;
    }
}
