package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one column of a contract adds to the verdict SQL, stage by stage; see {@link VerdictSql}. Every text is SQL.
 *
 * @param plain values of cells that look as usual
 * @param values that need no other column
 * @param paired values that a second column explains
 * @param linked values that follow from the person's document
 * @param kept the kept columns as {@code expression as name}
 * @param doubt a condition, null being as good as false: the cell is not plainly right, so that the row has to be
 *     judged
 * @param note what was put right in a cell without a doubt
 */
record ColumnSql(
        List<String> plain,
        List<String> values,
        List<String> paired,
        List<String> linked,
        List<String> kept,
        String doubt,
        Optional<Note> note) {

    static final String NEVER = "false";

    /**
     * What was put right in a cell so plainly that the row need not be judged for it.
     *
     * @param code of the finding
     * @param condition of the cells that it stands for; null is as good as false
     */
    record Note(String code, String condition) {}

    ColumnSql {
        plain = List.copyOf(plain);
        values = List.copyOf(values);
        paired = List.copyOf(paired);
        linked = List.copyOf(linked);
        kept = List.copyOf(kept);
    }

    /** Collects the parts of one column. */
    static final class Builder {
        private final List<String> plain = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private final List<String> paired = new ArrayList<>();
        private final List<String> linked = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();
        private String doubt = NEVER;
        private Optional<Note> note = Optional.empty();

        Builder plain(String expression, String name) {
            plain.add(expression + " as " + name);
            return this;
        }

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

        Builder note(Note plainly) {
            note = Optional.of(plainly);
            return this;
        }

        ColumnSql build() {
            return new ColumnSql(plain, values, paired, linked, kept, doubt, note);
        }
    }
}
