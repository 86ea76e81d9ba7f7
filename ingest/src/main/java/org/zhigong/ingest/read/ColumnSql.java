package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What one column of a contract adds to the verdict SQL, stage by stage; see {@link VerdictSql}. Every text is SQL.
 *
 * @param values that need no other column
 * @param paired values that a second column explains
 * @param linked values that follow from the person's document
 * @param kept the kept columns as {@code expression as name}
 * @param doubt a condition, never null: the cell is not plainly right, so that the row has to be judged
 */
record ColumnSql(List<String> values, List<String> paired, List<String> linked, List<String> kept, String doubt) {

    static final String NEVER = "false";

    ColumnSql {
        values = List.copyOf(values);
        paired = List.copyOf(paired);
        linked = List.copyOf(linked);
        kept = List.copyOf(kept);
    }

    /** Collects the parts of one column. */
    static final class Builder {
        private final List<String> values = new ArrayList<>();
        private final List<String> paired = new ArrayList<>();
        private final List<String> linked = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();
        private String doubt = NEVER;

        Builder value(String expression, String name) {
            values.add(expression + " as " + name);
            return this;
        }

        Builder paired(String expression, String name) {
            paired.add(expression + " as " + name);
            return this;
        }

        Builder linked(String expression, String name) {
            linked.add(expression + " as " + name);
            return this;
        }

        Builder kept(String expression, String name) {
            kept.add(expression + " as " + Sql.quoted(name));
            return this;
        }

        Builder doubt(String condition) {
            doubt = condition;
            return this;
        }

        ColumnSql build() {
            return new ColumnSql(values, paired, linked, kept, doubt);
        }
    }
}
