package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhigong.warehouse.TableName;

/** The indicators of one base that become known at the same time: they are computed and kept together. */
record CellGroup(Base base, int lagMonths, List<Indicator> indicators) {

    CellGroup {
        indicators = List.copyOf(indicators);
    }

    /** Every indicator in one group, in the order of bases and lags. */
    static List<CellGroup> of(Map<TableName, Base> bases, Indicators indicators) {
        List<CellGroup> groups = new ArrayList<>();
        for (Base base : bases.values()) {
            List<Indicator> ofBase = indicators.of(base);
            TreeSet<Integer> lags =
                    ofBase.stream().map(Indicator::lagMonths).collect(Collectors.toCollection(TreeSet::new));
            for (int lag : lags) {
                groups.add(new CellGroup(
                        base,
                        lag,
                        ofBase.stream().filter(each -> each.lagMonths() == lag).toList()));
            }
        }
        return groups;
    }

    CellGroup only(Indicator.Kind kind) {
        return new CellGroup(
                base,
                lagMonths,
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
