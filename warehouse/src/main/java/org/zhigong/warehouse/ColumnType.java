package org.zhigong.warehouse;

import java.util.Locale;

/** The types that a column of Zhigong may have; both engines and Parquet know them, and nothing else is portable. */
public enum ColumnType {
    VARCHAR,
    BIGINT,
    DOUBLE,
    BOOLEAN,
    DATE;

    /** Reads a type as content files write it, in lower case. @throws IllegalArgumentException naming the valid ones */
    public static ColumnType parse(String text) {
        for (ColumnType type : values()) {
            if (type.sql().equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "Invalid column type '%s': expected varchar, bigint, double, boolean or date".formatted(text));
    }

    /** The name of this type in SQL and in content files. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
