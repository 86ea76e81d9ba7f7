package org.zhigong.jobs.city.world;

import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.MemberRow;

/** Members who keep their membership without working: the retired of unions that were there from the start. */
final class Retained {

    private static final double MONTHLY_DEATHS = 0.002;

    private final Dice dice;
    private final Careers careers;
    private final MemberRows rows;

    Retained(Dice dice, Careers careers, MemberRows rows) {
        this.dice = dice;
        this.careers = careers;
        this.rows = rows;
    }

    /** The retained members of {@code life}'s first union in {@code month}. */
    void write(Life life, Coverage coverage, int month, Consumer<? super MemberRow> each) {
        if (coverage.from() > 0 || month > coverage.to()) {
            return;
        }
        int count = (int) (life.size() * Careers.RETAINED_SHARE + dice.unit(Purpose.RETAINED, life.key(), 0));
        for (int rank = 0; rank < Math.min(count, Careers.retained(life.size())); rank++) {
            long person = careers.retainedPerson(life.slot(), rank);
            int death = death(person);
            Membership membership = new Membership(person, life, coverage, 0);
            if (death == month) {
                each.accept(rows.retainedEnd(membership, month, "5"));
            } else if (death > month && coverage.holdsAt(month)) {
                each.accept(rows.retained(membership, month));
            } else if (death > month && coverage.to() == month) {
                each.accept(rows.retainedEnd(membership, month, "4"));
            }
        }
    }

    private int death(long person) {
        double unit = dice.unit(Purpose.RETAINED, person, 1);
        return 1 + (int) Math.min(10_000, Math.log(1 - unit) / Math.log(1 - MONTHLY_DEATHS));
    }
}
