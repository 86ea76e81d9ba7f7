package org.zhigong.jobs.workbook;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of a released figure as cells show it: what is confidential and what lies between bounds say so. */
final class Figure {

    static final String CONFIDENTIAL = "保密 C";
    static final String NONE = "—";

    private Figure() {}

    static boolean isConfidential(Map<String, Object> row) {
        return "confidential".equals(row.get("protection"));
    }

    /** Writes the value of the figure in {@code row} into the next cell of {@code sheet}. */
    static void value(XlsxSheet sheet, Map<String, Object> row) {
        String unit = String.valueOf(row.get("unit"));
        if (isConfidential(row)) {
            sheet.text(CONFIDENTIAL, Look.CONFIDENTIAL);
        } else if (row.get("value") instanceof Double value) {
            sheet.number(value, look(unit));
        } else if (row.get("lower") instanceof Double lower && row.get("upper") instanceof Double upper) {
            sheet.text(shown(lower, unit) + " – " + shown(upper, unit), Look.BOUNDS);
        } else {
            sheet.text(NONE, Look.NONE);
        }
    }

    /** Writes a number that belongs to the figure in {@code row}. */
    static void part(XlsxSheet sheet, Map<String, Object> row, @Nullable Object number) {
        if (isConfidential(row)) {
            sheet.text(CONFIDENTIAL, Look.CONFIDENTIAL);
        } else {
            plain(sheet, row, number);
        }
    }

    /** Writes a number that is in the unit of {@code row} and no secret. */
    static void plain(XlsxSheet sheet, Map<String, Object> row, @Nullable Object number) {
        if (number instanceof Double value) {
            sheet.number(value, look(String.valueOf(row.get("unit"))));
        } else if (number instanceof Number whole) {
            sheet.number(whole.longValue());
        } else {
            sheet.empty();
        }
    }

    private static Look look(String unit) {
        return switch (unit) {
            case "rate" -> Look.SHARE;
            case "count", "fen" -> Look.WHOLE;
            default -> Look.DECIMAL;
        };
    }

    private static String shown(double bound, String unit) {
        return "rate".equals(unit)
                ? String.format(Locale.ROOT, "%.2f%%", bound * 100)
                : String.format(Locale.ROOT, "%,.2f", bound);
    }
}
