package org.zhigong.jobs.city.world;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lives of one slot up to a month, with headcounts and union coverage looked up as they are needed. */
final class Bench {

    private final List<Life> lives;
    private final List<List<Coverage>> coverages;
    private final int[] headcounts;
    private final Headcounts law;

    Bench(List<Life> lives, List<List<Coverage>> coverages, Headcounts law, int until) {
        this.lives = lives;
        this.coverages = coverages;
        this.law = law;
        headcounts = new int[until + 1];
        Arrays.fill(headcounts, -1);
    }

    /** The life that goes on at the end of {@code month}. */
    @Nullable
    Life life(int month) {
        for (Life life : lives) {
            if (life.isAliveAt(month)) {
                return life;
            }
        }
        return null;
    }

    @Nullable
    Coverage coverage(int month) {
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).isAliveAt(month)) {
                return holding(coverages.get(i), month);
            }
        }
        return null;
    }

    int headcount(int month) {
        int known = headcounts[month];
        if (known < 0) {
            Life life = life(month);
            known = life == null ? 0 : law.at(life, month);
            headcounts[month] = known;
        }
        return known;
    }

    /** Since which month {@code position} has been filled without a break, at {@code month}. */
    int filledSince(int position, int month) {
        int since = month;
        while (since > 0 && headcount(since - 1) > position) {
            since--;
        }
        return since;
    }

    private static @Nullable Coverage holding(List<Coverage> candidates, int month) {
        for (Coverage coverage : candidates) {
            if (coverage.holdsAt(month)) {
                return coverage;
            }
        }
        return null;
    }
}
