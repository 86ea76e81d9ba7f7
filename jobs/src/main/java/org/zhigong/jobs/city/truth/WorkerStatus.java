package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/**
 * Workers and members of priority groups at one employer, and members of whom everything is recorded.
 *
 * @param section of its industry
 */
record WorkerStatus(
        String employer,
        String section,
        long workers,
        long ruralWorkers,
        long dispatchedWorkers,
        long ruralMembers,
        long dispatchedMembers,
        long platformMembers,
        long completeMembers)
        implements TrueRow {

    private static final String FARMING = "A";
    private static final int FRESH_MONTHS = 12;
    private static final Set<String> GROUP_TRAITS = Set.of("industry");

    @Override
    public boolean isContributor() {
        return !employer.equals(Employer.NONE);
    }

    static List<TrueIndicator<WorkerStatus>> indicators() {
        return List.of(
                TrueIndicator.<WorkerStatus>rate(
                                "priority_group_membership_migrants",
                                Counted.PERSONS,
                                WorkerStatus::ruralMembers,
                                WorkerStatus::ruralWorkers,
                                WorkerStatus::ruralWorkers)
                        .duty(102)
                        .by(GROUP_TRAITS)
                        .among(row -> !row.section().equals(FARMING)),
                TrueIndicator.<WorkerStatus>rate(
                                "priority_group_membership_dispatched",
                                Counted.PERSONS,
                                WorkerStatus::dispatchedMembers,
                                WorkerStatus::dispatchedWorkers,
                                WorkerStatus::dispatchedWorkers)
                        .duty(102)
                        .by(GROUP_TRAITS),
                TrueIndicator.<WorkerStatus>count(
                                "priority_group_membership_platform",
                                Counted.PERSONS,
                                WorkerStatus::platformMembers,
                                WorkerStatus::platformMembers)
                        .duty(102)
                        .by(GROUP_TRAITS),
                TrueIndicator.<WorkerStatus>rate(
                                "worker_status_db_completeness",
                                Counted.PERSONS,
                                WorkerStatus::completeMembers,
                                WorkerStatus::workers,
                                WorkerStatus::workers)
                        .duty(112)
                        .by(Set.of("industry", "ownership")));
    }

    /** Every employer in its cells at the end of the month of {@code rows}. */
    static Map<Cell, List<WorkerStatus>> cells(MonthRows rows, Collection<EmployerMonth> employers) {
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        Set<MemberRow> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        LocalDate limit = rows.asOf().minusMonths(FRESH_MONTHS);
        rows.members().stream()
                .filter(sighting -> sighting.receivedOn().isAfter(limit))
                .forEach(sighting -> fresh.add(sighting.row()));
        Map<String, Counts> counts = new HashMap<>();
        for (MemberRow member : Memberships.inEmployment(rows.members(), rows.asOf())) {
            String code = member.employerCode();
            String employer = code == null ? Employer.NONE : successions.current(code);
            counts.computeIfAbsent(employer, id -> new Counts()).add(member, fresh.contains(member));
        }
        return Cells.ofWorkerStatus(employers.stream()
                .map(month -> placed(month, counts.getOrDefault(month.employer().id(), new Counts())))
                .toList());
    }

    private static MonthState.Placed<WorkerStatus> placed(EmployerMonth month, Counts members) {
        Employer employer = month.employer();
        boolean isInScope = month.isInScope();
        WorkerStatus status = new WorkerStatus(
                employer.id(),
                employer.section(),
                month.workers(),
                isInScope
                        ? month.headcount().hukouLocalRural()
                                + month.headcount().hukouOutsideRural()
                        : 0,
                isInScope ? month.headcount().formDispatch() : 0,
                members.rural,
                members.dispatched,
                members.onPlatform,
                members.complete);
        return new MonthState.Placed<>(
                employer.place(), employer.section(), employer.ownership(), month.sizeClass(), status);
    }

    /** The members in employment at one employer. */
    private static final class Counts {

        private long rural;
        private long dispatched;
        private long onPlatform;
        private long complete;

        void add(MemberRow member, boolean isFresh) {
            String form = member.employmentForm();
            boolean isOnPlatform = form != null && form.startsWith("11");
            String hukou = member.hukou();
            rural += hukou != null && hukou.endsWith("_rural") ? 1 : 0;
            dispatched += "05".equals(form) ? 1 : 0;
            onPlatform += isOnPlatform ? 1 : 0;
            complete += isFresh && !isOnPlatform && hasEverything(member) ? 1 : 0;
        }

        private static boolean hasEverything(MemberRow member) {
            return ("1".equals(member.sex()) || "2".equals(member.sex()))
                    && member.birthYear() > 0
                    && isThere(member.hukou())
                    && isThere(member.education())
                    && isThere(member.employmentForm())
                    && isThere(member.employerCode());
        }

        private static boolean isThere(@Nullable String value) {
            return value != null;
        }
    }
}
