package org.zhigong.jobs;

import java.util.Locale;
import java.util.Set;
import org.zhigong.warehouse.SetupException;

/**
 * One statement that only reads.
 *
 * @param sql the statement as somebody wrote it
 * @param select what to ask for it: the first rows of it, if it is a select
 * @param linesBefore how many lines of {@code select} come before the first of {@code sql}
 */
record Question(String sql, String select, int linesBefore) {

    /** More rows than this are for Parquet, not for an answer. */
    static final long MOST_ROWS = 1_000_000;

    private static final Set<String> TOLD = Set.of("describe", "desc", "show", "summarize", "explain");
    private static final Set<String> READING = Set.of(
            "select", "with", "from", "values", "describe", "desc", "show", "summarize", "explain", "pivot", "unpivot");

    /** Refuses a number of rows that no answer can have. */
    static void requireRows(long rows) {
        if (rows < 0 || rows > MOST_ROWS) {
            throw new SetupException(
                    "Invalid --rows: expected 0 to %d, found %d. Whoever needs more reads the Parquet files in HOME/current/marts"
                            .formatted(MOST_ROWS, rows));
        }
    }

    /**
     * The question in {@code text}, which may end in semicolons, of which {@code rows} and one more are asked.
     *
     * @throws SetupException if it is empty or would do something else than read, or where {@code release} cannot even
     *     read it
     */
    static Question of(String text, long rows, OpenRelease release) {
        String sql = text.strip().replaceAll("[;\\s]+$", "");
        if (sql.isEmpty()) {
            throw new SetupException(
                    "The query is empty: expected a select, such as \"select * from marts.indicators\"");
        }
        String bare = sql.replaceAll("(?s)^(\\s|--[^\\n]*\\n|/\\*.*?\\*/)+", "");
        String word = bare.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        release.parse(sql);
        if (!READING.contains(word) && !bare.startsWith("(")) {
            throw new SetupException("Cannot run this statement: a release is read-only; expected a select, found '%s'"
                    .formatted(bare.split("\\s+", 2)[0]));
        }
        if (TOLD.contains(word)) {
            return new Question(sql, sql, 0);
        }
        // On lines of its own, so that positions in messages stay true and a comment ends.
        return new Question(sql, "select * from (\n%s\n) as asked limit %d".formatted(sql, rows + 1), 1);
    }
}
