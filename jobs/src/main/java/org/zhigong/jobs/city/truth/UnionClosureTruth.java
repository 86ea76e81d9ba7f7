package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** Says which unions were dissolved while their employer lived, and nobody had approved it. */
final class UnionClosureTruth {

    private static final int YEAR = 12;
    private static final String IN_BUSINESS = "1";

    /** A union that should live. */
    private record Closure(Place place) implements TrueRow {
        @Override
        public boolean isContributor() {
            return true;
        }
    }

    private static final TrueIndicator<Closure> UNLAWFUL = TrueIndicator.<Closure>count(
                    "unlawful_merger_count", Counted.UNITS, row -> 1, row -> 0)
            .duty(121)
            .target(0);

    private final Figures figures;
    private final NavigableMap<YearMonth, List<Closure>> lastYear = new TreeMap<>();

    UnionClosureTruth(Figures figures) {
        this.figures = figures;
    }

    /** Adds the figures of periods that end with the month. */
    void close(MonthRows rows) {
        YearMonth month = rows.month();
        lastYear.put(month, closures(rows));
        lastYear.headMap(month.minusMonths(YEAR), true).clear();
        for (Period period : Period.endingWith(month)) {
            NavigableMap<YearMonth, List<Closure>> months = lastYear.tailMap(period.first(), true);
            Map<Cell, List<Closure>> cells = cells(months.values());
            if (months.size() == period.months()) {
                figures.add(UNLAWFUL, cells, List.of(), List.of(period));
            } else {
                figures.addInsufficient(UNLAWFUL, cells, period);
            }
        }
    }

    private static List<Closure> closures(MonthRows rows) {
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        Map<String, EmployerRow> register = new LinkedHashMap<>();
        rows.employers().forEach(employer -> register.put(employer.creditCode(), employer));
        List<Closure> closures = new ArrayList<>();
        for (UnionRow union : rows.unions().values()) {
            LocalDate closedOn = union.closedOn();
            String code = union.employerCode();
            boolean isUnlawful = union.unionType().equals("1")
                    && closedOn != null
                    && YearMonth.from(closedOn).equals(rows.month())
                    && union.closureApproval() == null
                    && code != null
                    && lived(register.get(successions.current(code)), closedOn);
            if (isUnlawful) {
                closures.add(new Closure(Place.ofStreet(union.streetCode())));
            }
        }
        return closures;
    }

    private static boolean lived(@Nullable EmployerRow employer, LocalDate day) {
        if (employer == null || employer.openedOn().isAfter(day)) {
            return false;
        }
        LocalDate closedOn = employer.closedOn();
        return closedOn == null ? employer.statusCode().equals(IN_BUSINESS) : closedOn.isAfter(day);
    }

    private static Map<Cell, List<Closure>> cells(Iterable<List<Closure>> months) {
        Map<Cell, List<Closure>> cells = new LinkedHashMap<>();
        cells.put(Cell.CITY, new ArrayList<>());
        cells.put(Cell.CITY_OF_REPORTING, new ArrayList<>());
        for (List<Closure> month : months) {
            for (Closure closure : month) {
                Cell.of(closure.place(), Cell.NO_BREAKDOWN, "all").stream()
                        .filter(cell -> !cell.level().equals("street"))
                        .forEach(cell -> cells.computeIfAbsent(cell, missing -> new ArrayList<>())
                                .add(closure));
            }
        }
        return cells;
    }
}
