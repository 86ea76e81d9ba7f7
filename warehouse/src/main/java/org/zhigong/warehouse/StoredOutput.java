package org.zhigong.warehouse;

import java.nio.file.Path;
import java.util.List;

/**
 * One output of one model for one month as the home keeps it: the content of {@code output.json}.
 *
 * @param table the table, {@code core.employers}
 * @param period the month, {@code 2025-03}
 * @param fingerprint the hash of all that the output was made from
 * @param rows how many rows {@code part.parquet} holds
 * @param bytes the size of {@code part.parquet}
 * @param sha256 the hash of {@code part.parquet}
 * @param columns the columns of {@code part.parquet}, in order
 * @param checks what the checks of the model found in it
 */
public record StoredOutput(
        String table,
        String period,
        String fingerprint,
        long rows,
        long bytes,
        String sha256,
        List<Column> columns,
        List<Checked> checks) {

    /**
     * What a check found.
     *
     * @param check the condition that every row has to meet
     * @param severity stop or alert
     * @param owner who can repair the cause
     * @param failures how many rows do not meet it; 0 is fine
     * @param sample up to five of them by their keys, without anything personal
     */
    public record Checked(String check, String severity, String owner, long failures, List<String> sample) {
        public Checked {
            sample = List.copyOf(sample);
        }
    }

    public StoredOutput {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /** Where {@code home} keeps its rows. */
    public Path file(Home home) {
        return home.output(TableName.parse(table), fingerprint).resolve(Outputs.PART);
    }
}
