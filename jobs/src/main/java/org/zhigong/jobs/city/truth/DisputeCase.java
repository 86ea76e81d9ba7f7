package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A case as it is known at the end of a month.
 *
 * @param employer under its newest code
 * @param persons everybody ever named in it
 * @param firstMonth of which it was first reported
 * @param isPendingAtStart whether it was known and open before the month
 */
record DisputeCase(
        DisputeReport state,
        Optional<String> employer,
        Set<Long> persons,
        YearMonth firstMonth,
        boolean isNew,
        boolean isPendingAtStart) {

    private static final LocalDate TEN_MAKE_IT_COLLECTIVE = LocalDate.of(2008, 5, 1);
    private static final long LINK_DAYS = 365;
    private static final long MEDIATION_DAYS = 15;
    private static final long ARBITRATION_DAYS = 45;
    private static final long EXTENSION_DAYS = 15;

    boolean isMediation() {
        return state.id().isMediation();
    }

    boolean isClosedNow() {
        return state.isClosed() && (isNew || isPendingAtStart);
    }

    /** Whether enough workers want the same. */
    boolean isCollective() {
        long enough = state.acceptedOn().isBefore(TEN_MAKE_IT_COLLECTIVE) ? 3 : 10;
        return state.isCommonClaim() && state.workers() >= enough;
    }

    boolean isAgreed() {
        return state.howClosed().equals("AGREED");
    }

    boolean isJoint() {
        return state.linkedBodies() >= 2;
    }

    boolean isAward() {
        return !isMediation() && isClosedNow() && state.howClosed().equals("AWARD");
    }

    /** Days to the closing: of mediation from the application, of arbitration from acceptance. */
    OptionalLong days() {
        LocalDate from = isMediation() ? state.appliedOn() : state.acceptedOn();
        return isClosedNow() && state.closedOn() != null
                ? OptionalLong.of(ChronoUnit.DAYS.between(from, state.closedOn()))
                : OptionalLong.empty();
    }

    boolean isOnTime() {
        long limit = isMediation() ? MEDIATION_DAYS : ARBITRATION_DAYS + (state.isExtended() ? EXTENSION_DAYS : 0);
        return days().isPresent() && days().getAsLong() <= limit;
    }

    /** Whether this case goes on with the quarrel of {@code other}, which is counted instead of it. */
    boolean goesOnWith(DisputeCase other) {
        return isMediation() != other.isMediation()
                && employer.isPresent()
                && employer.equals(other.employer)
                && state.cause().equals(other.state.cause())
                && Math.abs(ChronoUnit.DAYS.between(state.acceptedOn(), other.state.acceptedOn())) <= LINK_DAYS
                && other.comesBefore(this)
                && persons.stream().anyMatch(other.persons::contains);
    }

    private boolean comesBefore(DisputeCase later) {
        if (!firstMonth.equals(later.firstMonth)) {
            return firstMonth.isBefore(later.firstMonth);
        }
        return state.acceptedOn().equals(later.state.acceptedOn())
                ? isMediation()
                : state.acceptedOn().isBefore(later.state.acceptedOn());
    }
}
