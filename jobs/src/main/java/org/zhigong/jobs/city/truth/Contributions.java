package org.zhigong.jobs.city.truth;

import java.util.HashMap;
import java.util.Map;

/** One sum over the rows of a cell, with what must be known to tell whether somebody can be recognised in it. */
final class Contributions {

    /** What those contribute who may have several rows. */
    private final Map<String, Long> byContributor = new HashMap<>();

    private long total;
    private long contributors;
    private long greatest;
    private long second;

    void add(TrueRow row, long amount) {
        total += amount;
        if (!row.isContributor() || amount == 0) {
            return;
        }
        if (row.contributor().isPresent()) {
            byContributor.merge(row.contributor().get(), amount, Long::sum);
        } else {
            addPart(amount);
        }
    }

    /** Once all rows are added: those who have several count as one each. */
    Contributions whole() {
        byContributor.values().forEach(amount -> {
            if (amount != 0) {
                addPart(amount);
            }
        });
        byContributor.clear();
        return this;
    }

    private void addPart(long amount) {
        contributors++;
        if (amount > greatest) {
            second = greatest;
            greatest = amount;
        } else {
            second = Math.max(second, amount);
        }
    }

    /**
     * The same where what was added are opening plus closing numbers of {@code months}: their mean, half rounded up.
     */
    Contributions meanOver(int months) {
        Contributions mean = new Contributions();
        mean.total = half(total, months);
        mean.contributors = contributors;
        mean.greatest = half(greatest, months);
        mean.second = half(second, months);
        return mean;
    }

    private static long half(long sum, int months) {
        return Math.floorDiv(sum + months, 2L * months);
    }

    long total() {
        return total;
    }

    /** How many contribute anything. */
    long contributors() {
        return contributors;
    }

    /** Whether the greatest is more than 75 percent of {@code whole}, or the two greatest more than 85. */
    boolean dominate(long whole) {
        return whole > 0 && (greatest * 100 > whole * 75 || (greatest + second) * 100 > whole * 85);
    }

    /** Whether the second greatest could estimate the greatest in {@code whole} to within 15 percent. */
    boolean letTheGreatestBeEstimated(long whole) {
        return whole > 0 && (whole - greatest - second) * 100 < greatest * 15;
    }
}
