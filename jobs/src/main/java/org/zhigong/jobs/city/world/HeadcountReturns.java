package org.zhigong.jobs.city.world;

import java.util.Arrays;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.HeadcountRow;

/** What employers report of their workers every month; now and then one forgets. */
final class HeadcountReturns {

    private final Dice dice;
    private final Lives lives;
    private final Headcounts headcounts;
    private final Wages wages;
    private final Persons persons;
    private final Crew crew;
    private final int[] hukou = new int[Persons.HUKOU.length];
    private final int[] forms = new int[Persons.FORMS.length];

    HeadcountReturns(Dice dice, Lives lives, Headcounts headcounts, Careers careers) {
        this.dice = dice;
        this.lives = lives;
        this.headcounts = headcounts;
        wages = new Wages(dice);
        persons = new Persons(dice);
        crew = new Crew(careers);
    }

    /** The return of the employer that lives in {@code slot} at the end of {@code month}, if it makes one. */
    void write(int slot, int month, Consumer<? super HeadcountRow> each) {
        for (Life life : lives.of(slot, month)) {
            if (life.isAliveAt(month) && !isSilent(life, month)) {
                each.accept(row(life, month));
            }
        }
    }

    private HeadcountRow row(Life life, int month) {
        int headcount = headcounts.at(life, month);
        Arrays.fill(hukou, 0);
        Arrays.fill(forms, 0);
        int women = 0;
        crew.begin(life.slot(), month);
        for (int position = 0; position < headcount; position++) {
            crew.next();
            long person = crew.own().person(month);
            women += Persons.isWoman(person) ? 1 : 0;
            hukou[persons.hukou(person)]++;
            forms[persons.form(person, life)]++;
        }
        return new HeadcountRow(
                life.codeAt(month),
                Months.month(month),
                headcount,
                women,
                hukou[0],
                hukou[1],
                hukou[2],
                hukou[3],
                forms[0],
                forms[1],
                forms[2],
                forms[3],
                forms[4],
                forms[5],
                forms[6],
                dispatchedIn(life, headcount),
                headcount < 30 ? 0 : Math.round(headcount * 0.02 * dice.unit(Purpose.SIZE, life.key(), 3)),
                headcount < 20 ? 0 : Math.round(headcount * 0.03 * dice.unit(Purpose.SIZE, life.key(), 4)),
                wages.payroll(life, month, headcount));
    }

    private long dispatchedIn(Life life, int headcount) {
        if (headcount < 20 || Persons.isAgency(life)) {
            return 0;
        }
        double share = life.sector().group().equals("SOE") ? 0.09 : 0.03;
        return Math.round(headcount * share * 2 * dice.unit(Purpose.SIZE, life.key(), 2));
    }

    /** Employers fall silent for one to four months at a time. */
    private boolean isSilent(Life life, int month) {
        for (int start = Math.max(1, month - 3); start <= month; start++) {
            if (dice.happens(0.003, Purpose.SILENCE, life.key(), 1_000 + start)
                    && month < start + 1 + dice.below(4, Purpose.SILENCE, life.key(), 2_000 + start)) {
                return true;
            }
        }
        return false;
    }
}
