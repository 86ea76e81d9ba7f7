package org.zhigong.marts.release;

import java.util.Map;
import org.zhigong.warehouse.Engine;

/** Numbers and texts out of an engine's small results. */
final class Rows {

    private Rows() {}

    /** How many rows {@code select} yields. */
    static long count(Engine engine, String select) {
        return number(
                engine.query("select count(*) as n from (" + select + ") as counted")
                        .get(0),
                "n");
    }

    /** The whole number in {@code column}; 0 for null. */
    static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** The text in {@code column}; empty for null. */
    static String text(Map<String, Object> row, String column) {
        Object value = row.getOrDefault(column, "");
        return value == null ? "" : value.toString();
    }
}
