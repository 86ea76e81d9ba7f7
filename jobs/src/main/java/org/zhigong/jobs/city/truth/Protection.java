package org.zhigong.jobs.city.truth;

import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The primary rules, inside the federation: which figure would tell about somebody, and by which rule first. */
final class Protection {

    static final String NOTHING = "";

    private static final long MIN_PERSONS = 5;
    private static final long MIN_EMPLOYERS = 3;
    private static final long MIN_DENOMINATOR = 10;

    private Protection() {}

    /** Why the figure is confidential, or {@link #NOTHING}. */
    static String reason(Counted counted, Numbers numbers, Contributions numerator, Contributions denominator) {
        boolean ofPersons = counted == Counted.PERSONS;
        boolean ofEmployers = counted == Counted.EMPLOYERS;
        boolean isMagnitude = ofPersons || counted == Counted.FEN;
        if (isFew(numbers.persons(), MIN_PERSONS) || (ofPersons && isAnyFew(numbers, MIN_PERSONS))) {
            return "MIN_PERSONS";
        }
        if (isFew(numbers.employers(), MIN_EMPLOYERS) || (ofEmployers && isAnyFew(numbers, MIN_EMPLOYERS))) {
            return "MIN_EMPLOYERS";
        }
        if (isMagnitude && (numerator.dominate(numbers.numerator()) || denominator.dominate(numbers.denominator()))) {
            return "DOMINANCE";
        }
        if (counted == Counted.FEN
                && (numerator.letTheGreatestBeEstimated(numbers.numerator())
                        || denominator.letTheGreatestBeEstimated(numbers.denominator()))) {
            return "P_PERCENT";
        }
        if (ofPersons && isFew(numbers.denominator(), MIN_DENOMINATOR)) {
            return "SMALL_DENOMINATOR";
        }
        return NOTHING;
    }

    private static boolean isAnyFew(Numbers numbers, long least) {
        return isFew(numbers.numerator(), least) || isFew(numbers.denominator(), least);
    }

    private static boolean isFew(long number, long least) {
        return number > 0 && number < least;
    }
}
