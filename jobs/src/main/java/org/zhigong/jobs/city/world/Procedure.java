package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of a case in mediation or in arbitration. */
record Procedure(LocalDate appliedOn, LocalDate acceptedOn, LocalDate closedOn) {

    /** What a file says of the case: that it is pending since its acceptance, or that it is closed. */
    enum State {
        PENDING,
        CLOSED
    }

    /**
     * What the file of {@code month} says of it: pending when it is accepted, closed when it is closed; in the first
     * file whatever is pending from before, too.
     *
     * @param isLate whether the closing is entered a month late
     */
    List<State> states(int month, int first, boolean isLate) {
        int accepted = Months.numberOf(acceptedOn);
        int closed = Months.numberOf(closedOn);
        int entered = closed + (isLate ? 1 : 0);
        List<State> states = new ArrayList<>();
        if (closed < first) {
            return states;
        }
        boolean isOpening = month == first && accepted < first;
        if (isOpening || (accepted == month && entered > month)) {
            states.add(State.PENDING);
        }
        if (entered == month) {
            states.add(State.CLOSED);
        }
        return states;
    }
}
