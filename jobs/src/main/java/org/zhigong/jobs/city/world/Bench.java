package org.zhigong.jobs.city.world;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lives of one slot up to a month, with headcounts and union coverage looked up once, when they are needed. */
final class Bench {

    private final List<Life> lives;
    private final Unions unions;
    private final Headcounts law;
    private final int[] headcounts;
    private final @Nullable Life[] lifeOf;
    private final @Nullable Coverage[] coverageOf;

    Bench(List<Life> lives, Unions unions, Headcounts law, int until) {
        this.lives = lives;
        this.unions = unions;
        this.law = law;
        headcounts = new int[until + 1];
        lifeOf = new Life[until + 1];
        coverageOf = new Coverage[until + 1];
        Arrays.fill(headcounts, -1);
    }

    /** The life that goes on at the end of {@code month}. */
    @Nullable
    Life life(int month) {
        headcount(month);
        return lifeOf[month];
    }

    /** The union coverage of that life. */
    @Nullable
    Coverage coverage(int month) {
        headcount(month);
        return coverageOf[month];
    }

    int headcount(int month) {
        int known = headcounts[month];
        if (known < 0) {
            known = 0;
            for (Life life : lives) {
                if (life.isAliveAt(month)) {
                    known = law.at(life, month);
                    lifeOf[month] = life;
                    coverageOf[month] = holding(unions.of(life), month);
                }
            }
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
