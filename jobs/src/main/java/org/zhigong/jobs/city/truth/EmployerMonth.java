package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhigong.jobs.city.feed.HeadcountRow;

/**
 * All that is known of one employer at the end of a month.
 *
 * @param headcount all zero where none is known
 * @param sizeStat large, medium, small, micro
 * @param isUnionised has a union of its own or is covered by a joint union
 * @param levels of the agreements in force that bind it by list or rule
 * @param isWageBound whether one of them covers wages
 * @param isConcentrated whether its street is one where small and micro enterprises are concentrated
 */
record EmployerMonth(
        Employer employer,
        HeadcountRow headcount,
        Optional<String> sizeStat,
        boolean isUnionised,
        Set<Level> levels,
        boolean isWageBound,
        boolean isConcentrated,
        MemberCounts members) {

    /** The same, in a street where small and micro enterprises are concentrated or not. */
    EmployerMonth concentrated(boolean isStreetConcentrated) {
        return new EmployerMonth(
                employer, headcount, sizeStat, isUnionised, levels, isWageBound, isStreetConcentrated, members);
    }

    boolean isInScope() {
        return employer.isActive() && headcount.headcount() >= 1;
    }

    boolean isSmallMicro() {
        return employer.isEnterprise()
                && sizeStat.filter(size -> size.equals("small") || size.equals("micro"))
                        .isPresent();
    }

    boolean isBound() {
        return !levels.isEmpty();
    }

    boolean isBoundBy(Level level) {
        return levels.contains(level);
    }

    /** Workers of employers that are out of scope are not workers of the city. */
    long workers() {
        return isInScope() ? headcount.headcount() : 0;
    }

    /** Workers where they work rather than where their contract is. */
    long workersAtWorkplace() {
        return isInScope() ? headcount.headcount() - headcount.formDispatch() + headcount.dispatchedIn() : 0;
    }

    /** Workers who have no right to bargain. */
    long civilServants() {
        return isInScope() ? headcount.formCivilServant() : 0;
    }

    /** Whether it should have had a union for long. */
    boolean isOverdue(LocalDate asOf) {
        LocalDate opened = employer.openedOn();
        return isInScope()
                && !isUnionised
                && headcount.headcount() >= Rules.OVERDUE_STAFF
                && opened != null
                && !opened.plusMonths(Rules.OVERDUE_MONTHS).isAfter(asOf);
    }

    String sizeClass() {
        long staff = headcount.headcount();
        if (staff < 1) {
            return "none";
        }
        if (staff < 10) {
            return "1-9";
        }
        if (staff < 25) {
            return "10-24";
        }
        if (staff < 100) {
            return "25-99";
        }
        if (staff < 300) {
            return "100-299";
        }
        return staff < 1000 ? "300-999" : "1000+";
    }
}
