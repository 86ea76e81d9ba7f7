package org.zhigong.jobs.city.world;

import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Finds who works where, for few positions of many: those that are not asked for cost next to nothing. */
final class Seats {

    private final Lives lives;
    private final Unions unions;
    private final Headcounts headcounts;
    private final Careers careers;
    private final Memberships memberships;
    private final Crew crew;

    Seats(Lives lives, Unions unions, Headcounts headcounts, Careers careers, Dice dice) {
        this.lives = lives;
        this.unions = unions;
        this.headcounts = headcounts;
        this.careers = careers;
        memberships = new Memberships(dice);
        crew = new Crew(careers);
    }

    /**
     * A filled position.
     *
     * @param key unlike that of any other position, and the same in every larger city
     * @param number the same with fewer digits
     * @param membership null if the holder is no member
     */
    record Seat(
            long key,
            long number,
            long person,
            Life life,
            @Nullable Membership membership) {}

    /** Gives the positions of {@code slot} that {@code wanted} names by their keys, as they are in {@code month}. */
    void each(int slot, int month, LongPredicate wanted, Consumer<? super Seat> each) {
        int positions = careers.positions(slot);
        @Nullable Bench bench = null;
        crew.begin(slot, month);
        for (int position = 0; position < positions; position++) {
            long key = (long) slot << 14 | position;
            if (!wanted.test(key)) {
                crew.skip();
                continue;
            }
            crew.next();
            bench = bench == null ? new Bench(lives.of(slot, month), unions, headcounts, month) : bench;
            Life life = bench.headcount(month) > position ? bench.life(month) : null;
            if (life != null) {
                each.accept(new Seat(
                        key,
                        careers.base(slot) + position,
                        crew.own().person(month),
                        life,
                        memberships.find(bench, crew.own(), position, month)));
            }
        }
    }
}
