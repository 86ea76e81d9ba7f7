package org.zhigong.jobs.workbook;

import java.util.ArrayList;
import java.util.List;
import org.zhigong.jobs.workbook.SheetColumn.Kind;
import org.zhigong.transform.Label;

/** The sheets of figures: the newest ones by place with all that belongs to them, and those of the city by group. */
final class FigureSheets {

    private static final List<SheetColumn> WHAT = List.of(
            SheetColumn.of("indicator", "指标编号", "Indicator id", 30, Kind.TEXT),
            SheetColumn.of("name_zh", "指标", "Indicator in Chinese", 32, Kind.TEXT),
            SheetColumn.of("name_en", "指标（英文）", "Indicator", 44, Kind.TEXT));

    private static final List<SheetColumn> NUMBERS = List.of(
            SheetColumn.of("category", "类别代码", "Part of a mix, code", 12, Kind.TEXT),
            SheetColumn.of("category_zh", "类别", "Part of a mix in Chinese", 14, Kind.TEXT),
            SheetColumn.of("category_en", "类别（英文）", "Part of a mix", 18, Kind.TEXT),
            SheetColumn.of("value", "指标值", "Value", 17, Kind.PROTECTED_VALUE),
            SheetColumn.of("lower", "下限", "Lower bound", 11, Kind.PROTECTED_VALUE),
            SheetColumn.of("upper", "上限", "Upper bound", 11, Kind.PROTECTED_VALUE),
            SheetColumn.of("unit_zh", "单位", "Unit in Chinese", 8, Kind.TEXT),
            SheetColumn.of("unit_en", "单位（英文）", "Unit", 11, Kind.TEXT),
            SheetColumn.of("target", "目标值", "Target", 10, Kind.PLAIN_VALUE),
            SheetColumn.of("numerator", "分子", "Numerator", 15, Kind.PROTECTED_WHOLE),
            SheetColumn.of("denominator", "分母", "Denominator", 15, Kind.PROTECTED_WHOLE),
            SheetColumn.of("persons", "涉及人数", "Persons behind it", 12, Kind.PROTECTED_WHOLE),
            SheetColumn.of("employers", "涉及单位数", "Employers behind it", 12, Kind.PROTECTED_WHOLE),
            SheetColumn.of("status", "状态", "Status", 24, Kind.TEXT),
            SheetColumn.of("finality", "数据阶段", "Finality", 16, Kind.TEXT),
            SheetColumn.of("definition_version", "定义版本", "Definition version", 10, Kind.WHOLE));

    private FigureSheets() {}

    /** The newest month, quarter and year of every indicator: the city, its districts, the units that report. */
    static TableSheet newest() {
        String places = """
                f.breakdown = 'none' and (
                    f.place_scheme = 'geo' and f.place_level in ('nation', 'city', 'district')
                    or f.place_scheme = 'reporting' and f.place_level = 'unit'
                        and f.place not in (select place from marts.places where place_level = 'district')
                )""";
        return new TableSheet(
                new Label("指标值", "Figures"),
                new Label("各指标最近一月、季、年的数值", "The newest month, quarter and year of every indicator"),
                select(places),
                columns(List.of(
                        SheetColumn.of("period", "期间", "Period", 10, Kind.TEXT),
                        SheetColumn.of("place_scheme", "地区口径", "Places as", 10, Kind.TEXT),
                        SheetColumn.of("place", "地区代码", "Place code", 12, Kind.TEXT),
                        SheetColumn.of("place_zh", "地区", "Place in Chinese", 18, Kind.TEXT),
                        SheetColumn.of("place_en", "地区（英文）", "Place", 24, Kind.TEXT))),
                3);
    }

    /** The newest month of every indicator in the whole city, by group. */
    static TableSheet groups() {
        return new TableSheet(
                new Label("全市分组", "City by group"),
                new Label("全市各指标最近一月按分组的数值", "The newest month of every indicator in the whole city, by group"),
                select("f.period_type = 'month' and f.place_level = 'city' and f.place_scheme = 'geo'"
                        + " and f.breakdown <> 'none'"),
                columns(List.of(
                        SheetColumn.of("period", "期间", "Period", 10, Kind.TEXT),
                        SheetColumn.of("breakdown_zh", "分组", "Broken down by, in Chinese", 20, Kind.TEXT),
                        SheetColumn.of("breakdown_en", "分组（英文）", "Broken down by", 24, Kind.TEXT),
                        SheetColumn.of("breakdown_value", "分组值代码", "Group code", 14, Kind.TEXT),
                        SheetColumn.of("group_zh", "分组值", "Group in Chinese", 24, Kind.TEXT),
                        SheetColumn.of("group_en", "分组值（英文）", "Group", 28, Kind.TEXT))),
                3);
    }

    private static List<SheetColumn> columns(List<SheetColumn> where) {
        List<SheetColumn> columns = new ArrayList<>(WHAT);
        columns.addAll(where);
        columns.addAll(NUMBERS);
        return columns;
    }

    private static String select(String which) {
        return """
                with newest as (
                    select indicator, period_type, max(period_to) as period_to
                    from marts.figures
                    where place in ('110000', '100000') and breakdown = 'none' and place_scheme = 'geo'
                    group by indicator, period_type
                )

                select
                    f.indicator, f.period, f.place_scheme, f.place, f.breakdown, f.breakdown_value, f.category,
                    f.value, f.lower, f.upper, f.unit, f.target, f.numerator, f.denominator, f.persons, f.employers,
                    f.status, f.protection, f.finality, f.definition_version
                from marts.figures as f
                inner join newest
                    on f.indicator = newest.indicator and f.period_type = newest.period_type
                    and f.period_to = newest.period_to
                where %s
                order by
                    f.duty nulls first, f.indicator, f.period_type, f.place_scheme, f.place_level, f.place,
                    f.breakdown, f.breakdown_value, f.category
                """.formatted(which);
    }
}
