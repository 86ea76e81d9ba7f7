package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.zhigong.jobs.city.truth.DisputeReport.CaseId;

/** Works out the indicators of disputes, month after month, from the cases of all known files. */
final class Disputes {

    private static final int YEAR = 12;
    private static final Set<String> STATED_OF_STREETS = Set.of("disputes", "mediation_success_rate");
    private static final MonthState.Placed<Optional<String>> NOWHERE =
            new MonthState.Placed<>(Place.UNALLOCATED, Employer.UNKNOWN, Employer.UNKNOWN, "none", Optional.empty());

    private final Map<CaseId, NavigableMap<YearMonth, DisputeFiles.Said>> said;
    private final Deque<List<MonthState.Placed<DisputeRow>>> lastYear = new ArrayDeque<>();
    private List<EmployerMonth> monthBefore = List.of();

    Disputes(KnownDeliveries known) {
        said = DisputeFiles.read(known);
    }

    /** Adds the figures of the periods that end with the month of {@code rows}; months come in order. */
    void add(Figures figures, MonthRows rows, Collection<EmployerMonth> employers) {
        lastYear.addLast(placed(rows, employers));
        if (lastYear.size() > YEAR) {
            lastYear.removeFirst();
        }
        monthBefore = List.copyOf(employers);
        for (Period period : Period.endingWith(rows.month())) {
            List<List<MonthState.Placed<DisputeRow>>> known = List.copyOf(lastYear);
            int months = Math.min(period.months(), known.size());
            Map<Cell, List<DisputeRow>> cells = Cells.ofDisputes(known.subList(known.size() - months, known.size()));
            Map<Cell, List<DisputeRow>> larger = Cells.withoutStreets(cells);
            boolean isWhole = months == period.months();
            for (TrueIndicator<DisputeRow> indicator : DisputeIndicators.over(period)) {
                boolean hasStreets =
                        STATED_OF_STREETS.contains(indicator.about().id());
                Map<Cell, List<DisputeRow>> stated = hasStreets ? cells : larger;
                if (isWhole) {
                    figures.add(indicator, stated, List.of(), List.of(period));
                } else {
                    figures.addInsufficient(indicator, stated, period);
                }
            }
            for (TrueQuantile<DisputeRow> median : DisputeIndicators.medians()) {
                figures.add(median, larger, List.of(period), isWhole ? median.window() : 0);
            }
        }
    }

    private List<MonthState.Placed<DisputeRow>> placed(MonthRows rows, Collection<EmployerMonth> employers) {
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        Map<String, MonthState.Placed<Optional<String>>> places = places(employers, successions);
        List<MonthState.Placed<DisputeRow>> placed = new ArrayList<>();
        workers(employers, successions).forEach((employer, workers) -> {
            if (workers > 0) {
                Optional<String> contributor = Optional.of(employer);
                DisputeRow row = new DisputeRow(rows.month(), contributor, Optional.empty(), false, workers);
                placed.add(at(places.getOrDefault(employer, NOWHERE), row));
            }
        });
        List<DisputeCase> cases = cases(rows.month(), successions);
        Map<String, List<DisputeCase>> byEmployer = new HashMap<>();
        cases.forEach(known -> known.employer()
                .ifPresent(employer -> byEmployer
                        .computeIfAbsent(employer, id -> new ArrayList<>())
                        .add(known)));
        for (DisputeCase known : cases) {
            if (known.isNew() || known.isPendingAtStart()) {
                List<DisputeCase> others = known.employer().map(byEmployer::get).orElse(List.of());
                boolean isNewQuarrel = known.isNew() && others.stream().noneMatch(known::goesOnWith);
                DisputeRow row = new DisputeRow(rows.month(), known.employer(), Optional.of(known), isNewQuarrel, 0);
                placed.add(at(known.employer().map(places::get).orElse(NOWHERE), row));
            }
        }
        return placed;
    }

    private static MonthState.Placed<DisputeRow> at(MonthState.Placed<?> where, DisputeRow row) {
        return new MonthState.Placed<>(where.place(), where.industry(), where.ownership(), where.sizeClass(), row);
    }

    /** The cases that anything is known of by the end of {@code month}. */
    private List<DisputeCase> cases(YearMonth month, Successions successions) {
        List<DisputeCase> cases = new ArrayList<>();
        said.values().forEach(months -> {
            Map<YearMonth, DisputeFiles.Said> known = months.headMap(month, true);
            if (!known.isEmpty()) {
                DisputeReport state = months.floorEntry(month).getValue().speaking();
                Map.Entry<YearMonth, DisputeFiles.Said> before = months.lowerEntry(month);
                Set<Long> persons = new HashSet<>();
                known.values().forEach(of -> persons.addAll(of.persons()));
                cases.add(new DisputeCase(
                        state,
                        Optional.ofNullable(state.employerCode()).map(successions::current),
                        persons,
                        months.firstKey(),
                        before == null,
                        before != null && !before.getValue().speaking().isClosed()));
            }
        });
        return cases;
    }

    /** Opening plus closing numbers; the first month that is known opens as it closes. */
    private Map<String, Long> workers(Collection<EmployerMonth> employers, Successions successions) {
        Map<String, Long> workers = new LinkedHashMap<>();
        long closing = monthBefore.isEmpty() ? 2 : 1;
        employers.forEach(month -> workers.merge(month.employer().id(), closing * month.workers(), Long::sum));
        monthBefore.forEach(
                month -> workers.merge(successions.current(month.employer().id()), month.workers(), Long::sum));
        return workers;
    }

    /** Where each employer stands now, or where it stood last if it is gone. */
    private Map<String, MonthState.Placed<Optional<String>>> places(
            Collection<EmployerMonth> employers, Successions successions) {
        Map<String, MonthState.Placed<Optional<String>>> places = new HashMap<>();
        monthBefore.stream()
                .sorted(java.util.Comparator.comparing(
                        (EmployerMonth month) -> month.employer().id()))
                .forEach(month ->
                        places.putIfAbsent(successions.current(month.employer().id()), place(month)));
        employers.forEach(month -> places.put(month.employer().id(), place(month)));
        return places;
    }

    private static MonthState.Placed<Optional<String>> place(EmployerMonth month) {
        Employer employer = month.employer();
        return new MonthState.Placed<>(
                employer.place(),
                employer.section(),
                employer.ownership(),
                month.sizeClass(),
                Optional.of(employer.id()));
    }
}
