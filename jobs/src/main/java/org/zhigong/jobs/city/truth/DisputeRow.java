package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A case in a month, or the workers of an employer in it.
 *
 * @param isNewQuarrel whether the case is accepted in the month and goes on with nothing that was counted before
 * @param openingAndClosing the workers of an employer, opening plus closing; 0 of a case
 */
record DisputeRow(
        YearMonth month,
        Optional<String> contributor,
        Optional<DisputeCase> of,
        boolean isNewQuarrel,
        long openingAndClosing)
        implements TrueRow {

    @Override
    public boolean isContributor() {
        return contributor.isPresent();
    }

    boolean is(Predicate<DisputeCase> what) {
        return of.filter(what).isPresent();
    }

    long caseIf(Predicate<DisputeCase> what) {
        return is(what) ? 1 : 0;
    }

    /** The workers in the case, as it states them. */
    long workers() {
        return of.map(known -> known.state().workers()).orElse(0L);
    }

    boolean isClosedMediation() {
        return is(known -> known.isMediation() && known.isClosedNow());
    }

    boolean isClosedArbitration() {
        return is(known -> !known.isMediation() && known.isClosedNow());
    }
}
