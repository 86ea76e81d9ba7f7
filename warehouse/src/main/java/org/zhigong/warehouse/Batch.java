package org.zhigong.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One arrival of one file: the content of {@code batch.json}. {@code rowsRead = accepted + quarantined + dropped}
 * always holds; of a rejected file nothing but this record is kept and {@code accepted} is 0.
 *
 * @param feed the kind of extract
 * @param batchId from the file's hash, the contract's content, the code lists, the function and the key versions
 * @param file the file's name below the inbox folder of its feed
 * @param sha256 the hash of the file's bytes
 * @param bytes the file's size
 * @param verdict accepted or rejected; held and duplicate are decided where other batches are known
 * @param kind whether a later file of one deliverer and period replaces an earlier one
 * @param deliverer who sent it, as a division or office code
 * @param period the month the file was made for, {@code 2025-03}
 * @param receivedOn the declared delivery date, never the clock
 * @param rowsByPeriod accepted rows by the month they belong to
 * @param reasons findings by code: rows quarantined, dropped, flagged or normalised
 * @param messages why a file was rejected, in sentences, Chinese and English
 * @param columns the columns of {@code rows.parquet}
 * @param contentHash the hash of {@code rows.parquet}, empty when rejected
 * @param overlay whose quarantined rows it corrects; empty for a delivered file
 * @param medians of the columns by whose scale a delivery is compared with the one before; none unless the contract
 *     asks
 */
public record Batch(
        String feed,
        String batchId,
        String file,
        String sha256,
        long bytes,
        Verdict verdict,
        Kind kind,
        String deliverer,
        String period,
        LocalDate receivedOn,
        long rowsRead,
        long accepted,
        long quarantined,
        long dropped,
        Map<String, Long> rowsByPeriod,
        Map<String, Long> reasons,
        List<Message> messages,
        List<Column> columns,
        String contractVersion,
        String keyVersion,
        String contentHash,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Overlay> overlay,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> medians) {

    /** How files of a feed follow one another. */
    public enum Kind {
        /** A file states everything there is for its deliverer and month; a later one replaces it. */
        @JsonProperty("snapshot")
        SNAPSHOT,
        /** A file adds rows; of two rows with one key the later delivered counts. */
        @JsonProperty("events")
        EVENTS
    }

    /** The deliverer of a rejected file of which nothing says who sent it. */
    public static final String NO_DELIVERER = "unknown";

    /** The period of a rejected file of which nothing says for which month it was made. */
    public static final String NO_PERIOD = "1900-01";

    /** A sentence in both languages. */
    public record Message(String zh, String en) {}

    /**
     * What makes a batch an overlay: the rows that it lays over the quarantined ones of another batch, its origin.
     * Feed, deliverer, period and kind are those of the origin; file, hash and delivery date those of the repair
     * workbook.
     *
     * @param origin the batch whose rows were corrected
     * @param originSha256 the hash of the file that the origin was read from
     * @param repaired the rows of the origin, by their place in its file from 0, that count as corrected here
     * @param withdrawn the rows of the origin that its deliverer takes back
     * @param by who applied the corrections
     * @param reason why
     */
    public record Overlay(
            String origin, String originSha256, List<Long> repaired, List<Long> withdrawn, String by, String reason) {
        public Overlay {
            repaired = List.copyOf(repaired);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** A batch of a delivered file. */
    public Batch(
            String feed,
            String batchId,
            String file,
            String sha256,
            long bytes,
            Verdict verdict,
            Kind kind,
            String deliverer,
            String period,
            LocalDate receivedOn,
            long rowsRead,
            long accepted,
            long quarantined,
            long dropped,
            Map<String, Long> rowsByPeriod,
            Map<String, Long> reasons,
            List<Message> messages,
            List<Column> columns,
            String contractVersion,
            String keyVersion,
            String contentHash) {
        this(
                feed,
                batchId,
                file,
                sha256,
                bytes,
                verdict,
                kind,
                deliverer,
                period,
                receivedOn,
                rowsRead,
                accepted,
                quarantined,
                dropped,
                rowsByPeriod,
                reasons,
                messages,
                columns,
                contractVersion,
                keyVersion,
                contentHash,
                Optional.empty(),
                Map.of());
    }

    public Batch {
        if (rowsRead != accepted + quarantined + dropped && verdict != Verdict.REJECTED) {
            throw new IllegalStateException("Rows of %s do not add up: %d read, %d accepted, %d quarantined, %d dropped"
                    .formatted(file, rowsRead, accepted, quarantined, dropped));
        }
        rowsByPeriod = new TreeMap<>(rowsByPeriod);
        reasons = new TreeMap<>(reasons);
        // Batches of before medians were kept have none.
        medians = new TreeMap<>(Objects.requireNonNullElse(medians, Map.of()));
        messages = List.copyOf(messages);
        columns = List.copyOf(columns);
    }

    /** Whether it corrects rows of another batch. */
    @JsonIgnore
    public boolean isOverlay() {
        return overlay.isPresent();
    }

    /** Whether this is the verdict on a file of which too little was known to read it. */
    boolean isUndeclared() {
        return verdict == Verdict.REJECTED && (deliverer.equals(NO_DELIVERER) || period.equals(NO_PERIOD));
    }
}
