package org.zhigong.warehouse;

import java.util.regex.Pattern;

/** The name of a table as models write it: {@code layer.name}, both in lower snake case. */
public record TableName(String layer, String name) implements Comparable<TableName> {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws IllegalArgumentException if a part is not a lower-case snake-case word */
    public TableName {
        if (!WORD.matcher(layer).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Invalid table name '%s.%s': expected layer.name in lower snake case".formatted(layer, name));
        }
    }

    /** @throws IllegalArgumentException if {@code text} is not {@code layer.name} */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("Invalid table name '%s': expected layer.name".formatted(text));
        }
        return new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(TableName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return layer + "." + name;
    }
}
