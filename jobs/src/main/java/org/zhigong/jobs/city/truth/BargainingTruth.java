package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Says what is true of bargaining, month after month. */
final class BargainingTruth {

    private static final int YEAR = 12;

    private final Figures figures;
    private final NavigableMap<YearMonth, List<BargainingStep>> lastYear = new TreeMap<>();

    BargainingTruth(Figures figures) {
        this.figures = figures;
    }

    /** Adds the figures of periods that end with the month. */
    void close(MonthRows rows, MonthState state) {
        YearMonth month = rows.month();
        List<BargainingStep> steps = BargainingMonth.of(rows, state);
        lastYear.put(month, steps);
        lastYear.headMap(month.minusMonths(YEAR), true).clear();
        Map<Cell, List<BargainingRow>> now = BargainingStep.cells(steps);
        for (TrueIndicator<BargainingRow> stock : BargainingIndicators.stocks()) {
            figures.add(stock, now, List.of(), Period.endingWith(month));
        }
        for (Period period : Period.endingWith(month)) {
            NavigableMap<YearMonth, List<BargainingStep>> months = lastYear.tailMap(period.first(), true);
            Map<Cell, List<BargainingRow>> cells = BargainingStep.cells(
                    months.values().stream().flatMap(List::stream).toList());
            for (TrueIndicator<BargainingRow> flow : BargainingIndicators.flows()) {
                if (months.size() == period.months()) {
                    figures.add(flow, cells, List.of(), List.of(period));
                } else {
                    figures.addInsufficient(flow, cells, period);
                }
            }
        }
    }
}
