package org.zhigong.jobs.city.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.MemberRow;

/**
 * The members that unions report: those in employment, those who left in the month, with the day, and those who changed
 * jobs and whom the old union has not struck off yet.
 */
final class Rosters {

    /** No roster keeps somebody longer than this after a change of jobs. */
    private static final int LONGEST_LAG = 5;

    private final Lives lives;
    private final Unions unions;
    private final Headcounts headcounts;
    private final Memberships memberships;
    private final MemberRows rows;
    private final Careers careers;
    private final Places places;
    private final Crew crew;
    private final Retained retained;
    private final List<Long> struck = new ArrayList<>();

    Rosters(Lives lives, Unions unions, Headcounts headcounts, Careers careers, Dice dice, Places places) {
        this.lives = lives;
        this.unions = unions;
        this.headcounts = headcounts;
        this.careers = careers;
        this.places = places;
        memberships = new Memberships(dice);
        rows = new MemberRows(dice);
        crew = new Crew(careers);
        retained = new Retained(dice, careers, rows);
    }

    /** The reporting units, as bits, in whose files members of {@code slot} stand in {@code month}. */
    int units(int slot, int month) {
        int units = 0;
        for (Life life : lives.of(slot, month)) {
            for (Coverage coverage : unions.of(life)) {
                if (coverage.from() <= month && month <= coverage.to()) {
                    units |= 1 << unit(life, coverage, month);
                }
            }
        }
        return units;
    }

    /** The rows of {@code slot} in the file of {@code unit}, in a stable order. */
    void write(int slot, int month, int unit, Consumer<? super MemberRow> each) {
        Bench own = bench(slot, month);
        Bench others = bench(careers.partner(slot), month);
        int positions = careers.positions(slot);
        crew.begin(slot, month);
        for (int position = 0; position < positions; position++) {
            crew.next();
            position(new Visit(own, others, position, month, unit, each));
        }
        for (Life life : lives.of(slot, month)) {
            if (life.key() % 16 == 0) {
                for (Coverage coverage : unions.of(life)) {
                    if (unit(life, coverage, month) == unit) {
                        retained.write(life, coverage, month, each);
                    }
                }
            }
        }
    }

    private record Visit(
            Bench own, Bench others, int position, int month, int unit, Consumer<? super MemberRow> each) {}

    private void position(Visit visit) {
        int month = visit.month();
        Membership now = memberships.find(visit.own(), crew.own(), visit.position(), month);
        if (now != null) {
            emit(visit, now, rows.present(now, month));
        }
        Membership before = memberships.find(visit.own(), crew.own(), visit.position(), month - 1);
        struck.clear();
        if (before != null && (now == null || !now.isSameAs(before))) {
            struck.add(before.person());
            if (!isInSameUnionNextDoor(visit, before, month)) {
                leave(visit, before);
            }
        }
        stale(visit);
    }

    private void leave(Visit visit, Membership before) {
        boolean isJobChange = isNextDoor(before.person(), visit.month());
        if (isJobChange && memberships.lag(before) > 0) {
            emit(visit, before, rows.present(before, visit.month()));
        } else {
            emit(visit, before, rows.left(before, visit.month(), isJobChange));
        }
    }

    /** Those who changed jobs in the months before and still stand in the roster, or are struck off now. */
    private void stale(Visit visit) {
        for (int i = crew.swapCount() - 1; i >= 0; i--) {
            int changed = crew.swap(i);
            if (changed >= visit.month() || changed < visit.month() - LONGEST_LAG) {
                continue;
            }
            Membership left = memberships.find(visit.own(), crew.own(), visit.position(), changed - 1);
            if (left == null || struck.contains(left.person())) {
                continue;
            }
            struck.add(left.person());
            Membership after = memberships.find(visit.own(), crew.own(), visit.position(), changed);
            boolean hasLeft = (after == null || !after.isSameAs(left))
                    && crew.own().person(visit.month()) != left.person()
                    && crew.others().person(changed) == left.person()
                    && left.coverage().holdsAt(visit.month())
                    && !isInSameUnionNextDoor(visit, left, changed)
                    && !isInSameUnionNextDoor(visit, left, visit.month());
            int until = changed + memberships.lag(left);
            if (hasLeft && visit.month() < until) {
                emit(visit, left, rows.present(left, visit.month()));
            } else if (hasLeft && visit.month() == until) {
                emit(visit, left, rows.left(left, changed, true));
            }
        }
    }

    private boolean isNextDoor(long person, int month) {
        return !crew.others().isEmpty() && crew.others().person(month) == person;
    }

    private boolean isInSameUnionNextDoor(Visit visit, Membership left, int month) {
        if (!isNextDoor(left.person(), month)) {
            return false;
        }
        Membership next = memberships.find(visit.others(), crew.others(), visit.position(), month);
        return next != null && next.isSameAs(left);
    }

    private void emit(Visit visit, Membership membership, MemberRow row) {
        if (unit(membership.life(), membership.coverage(), visit.month()) == visit.unit()) {
            visit.each().accept(row);
        }
    }

    /** The unit in whose file the members of a union stand; a union that is gone stays where it was. */
    private int unit(Life life, Coverage coverage, int month) {
        return coverage.isOwn()
                ? places.unitOf(life.street(Math.min(month, coverage.to() - 1)))
                : Unions.jointUnit(coverage.union());
    }

    private Bench bench(int slot, int month) {
        return new Bench(lives.of(slot, month), unions, headcounts, month);
    }
}
