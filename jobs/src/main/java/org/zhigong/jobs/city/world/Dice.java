package org.zhigong.jobs.city.world;

/**
 * Random numbers by counter: the same seed, purpose and counters always give the same number, in whatever order they
 * are asked for, so that nothing has to be kept.
 */
@SuppressWarnings("EnumOrdinal") // a purpose's place is its stream
public final class Dice {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final long[] roots = new long[Purpose.values().length];

    public Dice(long seed) {
        for (Purpose purpose : Purpose.values()) {
            roots[purpose.ordinal()] = mixed(seed * GOLDEN + mixed(purpose.ordinal() + 1L));
        }
    }

    /** Sixty-four random bits. */
    public long bits(Purpose purpose, long first, long second) {
        return mixed(mixed(roots[purpose.ordinal()] ^ first * GOLDEN) + second * 0xD1B5_4A32_D192_ED03L);
    }

    /** A number from 0 to below 1. */
    public double unit(Purpose purpose, long first, long second) {
        return (bits(purpose, first, second) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to below {@code bound}. */
    public int below(int bound, Purpose purpose, long first, long second) {
        return (int) (((bits(purpose, first, second) >>> 33) * bound) >>> 31);
    }

    /** Whether something of probability {@code share} happens. */
    public boolean happens(double share, Purpose purpose, long first, long second) {
        return unit(purpose, first, second) < share;
    }

    /** The place in {@code cumulative}, whose last entry is 1, that a random number falls into. */
    public int pick(double[] cumulative, Purpose purpose, long first, long second) {
        return place(cumulative, unit(purpose, first, second));
    }

    static int place(double[] cumulative, double unit) {
        int place = 0;
        while (place < cumulative.length - 1 && unit >= cumulative[place]) {
            place++;
        }
        return place;
    }

    /** The running sums of {@code weights}, scaled so that the last is 1. */
    static double[] cumulative(double... weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sum;
        }
        return sums;
    }

    /** The finishing steps of SplitMix64: every bit of the input moves about half of the output's. */
    private static long mixed(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
