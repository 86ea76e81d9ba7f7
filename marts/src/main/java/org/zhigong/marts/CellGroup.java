package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.warehouse.TableName;

/**
 * The indicators of one base that become known at the same time and are stated for the same periods: they are computed
 * and kept together.
 */
record CellGroup(Base base, int lagMonths, List<PeriodKey.Type> periods, List<Indicator> indicators) {

    CellGroup {
        periods = List.copyOf(periods);
        indicators = List.copyOf(indicators);
    }

    /** When the figures of an indicator are stated. */
    private record Stated(int lagMonths, List<PeriodKey.Type> periods) implements Comparable<Stated> {

        static Stated of(Indicator indicator) {
            return new Stated(indicator.lagMonths(), indicator.periods());
        }

        @Override
        public int compareTo(Stated other) {
            int byLag = Integer.compare(lagMonths, other.lagMonths);
            return byLag != 0 ? byLag : periods.toString().compareTo(other.periods.toString());
        }
    }

    /** Every indicator in one group, in the order of bases, lags and periods. */
    static List<CellGroup> of(Map<TableName, Base> bases, Indicators indicators) {
        List<CellGroup> groups = new ArrayList<>();
        for (Base base : bases.values()) {
            Map<Stated, List<Indicator>> together = indicators.of(base).stream()
                    .collect(Collectors.groupingBy(Stated::of, TreeMap::new, Collectors.toList()));
            together.forEach(
                    (stated, all) -> groups.add(new CellGroup(base, stated.lagMonths(), stated.periods(), all)));
        }
        return groups;
    }

    CellGroup only(Indicator.Kind kind) {
        return new CellGroup(
                base,
                lagMonths,
                periods,
                indicators.stream().filter(each -> each.kind() == kind).toList());
    }

    /** The words that the cells depend on, beside the rows. */
    List<String> words() {
        List<String> words = new ArrayList<>(base.words());
        indicators.forEach(each -> words.addAll(List.of(each.id(), each.contentHash())));
        return words;
    }

    /** The cells of a month as those of a longer period that ends with it. */
    String restated(PeriodKey period) {
        Map<String, String> changed = Map.of(
                "period_type", "'%s'".formatted(period.type().word()),
                "period", "'%s'".formatted(period),
                "period_from", "cast('%s' as date)".formatted(period.from()),
                "period_to", "cast('%s' as date)".formatted(period.to()));
        String columns = CellTable.CELL_COLUMNS.stream()
                .map(column -> changed.getOrDefault(column.name(), column.name()) + " as " + column.name())
                .collect(Collectors.joining(", "));
        String ids = indicators.stream().map(each -> "'" + each.id() + "'").collect(Collectors.joining(", "));
        return "select %s from %s where indicator in (%s)".formatted(columns, CellTable.CELLS, ids);
    }
}
