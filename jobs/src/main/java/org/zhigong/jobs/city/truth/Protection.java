package org.zhigong.jobs.city.truth;

import java.util.Set;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The primary rules, inside the federation: which figure would tell about somebody, and by which rule first. */
final class Protection {

    static final String NOTHING = "";

    private static final long MIN_PERSONS = 5;
    private static final long MIN_EMPLOYERS = 3;
    private static final long MIN_DENOMINATOR = 10;

    private Protection() {}

    private static final long MIN_GROUP = 30;
    private static final long MIN_OUTSIDE_QUANTILE = 10;

    private static final Set<Counted> OF_PERSONS = Set.of(Counted.PERSONS, Counted.CASES);
    private static final Set<Counted> AMOUNTS = Set.of(Counted.FEN, Counted.MINUTES);
    private static final Set<String> PARTS = Set.of("rate", "per_mille", "per_10k");

    /** Why the figure is confidential, or {@link #NOTHING}. */
    static String reason(
            TrueIndicator.About about, Numbers numbers, Contributions numerator, Contributions denominator) {
        Counted counted = about.counted();
        boolean ofPersons = OF_PERSONS.contains(counted);
        boolean ofEmployers = counted == Counted.EMPLOYERS;
        boolean isAmount = AMOUNTS.contains(counted);
        if (isFew(numbers.persons(), MIN_PERSONS) || (ofPersons && isAnyFew(numbers, MIN_PERSONS, about))) {
            return "MIN_PERSONS";
        }
        if (isFew(numbers.employers(), MIN_EMPLOYERS) || (ofEmployers && isAnyFew(numbers, MIN_EMPLOYERS, about))) {
            return "MIN_EMPLOYERS";
        }
        if ((ofPersons || isAmount)
                && (numerator.dominate(numbers.numerator()) || denominator.dominate(numbers.denominator()))) {
            return "DOMINANCE";
        }
        if (isAmount
                && (numerator.letTheGreatestBeEstimated(numbers.numerator())
                        || denominator.letTheGreatestBeEstimated(numbers.denominator()))) {
            return "P_PERCENT";
        }
        if (ofPersons && PARTS.contains(about.unit()) && isFew(numbers.denominator(), MIN_DENOMINATOR)) {
            return "SMALL_DENOMINATOR";
        }
        if (about.isSensitive() && isFew(numbers.denominator(), MIN_GROUP) && isAllOrNothing(numbers)) {
            return "GROUP_DISCLOSURE";
        }
        return NOTHING;
    }

    /** Why a quantile is confidential. */
    static String reason(TrueQuantile.Numbers numbers, Counted counted) {
        boolean ofPersons = OF_PERSONS.contains(counted);
        boolean ofEmployers = counted == Counted.EMPLOYERS;
        if (isFew(numbers.persons(), MIN_PERSONS) || (ofPersons && isFew(numbers.rows(), MIN_PERSONS))) {
            return "MIN_PERSONS";
        }
        if (isFew(numbers.employers(), MIN_EMPLOYERS) || (ofEmployers && isFew(numbers.rows(), MIN_EMPLOYERS))) {
            return "MIN_EMPLOYERS";
        }
        if (numbers.rows() > 0 && Math.min(numbers.below(), numbers.above()) < MIN_OUTSIDE_QUANTILE) {
            return "QUANTILE";
        }
        return NOTHING;
    }

    private static boolean isAnyFew(Numbers numbers, long least, TrueIndicator.About about) {
        long rest = numbers.denominator() - numbers.numerator();
        boolean isNobody = numbers.numerator() == 0 && numbers.denominator() > 0;
        return isFew(numbers.numerator(), least)
                || isFew(numbers.denominator(), least)
                || (about.isSensitive() && (isFew(rest, least) || isNobody));
    }

    private static boolean isAllOrNothing(Numbers numbers) {
        return numbers.numerator() == 0 || numbers.numerator() == numbers.denominator();
    }

    private static boolean isFew(long number, long least) {
        return number > 0 && number < least;
    }
}
