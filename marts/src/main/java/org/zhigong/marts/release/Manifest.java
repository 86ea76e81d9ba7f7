package org.zhigong.marts.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.Verdict;

/**
 * What a release is made of and what the gate said: the content of {@code manifest.json}.
 *
 * @param publishedAt when it was judged; not part of the release's id
 * @param previous the release that was current before
 * @param run the labels of the run that made it: its id and whatever else a scheduler knows
 * @param tables every output that it was computed from; they are kept as long as it is
 * @param files everything in the release's folder but the manifest
 * @param revision what it changed when it was made, and whether somebody has to sign it off
 * @param counts figures, confidential figures, batches, rows and the like
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Manifest(
        String release,
        Status status,
        YearMonth closing,
        Optional<LocalDate> knownAt,
        Instant publishedAt,
        Optional<String> previous,
        boolean synthetic,
        ProtectionInForce protection,
        String engine,
        Map<String, String> code,
        JsonNode parameters,
        SortedMap<String, String> run,
        SortedMap<String, Long> counts,
        List<JudgedCheck> checks,
        List<ReleasedFile> files,
        List<BatchEntry> batches,
        List<String> releasedHolds,
        List<Partition> tables,
        Optional<Revision> revision) {

    /** What became of a candidate. */
    public enum Status {
        /** It may be current. */
        @JsonProperty("passed")
        PASSED,
        /** The gate said no; it is kept to look at. */
        @JsonProperty("refused")
        REFUSED,
        /** It shows what was known on a day and never becomes current. */
        @JsonProperty("as_known")
        AS_KNOWN
    }

    /** A file of the release, named from its folder; only a Parquet file has rows and columns of its own. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ReleasedFile(String name, String sha256, Optional<Long> rows, List<Column> columns) {
        public ReleasedFile {
            columns = List.copyOf(columns);
        }
    }

    /** One output of one model for one month; the fingerprint is its name below {@code tables/}. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Partition(String table, String period, String fingerprint, String contentHash, long rows) {

        public static Partition of(StoredOutput output) {
            return new Partition(output.table(), output.period(), output.fingerprint(), output.sha256(), output.rows());
        }
    }

    /**
     * Whose rows a batch of corrections corrects, by whose hand and why; when is the day on which it was received.
     *
     * @param origin the batch whose quarantined rows it corrects
     * @param repaired how many of them count as corrected in it
     * @param withdrawn how many its deliverer took back
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Correction(
            String origin, String originSha256, long repaired, long withdrawn, String by, String reason) {

        static Correction of(Batch.Overlay overlay) {
            return new Correction(
                    overlay.origin(),
                    overlay.originSha256(),
                    overlay.repaired().size(),
                    overlay.withdrawn().size(),
                    overlay.by(),
                    overlay.reason());
        }
    }

    /**
     * An arrival that was known when the release was made.
     *
     * @param correction of what it is a correction; empty for a delivered file
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record BatchEntry(
            String feed,
            String batchId,
            String file,
            String sha256,
            Verdict verdict,
            String deliverer,
            String period,
            LocalDate receivedOn,
            long rowsRead,
            long accepted,
            long quarantined,
            long dropped,
            String contentHash,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Correction> correction) {

        static BatchEntry of(Batch batch) {
            return new BatchEntry(
                    batch.feed(),
                    batch.batchId(),
                    batch.file(),
                    batch.sha256(),
                    batch.verdict(),
                    batch.deliverer(),
                    batch.period(),
                    batch.receivedOn(),
                    batch.rowsRead(),
                    batch.accepted(),
                    batch.quarantined(),
                    batch.dropped(),
                    batch.contentHash(),
                    batch.overlay().map(Correction::of));
        }
    }

    public Manifest {
        code = new TreeMap<>(code);
        run = new TreeMap<>(run);
        counts = new TreeMap<>(counts);
        checks = List.copyOf(checks);
        files = List.copyOf(files);
        batches = List.copyOf(batches);
        releasedHolds = List.copyOf(releasedHolds);
        tables = List.copyOf(tables);
    }

    /** Whether it may be current only once somebody signed it off. */
    public boolean needsSignOff() {
        return status == Status.PASSED
                && revision.filter(Revision::needsSignOff).isPresent();
    }

    /** The manifest of a release. @throws org.zhigong.warehouse.DataException if it is missing or damaged */
    public static Manifest read(Home home, String releaseId) {
        return Json.read(file(home.release(releaseId)), Manifest.class);
    }

    static Path file(Path folder) {
        return folder.resolve("manifest.json");
    }

    /** The figures of a release, below its folder. */
    static Path figures(Path folder) {
        return parquet(folder, "figures");
    }

    static Path parquet(Path folder, String table) {
        return folder.resolve("marts").resolve(table + ".parquet");
    }
}
