package org.zhigong.jobs.city.world;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.MemberRow;

/**
 * Dues as unions collect them: of all their members at once, each month, each quarter or, as most do, for a year in one
 * row; before or after. The rates are assumptions.
 */
final class DuesPayments {

    private static final double NEVER = 0.10;
    private static final double MONTHLY = 0.25;
    private static final double QUARTERLY = 0.45;
    private static final double IN_JANUARY = 0.6;
    private static final double AFTERWARDS = 0.3;
    private static final double UNPAID = 0.05;
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    private final Dice dice;
    private final Lives lives;
    private final Unions unions;
    private final Rosters rosters;
    private final Map<String, Long> lines = new HashMap<>();

    DuesPayments(Dice dice, Lives lives, Unions unions, Rosters rosters) {
        this.dice = dice;
        this.lives = lives;
        this.unions = unions;
        this.rosters = rosters;
    }

    /** Before the rows of all slots are asked for. */
    void begin() {
        lines.clear();
    }

    /** What the members of {@code slot} pay in {@code month}. */
    void write(int slot, int month, Consumer<? super DuesRow> each) {
        Map<String, Coverage> paying = new HashMap<>();
        for (Life life : lives.of(slot, month)) {
            for (Coverage coverage : unions.of(life)) {
                if (coverage.holdsAt(month) && isCollecting(coverage, month)) {
                    paying.put(coverage.unionId(), coverage);
                }
            }
        }
        if (paying.isEmpty()) {
            return;
        }
        int units = rosters.units(slot, month);
        for (int unit = 0; units >> unit != 0; unit++) {
            if ((units & 1 << unit) != 0) {
                rosters.write(slot, month, unit, member -> pay(member, paying, month, each));
            }
        }
    }

    private void pay(MemberRow member, Map<String, Coverage> paying, int month, Consumer<? super DuesRow> each) {
        Coverage coverage = paying.get(member.unionId());
        if (coverage == null
                || !member.membershipStatus().equals("1")
                || dice.happens(UNPAID, Purpose.DUES, member.personNumber(), month)) {
            return;
        }
        int months = months(coverage);
        int from = isAfterwards(coverage) ? month - months + 1 : month;
        long line = lines.merge(member.unionId(), 1L, Long::sum);
        each.accept(new DuesRow(
                "HF" + Months.month(month).toString().replace("-", "")
                        + member.unionId().substring(2),
                line,
                member.unionId(),
                member.personNumber(),
                Months.month(from),
                Months.month(from + months - 1),
                (500L + 100L * dice.below(20, Purpose.DUES, coverage.union(), -1)) * months,
                Months.day(month, dice.below(28, Purpose.DUES, coverage.union(), month))));
    }

    private boolean isCollecting(Coverage coverage, int month) {
        int months = months(coverage);
        if (months == 0) {
            return false;
        }
        boolean isInJanuary = months == YEAR && dice.happens(IN_JANUARY, Purpose.DUES, coverage.union(), -2);
        int phase = isInJanuary ? 1 : dice.below(months, Purpose.DUES, coverage.union(), -3);
        return Math.floorMod(month - phase, months) == 0;
    }

    /** How many months a payment is for; 0 where the union collects nothing. */
    private int months(Coverage coverage) {
        double u = dice.unit(Purpose.DUES, coverage.union(), -4);
        if (u < NEVER) {
            return 0;
        }
        if (u < MONTHLY) {
            return 1;
        }
        return u < QUARTERLY ? QUARTER : YEAR;
    }

    private boolean isAfterwards(Coverage coverage) {
        return dice.happens(AFTERWARDS, Purpose.DUES, coverage.union(), -5);
    }
}
