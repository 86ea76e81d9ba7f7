package org.zhigong.jobs.workbook;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Engine;

/**
 * A sheet that shows the rows of a query, of which there are as few in a large city as in a small one.
 *
 * @param name what its tab says
 * @param title what stands above it
 * @param select what yields the columns that are shown, and {@code unit} and {@code protection} of figures
 * @param still how many columns stay in sight
 */
record TableSheet(Label name, Label title, String select, List<SheetColumn> columns, int still) {

    TableSheet {
        columns = List.copyOf(columns);
    }

    /** How a sheet begins that is called so. */
    static XlsxSheet.Form form(Label name, Label title, String notice, List<SheetColumn> columns, int still) {
        return new XlsxSheet.Form(
                name.zh() + " " + name.en(),
                title.zh() + " " + title.en(),
                notice,
                columns.stream().map(SheetColumn::heading).toList(),
                columns.stream().map(SheetColumn::width).toList(),
                still);
    }

    /** @param labelled adds to a row what it does not hold */
    void write(Engine engine, String notice, XlsxFile file, Consumer<Map<String, Object>> labelled) throws IOException {
        XlsxSheet sheet = file.sheet(form(name, title, notice, columns, still));
        for (Map<String, Object> row : engine.query(select)) {
            labelled.accept(row);
            sheet.beginRow(lines(row));
            for (SheetColumn column : columns) {
                cell(sheet, column, row);
            }
            sheet.endRow();
        }
    }

    private int lines(Map<String, Object> row) {
        int lines = 1;
        for (SheetColumn column : columns) {
            if (column.kind() == SheetColumn.Kind.LONG_TEXT && row.get(column.name()) instanceof String text) {
                lines = Math.max(lines, XlsxSheet.lines(text, column.width()));
            }
        }
        return lines;
    }

    static void cell(XlsxSheet sheet, SheetColumn column, Map<String, Object> row) {
        @Nullable Object value = row.get(column.name());
        switch (column.kind()) {
            case TEXT -> text(sheet, value, Look.TEXT);
            case LONG_TEXT -> text(sheet, value, Look.WRAPPED);
            case WHOLE, PLAIN_VALUE -> Figure.plain(sheet, row, value);
            case DAY -> day(sheet, value);
            case YES_OR_NO -> text(sheet, yesOrNo(value), Look.TEXT);
            case PROTECTED_WHOLE -> Figure.part(sheet, row, value);
            case PROTECTED_VALUE -> {
                if (column.name().equals("value")) {
                    Figure.value(sheet, row);
                } else {
                    Figure.part(sheet, row, value);
                }
            }
        }
    }

    private static void text(XlsxSheet sheet, @Nullable Object value, Look look) {
        String text = requireNonNullElse(value, "").toString();
        if (text.isEmpty()) {
            sheet.empty();
        } else {
            sheet.text(text, look);
        }
    }

    private static void day(XlsxSheet sheet, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            sheet.day(day);
        } else {
            sheet.empty();
        }
    }

    private static @Nullable Object yesOrNo(@Nullable Object value) {
        return value instanceof Boolean answer ? (answer ? "是 yes" : "否 no") : null;
    }
}
