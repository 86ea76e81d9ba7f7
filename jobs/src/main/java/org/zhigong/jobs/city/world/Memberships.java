package org.zhigong.jobs.city.world;

import org.jspecify.annotations.Nullable;

/** Decides who of those who hold a position is a union member. */
final class Memberships {

    private final Dice dice;

    Memberships(Dice dice) {
        this.dice = dice;
    }

    /** The membership that the holder of {@code position} has through its employer at the end of {@code month}. */
    @Nullable
    Membership find(Bench bench, Crew.Holders holders, int position, int month) {
        if (month < 0 || holders.isEmpty() || bench.headcount(month) <= position) {
            return null;
        }
        Coverage coverage = bench.coverage(month);
        Life life = bench.life(month);
        if (coverage == null || life == null) {
            return null;
        }
        long person = holders.person(month);
        if (!dice.happens(willing(life), Purpose.MEMBER, person, life.key())) {
            return null;
        }
        int start = Math.max(coverage.from(), Math.max(holders.since(month), bench.filledSince(position, month)));
        int joined = start <= 0 ? 0 : start + delay(person, coverage);
        return joined <= month ? new Membership(person, life, coverage, joined) : null;
    }

    /** How many months after a change of jobs the old union still has the person in its roster; 0: it knows at once. */
    int lag(Membership left) {
        double u = dice.unit(Purpose.LAG, left.person(), left.coverage().union());
        return u < 0.45 ? 0 : 1 + (int) ((u - 0.45) / 0.55 * 5);
    }

    private double willing(Life life) {
        return 0.93 + 0.04 * dice.unit(Purpose.MEMBER, -1, life.key());
    }

    private int delay(long person, Coverage coverage) {
        double u = dice.unit(Purpose.JOIN, person, coverage.union());
        return u < 0.7 ? 0 : u < 0.9 ? 1 : 2;
    }
}
