package org.zhigong.jobs.city.world;

/**
 * How many workers an employer has. Slots are stratified: each run of a thousand slots holds the whole range of sizes
 * once, from one person to one giant, so that even a small city has all of them. Neighbours in size are partners: their
 * workers change places now and then.
 */
final class SizeLaw {

    private static final int BLOCK = 1_000;

    private static final double[] SMALL =
            Dice.cumulative(30, 24, 16, 10, 7, 5, 3.5, 2.5, 2); // one to nine workers; mean 2.9

    private final Dice dice;
    private int knownBlock = -1;
    private int factor;
    private int inverse;
    private int shift;

    SizeLaw(Dice dice) {
        this.dice = dice;
    }

    /** The size around which the headcount of {@code slot} moves. */
    int size(int slot) {
        double u = (stratum(slot) + dice.unit(Purpose.SIZE, slot, 0)) / BLOCK;
        if (u < 0.79) {
            return 1 + Dice.place(SMALL, u / 0.79);
        }
        if (u < 0.916) {
            return between(10, 25, (u - 0.79) / 0.126, 2.2);
        }
        if (u < 0.983) {
            return between(25, 100, (u - 0.916) / 0.067, 2.7);
        }
        if (u < 0.9955) {
            return between(100, 300, (u - 0.983) / 0.0125, 2.6);
        }
        if (u < 0.999) {
            return between(300, 1_000, (u - 0.9955) / 0.0035, 2.6);
        }
        return (int) Math.min(8_000, 1_000 * Math.pow(1 - (u - 0.999) / 0.001, -1 / 3.6));
    }

    /** The slot next in size within its thousand. */
    int partner(int slot) {
        int stratum = stratum(slot) ^ 1;
        return slot / BLOCK * BLOCK + Math.floorMod((stratum - shift) * inverse, BLOCK);
    }

    /** The number of slots, rounded up, whose sizes have to be known when the first {@code slots} are. */
    static int whole(int slots) {
        return (slots + BLOCK - 1) / BLOCK * BLOCK;
    }

    private int stratum(int slot) {
        know(slot / BLOCK);
        return (slot % BLOCK * factor + shift) % BLOCK;
    }

    /** Slots are asked for in order, so the shuffle of one block is all that has to be remembered. */
    private void know(int block) {
        if (block != knownBlock) {
            knownBlock = block;
            int[] endings = {1, 3, 7, 9};
            factor = 10 * dice.below(BLOCK / 10, Purpose.BLOCK, block, 0)
                    + endings[dice.below(4, Purpose.BLOCK, block, 1)];
            inverse = power(factor, 99);
            shift = dice.below(BLOCK, Purpose.BLOCK, block, 2);
        }
    }

    private static int power(int base, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power = power * base % BLOCK;
        }
        return power;
    }

    /** Between two limits, denser near the lower one the greater {@code skew} is. */
    private static int between(int low, int high, double share, double skew) {
        return (int) (low * Math.pow((double) high / low, Math.pow(share, skew)));
    }
}
