package org.zhigong.jobs.city.world;

import java.util.Arrays;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.TrainingFundRow;

/** What employers return in December of their education funds of the year; shares are assumptions. */
final class EducationFunds {

    private static final int DECEMBER = 11;
    private static final int MONTHS = 12;
    private static final int SMALLEST = 5;
    private static final double RETURNING = 0.8;
    private static final double IN_FULL = 0.78;
    private static final double SPENDING = 0.94;
    private static final long RATE_BP = 150;

    private final Dice dice;
    private final Lives lives;
    private final Headcounts headcounts;
    private final Wages wages;

    EducationFunds(Dice dice, Lives lives, Headcounts headcounts) {
        this.dice = dice;
        this.lives = lives;
        this.headcounts = headcounts;
        wages = new Wages(dice);
    }

    /** Whether returns are made for the year that ends with {@code month}. */
    static boolean areReturnedIn(int month) {
        return Months.ofYear(month) == DECEMBER;
    }

    /** The return of the employer that lives in {@code slot} in December, if it makes one. */
    void write(int slot, int month, Consumer<? super TrainingFundRow> each) {
        for (Life life : lives.of(slot, month)) {
            boolean isReturning = areReturnedIn(month)
                    && headcounts.at(life, month) >= SMALLEST
                    && dice.happens(RETURNING, Purpose.EDUCATION_FUND, life.key(), month);
            if (isReturning) {
                each.accept(row(life, month));
            }
        }
    }

    private TrainingFundRow row(Life life, int month) {
        long key = life.key() * 256 + month;
        double share = dice.unit(Purpose.EDUCATION_FUND, key, 1);
        boolean isInFull = dice.happens(IN_FULL, Purpose.EDUCATION_FUND, key, 2);
        long full = (payroll(life, month) * RATE_BP + 9_999) / 10_000;
        long accrued = isInFull ? full + Math.round(full * share * 0.6) : Math.round(full * (0.4 + share * 0.59));
        boolean isSpending = dice.happens(SPENDING, Purpose.EDUCATION_FUND, key, 3);
        long spent = isSpending ? Math.round(accrued * (0.5 + 0.6 * dice.unit(Purpose.EDUCATION_FUND, key, 4))) : 0;
        return new TrainingFundRow(
                life.codeAt(month),
                Months.first(month - MONTHS + 1),
                Months.last(month),
                accrued,
                spent,
                Math.round(spent * frontline(key)));
    }

    private long payroll(Life life, int month) {
        long payroll = 0;
        for (int of = month - MONTHS + 1; of <= month; of++) {
            int headcount = headcounts.at(life, of);
            payroll += headcount == 0 ? 0 : wages.payroll(life, of, headcount);
        }
        return payroll;
    }

    /**
     * The share for the front line: Beta (5, 3) of one half and Beta (3, 2) of the other, as ranked draws have them;
     * together of mean 0.61 and deviation 0.18.
     */
    private double frontline(long key) {
        int draws = dice.happens(0.5, Purpose.EDUCATION_FUND, key, 5) ? 7 : 4;
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = dice.unit(Purpose.EDUCATION_FUND, key, 10 + i);
        }
        Arrays.sort(drawn);
        return drawn[draws == 7 ? 4 : 2];
    }
}
