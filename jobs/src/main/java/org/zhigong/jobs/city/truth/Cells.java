package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows of every cell of a month. */
final class Cells {

    private Cells() {}

    /** Employers whole by place and trait, and in parts by sex, hukou and form. */
    static Map<Cell, List<Portion>> ofEmployers(MonthState state) {
        Map<Cell, List<Portion>> cells = withTheCity();
        for (EmployerMonth month : state.employers()) {
            MemberCounts.Count members = month.members().all();
            if (!month.isInScope() && members.members() == 0) {
                continue;
            }
            Employer employer = month.employer();
            Portion whole = new Portion(month, month.workers(), members.members(), members.employees());
            put(cells, employer.place(), Cell.NO_BREAKDOWN, "all", whole);
            putByTraits(cells, employer.place(), employer.section(), employer.ownership(), month.sizeClass(), whole);
            for (Attribute attribute : Attribute.values()) {
                putByAttribute(cells, month, attribute);
            }
        }
        return cells;
    }

    static Map<Cell, List<OwedDelivery>> ofDeliveries(List<OwedDelivery> owed) {
        Map<Cell, List<OwedDelivery>> cells = withTheCity();
        for (OwedDelivery row : owed) {
            put(cells, row.place(), Cell.NO_BREAKDOWN, "all", row);
            put(cells, row.place(), "feed", row.feed().id(), row);
        }
        return cells;
    }

    static Map<Cell, List<UnionMonth>> ofUnions(MonthState state) {
        Map<Cell, List<UnionMonth>> cells = withTheCity();
        state.unions().forEach(union -> put(cells, union.place(), Cell.NO_BREAKDOWN, "all", union));
        return cells;
    }

    /** Each employer once per cell: what it owed and paid while it stood there, its workers of the last month. */
    static Map<Cell, List<FundRow>> ofFund(List<MonthState> months) {
        Map<Cell, Map<String, FundRow>> byEmployer = new LinkedHashMap<>();
        withTheCity().keySet().forEach(cell -> byEmployer.put(cell, new LinkedHashMap<>()));
        MonthState last = months.get(months.size() - 1);
        for (MonthState month : months) {
            Map<Cell, List<FundRow>> cells = new LinkedHashMap<>();
            for (MonthState.Placed<FundRow> placed : month.fund()) {
                FundRow row = month.month().equals(last.month())
                        ? placed.row()
                        : placed.row().withoutWorkers();
                put(cells, placed.place(), Cell.NO_BREAKDOWN, "all", row);
                putByTraits(cells, placed.place(), placed.industry(), placed.ownership(), placed.sizeClass(), row);
            }
            cells.forEach((cell, rows) -> rows.forEach(row -> byEmployer
                    .computeIfAbsent(cell, missing -> new LinkedHashMap<>())
                    .merge(row.employerId(), row, FundRow::plus)));
        }
        Map<Cell, List<FundRow>> cells = new LinkedHashMap<>();
        byEmployer.forEach((cell, rows) -> cells.put(cell, List.copyOf(rows.values())));
        return cells;
    }

    static Map<Cell, List<WorkerStatus>> ofWorkerStatus(List<MonthState.Placed<WorkerStatus>> employers) {
        Map<Cell, List<WorkerStatus>> cells = withTheCity();
        for (MonthState.Placed<WorkerStatus> placed : employers) {
            put(cells, placed.place(), Cell.NO_BREAKDOWN, "all", placed.row());
            putByTraits(cells, placed.place(), placed.industry(), placed.ownership(), placed.sizeClass(), placed.row());
        }
        return cells;
    }

    /** Every case and every employer once per month in each of its cells; only cases have a cause. */
    static Map<Cell, List<DisputeRow>> ofDisputes(List<List<MonthState.Placed<DisputeRow>>> months) {
        Map<Cell, List<DisputeRow>> cells = withTheCity();
        for (List<MonthState.Placed<DisputeRow>> month : months) {
            for (MonthState.Placed<DisputeRow> placed : month) {
                DisputeRow row = placed.row();
                put(cells, placed.place(), Cell.NO_BREAKDOWN, "all", row);
                putByTraits(cells, placed.place(), placed.industry(), placed.ownership(), placed.sizeClass(), row);
                row.of()
                        .ifPresent(known -> put(
                                cells, placed.place(), "cause", known.state().cause(), row));
            }
        }
        return cells;
    }

    /** The same without streets, for what is stated of districts and units only. */
    static <R> Map<Cell, List<R>> withoutStreets(Map<Cell, List<R>> cells) {
        Map<Cell, List<R>> larger = new LinkedHashMap<>(cells);
        larger.keySet().removeIf(cell -> cell.level().equals("street"));
        return larger;
    }

    private static void putByAttribute(Map<Cell, List<Portion>> cells, EmployerMonth month, Attribute attribute) {
        Map<String, Long> workers = month.isInScope() ? attribute.workers(month.headcount()) : Map.of();
        Map<String, MemberCounts.Count> members = month.members().by(attribute);
        TreeSet<String> values = new TreeSet<>(workers.keySet());
        values.addAll(members.keySet());
        for (String value : values) {
            MemberCounts.Count count = members.getOrDefault(value, MemberCounts.Count.ZERO);
            Portion part = new Portion(month, workers.getOrDefault(value, 0L), count.members(), count.employees());
            if (part.workers() != 0 || part.members() != 0) {
                put(cells, month.employer().place(), attribute.word(), value, part);
            }
        }
    }

    private static <R> void putByTraits(
            Map<Cell, List<R>> cells, Place place, String industry, String ownership, String sizeClass, R row) {
        put(cells, place, "industry", industry, row);
        put(cells, place, "ownership", ownership, row);
        put(cells, place, "size_class", sizeClass, row);
    }

    private static <R> void put(Map<Cell, List<R>> cells, Place place, String breakdown, String value, R row) {
        for (Cell cell : Cell.of(place, breakdown, value)) {
            cells.computeIfAbsent(cell, missing -> new ArrayList<>()).add(row);
        }
    }

    /** The city has its figures even where there is nothing to count. */
    private static <R> Map<Cell, List<R>> withTheCity() {
        Map<Cell, List<R>> cells = new LinkedHashMap<>();
        cells.put(Cell.CITY, new ArrayList<>());
        cells.put(Cell.CITY_OF_REPORTING, new ArrayList<>());
        return cells;
    }
}
