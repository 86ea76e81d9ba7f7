package org.zhigong.jobs.workbook;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.workbook.SheetColumn.Kind;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Engine;

/** The sheet of series: a row per indicator and place, a column per month, from a year ago on. */
final class MonthsSheet {

    private static final int MONTHS = 13; // so that the same month of last year is among them

    private static final List<SheetColumn> NAMES = List.of(
            SheetColumn.of("indicator", "指标编号", "Indicator id", 30, Kind.TEXT),
            SheetColumn.of("name_zh", "指标", "Indicator in Chinese", 32, Kind.TEXT),
            SheetColumn.of("name_en", "指标（英文）", "Indicator", 44, Kind.TEXT),
            SheetColumn.of("place", "地区代码", "Place code", 12, Kind.TEXT),
            SheetColumn.of("place_zh", "地区", "Place in Chinese", 14, Kind.TEXT),
            SheetColumn.of("place_en", "地区（英文）", "Place", 22, Kind.TEXT),
            SheetColumn.of("category", "类别代码", "Part of a mix, code", 12, Kind.TEXT),
            SheetColumn.of("category_zh", "类别", "Part of a mix in Chinese", 14, Kind.TEXT),
            SheetColumn.of("category_en", "类别（英文）", "Part of a mix", 18, Kind.TEXT),
            SheetColumn.of("unit_zh", "单位", "Unit in Chinese", 8, Kind.TEXT),
            SheetColumn.of("unit_en", "单位（英文）", "Unit", 11, Kind.TEXT),
            SheetColumn.of("target", "目标值", "Target", 10, Kind.PLAIN_VALUE));

    private final Engine engine;
    private final Labels labels;
    private final XlsxSheet sheet;
    private final List<String> months = new ArrayList<>();
    private final Map<String, Map<String, Object>> figures = new HashMap<>();
    private @Nullable Map<String, Object> row;

    private MonthsSheet(Engine engine, Labels labels, YearMonth closing, String notice, XlsxFile file)
            throws IOException {
        this.engine = engine;
        this.labels = labels;
        List<SheetColumn> columns = new ArrayList<>(NAMES);
        for (int ago = MONTHS - 1; ago >= 0; ago--) {
            String month = closing.minusMonths(ago).toString();
            months.add(month);
            columns.add(SheetColumn.of(month, month, "", 15, Kind.PROTECTED_VALUE));
        }
        this.sheet = file.sheet(TableSheet.form(
                new Label("逐月", "Months"),
                new Label("全市和各区最近13个月的数值", "The last thirteen months of the city and its districts"),
                notice,
                columns,
                6));
    }

    static void write(Engine engine, Labels labels, YearMonth closing, String notice, XlsxFile file)
            throws IOException {
        new MonthsSheet(engine, labels, closing, notice, file).write();
    }

    private void write() throws IOException {
        String before = "";
        for (Map<String, Object> figure : engine.query(select())) {
            String key = figure.get("indicator") + " " + figure.get("place") + " " + figure.get("category");
            if (!key.equals(before)) {
                endRow();
                before = key;
                labels.addTo(figure);
                row = figure;
            }
            figures.put(String.valueOf(figure.get("period")), figure);
        }
        endRow();
    }

    private void endRow() throws IOException {
        if (row == null) {
            return;
        }
        sheet.beginRow(1);
        for (SheetColumn column : NAMES) {
            TableSheet.cell(sheet, column, row);
        }
        for (String month : months) {
            @Nullable Map<String, Object> figure = figures.get(month);
            if (figure == null) {
                sheet.empty();
            } else {
                Figure.value(sheet, figure);
            }
        }
        sheet.endRow();
        figures.clear();
    }

    private String select() {
        return """
                select
                    f.indicator, f.place_scheme, f.place, f.category, f.period, f.value, f.lower, f.upper, f.unit,
                    f.protection, f.target
                from marts.figures as f
                where f.period_type = 'month' and f.period >= '%s' and f.period <= '%s' and f.place_scheme = 'geo'
                    and f.place_level in ('city', 'district') and f.breakdown = 'none'
                order by
                    f.duty nulls first, f.indicator, f.place_level, f.place, f.category, f.period
                """.formatted(months.get(0), months.get(MONTHS - 1));
    }
}
