package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.CityStream;

/**
 * The true figures of a city: what a release must hold, worked out from the rows that ingest is expected to accept, the
 * plain way round and after the written definitions alone.
 */
public final class Truth {

    /** The fund for a month's payroll is due in the next, so its figures need that month closed. */
    private static final int FUND_LAG_MONTHS = 1;

    private static final int YEAR = 12;

    private final CityStream city;
    private final FileHash hash;

    /** @param hash decides between files that arrive on one day */
    public Truth(CityStream city, FileHash hash) {
        this.city = city;
        this.hash = hash;
    }

    /** Every figure of the release that closes {@code closing} on what had been delivered by {@code knownOn}. */
    public List<TrueFigure> figures(YearMonth closing, LocalDate knownOn) {
        List<TrueFigure> figures = new ArrayList<>();
        figures(closing, knownOn, figures::add);
        return figures;
    }

    /** As {@link #figures(YearMonth, LocalDate)}, one figure at a time, month by month. */
    public void figures(YearMonth closing, LocalDate knownOn, Consumer<? super TrueFigure> each) {
        KnownDeliveries known = new KnownDeliveries(city, knownOn, hash);
        Extracts extracts = new Extracts(known);
        Skills skills = new Skills(known);
        NeedTruth needs = new NeedTruth(known);
        Disputes disputes = new Disputes(known);
        Figures figures = new Figures(each::accept);
        BargainingTruth bargaining = new BargainingTruth(figures);
        UnionClosureTruth closures = new UnionClosureTruth(figures);
        FundTruth funds = new FundTruth(figures);
        Deque<MonthState> lastYear = new ArrayDeque<>();
        YearMonth first = known.firstMonth().orElse(closing);
        Map<YearMonth, List<OwedDelivery>> owed = new TreeMap<>();
        for (YearMonth month = first; !month.isAfter(closing); month = month.plusMonths(1)) {
            MonthRows rows = extracts.at(month);
            MonthState state = CityMonth.of(rows, city.concentratedStreetSmallEnterprises());
            addStocks(figures, state);
            skills.add(figures, rows, state.employers());
            needs.add(figures, rows, state);
            bargaining.close(rows, state);
            closures.close(rows);
            funds.close(rows, state, !month.plusMonths(FUND_LAG_MONTHS).isAfter(closing));
            addWorkerStatus(figures, rows, state);
            disputes.add(figures, rows, state.employers());
            lastYear.addLast(state.fundAlone());
            if (lastYear.size() > YEAR) {
                lastYear.removeFirst();
            }
            if (!month.plusMonths(FUND_LAG_MONTHS).isAfter(closing)) {
                addFlows(figures, List.copyOf(lastYear));
                owed.put(month, OwedDelivery.of(city, month, knownOn));
                addDeliveries(figures, month, owed);
            }
        }
    }

    private static void addStocks(Figures figures, MonthState state) {
        List<Period> periods = Period.endingWith(state.month());
        Map<Cell, List<Portion>> employers = Cells.ofEmployers(state);
        for (TrueIndicator<Portion> indicator : EmployerIndicators.at(state.asOf())) {
            figures.add(indicator, employers, state.stated(), periods);
        }
        Map<Cell, List<UnionMonth>> unions = Cells.ofUnions(state);
        for (TrueIndicator<UnionMonth> indicator : OtherIndicators.ofUnions()) {
            figures.add(indicator, unions, List.of(), periods);
        }
    }

    private static void addDeliveries(Figures figures, YearMonth last, Map<YearMonth, List<OwedDelivery>> owed) {
        for (Period period : Period.endingWith(last)) {
            List<YearMonth> months = owed.keySet().stream()
                    .filter(month -> !month.isBefore(period.first()))
                    .toList();
            Map<Cell, List<OwedDelivery>> cells = Cells.ofDeliveries(months.stream()
                    .flatMap(month -> owed.getOrDefault(month, List.of()).stream())
                    .toList());
            for (TrueIndicator<OwedDelivery> indicator : OwedDelivery.indicators()) {
                if (months.size() == period.months()) {
                    figures.add(indicator, cells, List.of(), List.of(period));
                } else {
                    figures.addInsufficient(indicator, cells, period);
                }
            }
        }
    }

    private static void addWorkerStatus(Figures figures, MonthRows rows, MonthState state) {
        Map<Cell, List<WorkerStatus>> cells = WorkerStatus.cells(rows, state.employers());
        for (TrueIndicator<WorkerStatus> indicator : WorkerStatus.indicators()) {
            boolean hasStreets = indicator.about().id().equals("worker_status_db_completeness");
            figures.add(
                    indicator,
                    hasStreets ? cells : Cells.withoutStreets(cells),
                    List.of(),
                    Period.endingWith(rows.month()));
        }
    }

    private static void addFlows(Figures figures, List<MonthState> known) {
        MonthState last = known.get(known.size() - 1);
        for (Period period : Period.endingWith(last.month())) {
            List<MonthState> months = known.stream()
                    .filter(state -> !state.month().isBefore(period.first()))
                    .toList();
            Map<Cell, List<FundRow>> cells = Cells.ofFund(months);
            if (months.size() == period.months()) {
                figures.add(OtherIndicators.fundCollection(), cells, List.of(), List.of(period));
            } else {
                figures.addInsufficient(OtherIndicators.fundCollection(), cells, period);
            }
        }
    }
}
