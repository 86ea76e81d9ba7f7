package org.zhigong.marts.release;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.TableName;

/** The one table of figures: what names a figure, and what its columns mean. */
final class FiguresTable {

    static final TableName NAME = new TableName("marts", "figures");

    static final Label TITLE = new Label(
            "发布的指标值：每个指标、期间、地区和分组一行，均已通过统计披露控制",
            "Released figures: a row per indicator, period, place and breakdown, all of them past disclosure control");

    /** The columns that name a figure; no two figures of a release share them. */
    static final List<String> KEYS = List.of(
            "indicator",
            "period_type",
            "period",
            "place_scheme",
            "place_level",
            "place",
            "breakdown",
            "breakdown_value",
            "category");

    /** What a confidential figure does not show: its numbers, and its status, which says something of them. */
    static final List<String> WITHHELD =
            List.of("numerator", "denominator", "value", "lower", "upper", "persons", "employers", "status");

    static final Map<String, Label> COLUMNS = Map.ofEntries(
            entry("indicator", new Label("指标", "The indicator's id")),
            entry("duty", new Label("工作事项编号", "The number of the duty that the indicator serves")),
            entry("definition_version", new Label("定义版本", "The version of the indicator's definition")),
            entry("period_type", new Label("期间类型：月、季、年", "month, quarter or year")),
            entry("period", new Label("期间", "The period: 2025-03, 2025-Q1 or 2025")),
            entry("period_from", new Label("期间首日", "The first day of the period")),
            entry("period_to", new Label("期间末日的次日", "The day after the last day of the period")),
            entry("as_of", new Label("时点指标的时点", "The day at which a stock is counted")),
            entry("place_scheme", new Label("地区口径：地理、报送单位", "How places are divided: geo or reporting")),
            entry("place_level", new Label("地区层级", "city, district, street, unit or nation")),
            entry("place", new Label("地区代码", "The code of the place; unallocated where it is not known")),
            entry("breakdown", new Label("分组", "What the figure is broken down by; none for the whole place")),
            entry("breakdown_value", new Label("分组值", "The group; all for the whole place")),
            entry("category", new Label("类别", "The category of a mix; all for other indicators")),
            entry("numerator", new Label("分子", "The numerator; empty for quantiles")),
            entry(
                    "denominator",
                    new Label("分母", "The denominator; empty for counts, the number of rows for quantiles")),
            entry("value", new Label("指标值", "The value; empty where only bounds are known")),
            entry("lower", new Label("下限", "The least that the value can be")),
            entry("upper", new Label("上限", "The most that the value can be")),
            entry("unit", new Label("单位", "What the value is: rate, count, days and the like")),
            entry("target", new Label("目标值", "The target that a policy text names")),
            entry(
                    "status",
                    new Label(
                            "状态；保密时为空",
                            "ok, bounds, over_100, no_denominator, insufficient_history, or published for national series; empty where confidential")),
            entry("persons", new Label("涉及人数", "The persons behind the figure")),
            entry("employers", new Label("涉及单位数", "The employers behind the figure")),
            entry(
                    "finality",
                    new Label("数据阶段：初步、最终", "provisional, or final: changed only with a revision note from then on")),
            entry("protection", new Label("披露控制状态：公开、保密", "open or confidential")),
            entry("protection_reason", new Label("保密原因", "The rule that made the figure confidential")));

    private FiguresTable() {}

    /** The columns of released figures: those of the built ones, and how final each is. */
    static List<Column> released(List<Column> built) {
        return Stream.concat(built.stream(), Stream.of(new Column("finality", ColumnType.VARCHAR)))
                .toList();
    }

    /** The released figures of the built ones in {@code parts}. */
    static String releasing(TableName parts, LocalDate finalBefore) {
        return "select *, case when period_to <= date '%s' then 'final' else 'provisional' end as finality from %s"
                .formatted(finalBefore, parts);
    }
}
