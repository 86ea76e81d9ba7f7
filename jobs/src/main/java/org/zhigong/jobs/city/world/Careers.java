package org.zhigong.jobs.city.world;

import org.zhigong.jobs.city.feed.PersonDocument;

/**
 * Who works where. A slot has positions; a position is held by one person after another, and the holders of one
 * position in two partner slots change places now and then. Every person has a number of its own, given slot by slot,
 * so that it is the same in every larger city.
 */
final class Careers {

    /** Numbers kept free for persons without a position: members on platforms. */
    static final int OFFICE_FREE = 1_000_000;

    /** Retained members as a share of the workers of a union's employer. */
    static final double RETAINED_SHARE = 0.055;

    private static final int MOST_TENURES = 127;

    private static final double[] SEASON = {0.8, 1.3, 1.9, 1.2, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.8, 0.6};
    /** How many months of average restlessness a season can be ahead of the calendar, at most. */
    private static final int MOST_AHEAD = 3;

    private static final double SWAP_RATE = 0.06;

    private final Dice dice;
    private final SizeLaw sizes;
    private final char[] sections;
    private final Restlessness[] restlessness = new Restlessness[26];
    private final Restlessness swapping = Restlessness.of(SWAP_RATE);

    /** The first person index of each slot; one entry more than there are slots. */
    private final long[] bases;

    /** How often the positions of all slots pass to somebody new while the city lives, slot by slot. */
    private final byte[] renewalCounts;

    /** Where the positions of each slot start in that list. */
    private final int[] firstPositions;

    Careers(Dice dice, SizeLaw sizes, Lives lives, int slots) {
        this.dice = dice;
        this.sizes = sizes;
        for (char section = 'A'; section <= 'Z'; section++) {
            restlessness[section - 'A'] = Restlessness.of(turnover(section));
        }
        int whole = SizeLaw.whole(slots);
        sections = new char[whole];
        bases = new long[whole + 1];
        firstPositions = new int[whole + 1];
        for (int slot = 0; slot < whole; slot++) {
            sections[slot] = lives.section(slot);
            firstPositions[slot + 1] = firstPositions[slot] + Headcounts.most(sizes.size(slot));
        }
        renewalCounts = new byte[firstPositions[whole]];
        int[] scratch = new int[MOST_TENURES];
        for (int slot = 0; slot < whole; slot++) {
            long persons = retained(sizes.size(slot));
            for (int position = 0; position < positions(slot); position++) {
                int count = renewals(slot, position, Months.LAST, scratch);
                renewalCounts[firstPositions[slot] + position] = (byte) count;
                persons += 1 + count;
            }
            bases[slot + 1] = bases[slot] + persons;
        }
    }

    /** What is known of the same city, for another thread, which has {@code sizes} of its own. */
    private Careers(Careers known, SizeLaw sizes) {
        dice = known.dice;
        this.sizes = sizes;
        System.arraycopy(known.restlessness, 0, restlessness, 0, restlessness.length);
        sections = known.sections;
        bases = known.bases;
        renewalCounts = known.renewalCounts;
        firstPositions = known.firstPositions;
    }

    /** The same for another thread, which asks {@code other} for sizes: nothing else changes while a city lives. */
    Careers beside(SizeLaw other) {
        return new Careers(this, other);
    }

    /** How often {@code position} passes to somebody new while the city lives. */
    int renewalCount(int slot, int position) {
        return renewalCounts[firstPositions[slot] + position];
    }

    /** How many retained members a slot of {@code size} may have. */
    static int retained(int size) {
        return (int) (size * RETAINED_SHARE) + 1;
    }

    /** The number of the retained member {@code rank} of {@code slot}. */
    long retainedPerson(int slot, int rank) {
        long index = bases[slot + 1] - 1 - rank;
        return index * 2 + (dice.happens(0.4, Purpose.SEX, -2L - slot, rank) ? 1 : 0);
    }

    /** The number of the platform worker {@code rank}. */
    long platformPerson(int rank) {
        long index = PersonDocument.capacity() - OFFICE_FREE + rank;
        return index * 2 + (dice.happens(0.12, Purpose.SEX, -1, rank) ? 1 : 0);
    }

    /** The number of the person who holds {@code position} of {@code slot} as the {@code tenure}th. */
    long person(int slot, int position, long index, int tenure) {
        boolean isWoman = dice.happens(womenShare(sections[slot]), Purpose.SEX, key(slot, position), tenure);
        return index * 2 + (isWoman ? 1 : 0);
    }

    long base(int slot) {
        return bases[slot];
    }

    int positions(int slot) {
        return firstPositions[slot + 1] - firstPositions[slot];
    }

    int partner(int slot) {
        return sizes.partner(slot);
    }

    /** Writes the months up to {@code until} in which {@code position} passes to somebody new; gives how many. */
    int renewals(int slot, int position, int until, int[] months) {
        return events(Purpose.TENURE, key(slot, position), restlessness[sections[slot] - 'A'], until, months);
    }

    /** Writes the months up to {@code until} in which the holders of {@code position} in two partners change places. */
    int swaps(int lowerSlot, int position, int until, int[] months) {
        return events(Purpose.SWAP, key(lowerSlot, position), swapping, until, months);
    }

    /** How often something happens a month, and below which draw it does not happen by a month, whatever the season. */
    @SuppressWarnings("ArrayRecordComponent") // never shared, never compared; spares most logarithms
    private record Restlessness(double perMonth, double[] nevers) {

        static Restlessness of(double perYear) {
            double[] nevers = new double[Months.LAST + 1];
            for (int month = 0; month <= Months.LAST; month++) {
                nevers[month] = Math.exp(-perYear / 12 * (month + MOST_AHEAD));
            }
            return new Restlessness(perYear / 12, nevers);
        }

        double never(int until) {
            return nevers[until];
        }
    }

    private int events(Purpose purpose, long key, Restlessness law, int until, int[] months) {
        double never = law.never(until);
        double passed = 0;
        int count = 0;
        while (count < months.length) {
            double survival = 1 - dice.unit(purpose, key, count);
            if (survival < never) {
                break;
            }
            passed -= Math.log(survival) / law.perMonth();
            int month = monthAfter(passed);
            if (month > until) {
                break;
            }
            months[count] = month;
            count++;
        }
        return count;
    }

    /** The month in which so many months of average restlessness have passed; from 1. */
    private static int monthAfter(double passed) {
        int years = (int) (passed / 12);
        double rest = passed - years * 12.0;
        int month = 0;
        while (month < 11 && rest >= SEASON[month]) {
            rest -= SEASON[month];
            month++;
        }
        return years * 12 + month + 1;
    }

    private static long key(int slot, int position) {
        return (long) slot << 14 | position;
    }

    private static double turnover(char section) {
        return section == 'H' || section == 'O'
                ? 0.35
                : section == 'S' || section == 'P' || section == 'Q' ? 0.08 : 0.17;
    }

    private static double womenShare(char section) {
        return switch (section) {
            case 'C' -> 0.35;
            case 'E' -> 0.14;
            case 'P' -> 0.67;
            case 'Q' -> 0.72;
            case 'G' -> 0.25;
            case 'B', 'D' -> 0.28;
            case 'J', 'H', 'O' -> 0.54;
            case 'I' -> 0.41;
            default -> 0.45;
        };
    }
}
