package org.zhigong.jobs.briefing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of rows of a release. */
final class Rows {

    private Rows() {}

    /** A whole number that is always there. @throws IllegalStateException naming the column if it is not */
    static long number(Map<String, Object> row, String column) {
        @Nullable Object value = row.get(column);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("Expected a number in %s, found %s".formatted(column, value));
    }
}
