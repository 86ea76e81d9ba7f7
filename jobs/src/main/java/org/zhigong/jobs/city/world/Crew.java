package org.zhigong.jobs.city.world;

/**
 * Goes through the positions of a slot in order and knows who held each of them when, and who held the same position of
 * the partner slot.
 */
final class Crew {

    private static final int MOST_EVENTS = 400;

    private final Careers careers;
    private final int[] ownRenewals = new int[127];
    private final int[] partnerRenewals = new int[127];
    private final int[] swaps = new int[127];
    private final Holders own = new Holders();
    private final Holders others = new Holders();
    private int slot;
    private int partner;
    private int until;
    private int position;
    private int swapCount;
    private long ownIndex;
    private long partnerIndex;

    Crew(Careers careers) {
        this.careers = careers;
    }

    /** Starts anew before the first position of {@code newSlot}, to know who holds what up to {@code lastMonth}. */
    void begin(int newSlot, int lastMonth) {
        slot = newSlot;
        partner = careers.partner(slot);
        until = lastMonth;
        position = -1;
        ownIndex = careers.base(slot);
        partnerIndex = careers.base(partner);
    }

    /** Moves on to the next position; the first is 0. */
    void next() {
        position++;
        own.clear();
        others.clear();
        own.add(0, careers.person(slot, position, ownIndex, 0));
        int ownCount = careers.renewals(slot, position, until, ownRenewals);
        boolean isPaired = position < careers.positions(partner);
        swapCount = isPaired ? careers.swaps(Math.min(slot, partner), position, until, swaps) : 0;
        if (swapCount > 0) {
            others.add(0, careers.person(partner, position, partnerIndex, 0));
            merge(ownCount, careers.renewals(partner, position, until, partnerRenewals));
        } else {
            merge(ownCount, 0);
        }
        partnerIndex += isPaired ? 1 + careers.renewalCount(partner, position) : 0;
        ownIndex += 1 + careers.renewalCount(slot, position);
    }

    /** Moves on to the next position without looking at who holds it. */
    void skip() {
        position++;
        boolean isPaired = position < careers.positions(partner);
        partnerIndex += isPaired ? 1 + careers.renewalCount(partner, position) : 0;
        ownIndex += 1 + careers.renewalCount(slot, position);
    }

    /** The holders of the position in the slot itself. */
    Holders own() {
        return own;
    }

    /** The holders of the position in the partner slot; none if nobody ever went from one to the other. */
    Holders others() {
        return others;
    }

    int swapCount() {
        return swapCount;
    }

    int swap(int number) {
        return swaps[number];
    }

    private void merge(int ownCount, int partnerCount) {
        int mine = 0;
        int theirs = 0;
        int swap = 0;
        for (int guard = 0; guard < MOST_EVENTS; guard++) {
            int nextMine = mine < ownCount ? ownRenewals[mine] : Integer.MAX_VALUE;
            int nextTheirs = theirs < partnerCount ? partnerRenewals[theirs] : Integer.MAX_VALUE;
            int nextSwap = swap < swapCount ? swaps[swap] : Integer.MAX_VALUE;
            int month = Math.min(nextSwap, Math.min(nextMine, nextTheirs));
            if (month == Integer.MAX_VALUE) {
                return;
            }
            if (nextSwap == month) {
                long mover = own.last();
                own.add(month, others.last());
                others.add(month, mover);
                swap++;
            } else if (nextMine == month) {
                mine++;
                own.add(month, careers.person(slot, position, ownIndex + mine, mine));
            } else {
                theirs++;
                others.add(month, careers.person(partner, position, partnerIndex + theirs, theirs));
            }
        }
    }

    /** Who held a position from which month on. */
    static final class Holders {

        private final int[] months = new int[MOST_EVENTS];
        private final long[] persons = new long[MOST_EVENTS];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int month, long person) {
            if (count > 0 && months[count - 1] == month) {
                count--;
            }
            months[count] = month;
            persons[count] = person;
            count++;
        }

        boolean isEmpty() {
            return count == 0;
        }

        long last() {
            return persons[count - 1];
        }

        long person(int month) {
            return persons[place(month)];
        }

        /** The first month of the holder's unbroken hold. */
        int since(int month) {
            int place = place(month);
            while (place > 0 && persons[place - 1] == persons[place]) {
                place--;
            }
            return months[place];
        }

        private int place(int month) {
            int place = count - 1;
            while (place > 0 && months[place] > month) {
                place--;
            }
            return place;
        }
    }
}
