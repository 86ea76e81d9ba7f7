package org.zhigong.jobs.briefing;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A released figure, with all that a reader has to know of it.
 *
 * @param key what it is a figure of
 * @param value empty where it is confidential, where only bounds are known, or where there is none
 * @param status the released status; empty where confidential
 */
record Figure(
        Key key,
        OptionalDouble value,
        OptionalDouble lower,
        OptionalDouble upper,
        OptionalDouble target,
        String status,
        boolean confidential,
        boolean provisional) {

    /** The group of a figure that is not broken down. */
    static final String WHOLE = "none";

    /**
     * What a figure is of.
     *
     * @param breakdown {@code none} for the whole place
     * @param group the value of the breakdown; {@code all} for the whole place
     */
    record Key(String indicator, String period, String place, String breakdown, String group) {

        static Key whole(String indicator, String period, String place) {
            return new Key(indicator, period, place, WHOLE, "all");
        }
    }

    static Figure of(Map<String, Object> row) {
        return new Figure(
                new Key(
                        text(row, "indicator"),
                        text(row, "period"),
                        text(row, "place"),
                        text(row, "breakdown"),
                        text(row, "breakdown_value")),
                number(row.get("value")),
                number(row.get("lower")),
                number(row.get("upper")),
                number(row.get("target")),
                row.get("status") == null ? "" : text(row, "status"),
                "confidential".equals(row.get("protection")),
                !"final".equals(row.get("finality")));
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    /** Whether only bounds of it are known. */
    boolean isBounds() {
        return !confidential && value.isEmpty() && lower.isPresent() && upper.isPresent();
    }

    /** What it is ranked and drawn by: its value, else the middle of its bounds. */
    OptionalDouble point() {
        return isBounds() ? OptionalDouble.of((lower.getAsDouble() + upper.getAsDouble()) / 2) : value;
    }

    /** The most that it can be; what a chart has to have room for. */
    double most() {
        return isBounds() ? upper.getAsDouble() : value.orElse(0);
    }
}
