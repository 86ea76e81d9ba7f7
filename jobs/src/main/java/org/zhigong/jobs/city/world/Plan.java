package org.zhigong.jobs.city.world;

/**
 * Months in which something rare happens to an employer of the first thousand, whose turn it is, so that even the
 * smallest city sees it happen.
 */
final class Plan {

    private static final int SLOTS = 1_000;

    private final int[] months = new int[SLOTS];

    /** Lets it happen every {@code every} months to somebody with ten workers or more. */
    Plan(Dice dice, SizeLaw sizes, Purpose purpose, int every) {
        for (int month = 2; month <= Months.LAST; month += every) {
            int slot = dice.below(SLOTS, purpose, -1, month);
            while (sizes.size(slot) < 10 || months[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            months[slot] = month;
        }
    }

    /** The month in which it happens to {@code slot}; 0 if never. */
    int month(int slot) {
        return slot < SLOTS ? months[slot] : 0;
    }
}
