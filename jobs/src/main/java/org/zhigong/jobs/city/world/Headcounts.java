package org.zhigong.jobs.city.world;

/** How many work at an employer at the end of a month. */
final class Headcounts {

    private static final double SWING = 0.10;

    private final Dice dice;

    Headcounts(Dice dice) {
        this.dice = dice;
    }

    /** The most that {@link #at} gives for an employer of {@code size}. */
    static int most(int size) {
        return (int) Math.round(size * (1 + SWING));
    }

    /** The workers of {@code life} at the end of {@code month}; 0 where it does not live. */
    int at(Life life, int month) {
        if (!life.isAliveAt(month) || life.size() == 0) {
            return 0;
        }
        double period = 40 + 50 * dice.unit(Purpose.TREND, life.key(), 0);
        double phase = dice.unit(Purpose.TREND, life.key(), 1);
        double trend = 1 + SWING * Math.sin(2 * Math.PI * (month / period + phase));
        return (int) Math.max(
                1, Math.round(life.size() * trend * season(life.sector().section(), month)));
    }

    /** Building sites, canteens and households empty around the Spring Festival. */
    private static double season(char section, int month) {
        if (section != 'E' && section != 'H' && section != 'O') {
            return 1;
        }
        return switch (Months.ofYear(month)) {
            case 0 -> 0.98;
            case 1 -> 0.94;
            default -> 1;
        };
    }
}
