package org.zhigong.jobs.city.truth;

/** One sum over the rows of a cell, with what must be known to tell whether somebody can be recognised in it. */
final class Contributions {

    private long total;
    private long contributors;
    private long greatest;
    private long second;

    void add(TrueRow row, long amount) {
        total += amount;
        if (!row.isContributor() || amount == 0) {
            return;
        }
        contributors++;
        if (amount > greatest) {
            second = greatest;
            greatest = amount;
        } else {
            second = Math.max(second, amount);
        }
    }

    long total() {
        return total;
    }

    /** How many contribute anything. */
    long contributors() {
        return contributors;
    }

    /** Whether the greatest is more than 75 percent of the whole, or the two greatest more than 85. */
    boolean isDominated() {
        return greatest * 100 > total * 75 || (greatest + second) * 100 > total * 85;
    }

    /** Whether the second greatest could estimate the greatest to within 15 percent. */
    boolean letsTheGreatestBeEstimated() {
        return (total - greatest - second) * 100 < greatest * 15;
    }
}
