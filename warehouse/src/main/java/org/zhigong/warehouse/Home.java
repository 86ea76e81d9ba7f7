package org.zhigong.warehouse;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * The one class that knows where things are kept below the root folder, the home:
 *
 * <pre>
 * zhigong-home.json                                the version of this layout, and which home this is
 * HEAD                                             names the current release; replaced atomically; the truth
 * current -> releases/&lt;release-id&gt;                  a directory link that every command repairs
 * history.jsonl                                    what was ever current and why, a line an event, only appended to
 * access.jsonl                                     who was given which working list, when and for what, without its rows
 * baseline.json                                    failures that the gate knows and counts
 * lock                                             held by the one writer, and says who that is
 * parameters.yaml                                  rules of this federation, an input of every release
 * batches/&lt;feed&gt;/&lt;batch-id&gt;/rows.parquet            every row of one file, in file order, with its verdict; of an
 *                                                  overlay the corrected rows of another batch
 *                          quarantine.parquet      one row per finding: position, column, reason, masked value
 *                          batch.json              the file's verdict and counts; the last file written
 * repairs/&lt;workbook-sha256&gt;.json                    who applied a repair workbook, when and why; written when all its
 *                                                  overlays are, which count from then on
 * holds/&lt;batch-id&gt;.json                            who released a held batch, when and why
 * tables/&lt;layer&gt;.&lt;model&gt;/&lt;fingerprint&gt;/part.parquet  one output of one model for one month
 *                                    output.json   its rows, columns and content hash; the last file written
 * releases/&lt;release-id&gt;/manifest.json              every batch, hash, check and parameter; the last file written
 *                      marts/*.parquet  zhigong.duckdb
 * scratch/&lt;pid&gt;-&lt;start&gt;/                           unfinished work of a process; deleted when that has ended
 * </pre>
 *
 * A folder becomes visible only by the rename of a finished folder from scratch, so a crash leaves at worst files that
 * nothing names.
 */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path version() {
        return root.resolve("zhigong-home.json");
    }

    public Path head() {
        return root.resolve("HEAD");
    }

    public Path current() {
        return root.resolve("current");
    }

    public Path history() {
        return root.resolve("history.jsonl");
    }

    public Path access() {
        return root.resolve("access.jsonl");
    }

    public Path baseline() {
        return root.resolve("baseline.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path parameters() {
        return root.resolve("parameters.yaml");
    }

    public Path batches() {
        return root.resolve("batches");
    }

    public Path batch(String feed, String batchId) {
        return batches().resolve(feed).resolve(batchId);
    }

    public Path holds() {
        return root.resolve("holds");
    }

    public Path repairs() {
        return root.resolve("repairs");
    }

    /** What is kept of a repair workbook with these bytes, if it was applied. */
    public Path repair(String sha256) {
        return repairs().resolve(sha256 + ".json");
    }

    public Path tables() {
        return root.resolve("tables");
    }

    public Path output(TableName table, String fingerprint) {
        return tables().resolve(table.toString()).resolve(fingerprint);
    }

    public Path releases() {
        return root.resolve("releases");
    }

    public Path release(String releaseId) {
        return releases().resolve(releaseId);
    }

    public Path scratch() {
        return root.resolve("scratch");
    }

    /** The id of a release: its closing month and the start of the hash of all that went into it. */
    public static String releaseId(YearMonth closing, String inputsHash) {
        return closing + "-" + inputsHash.substring(0, 12);
    }
}
