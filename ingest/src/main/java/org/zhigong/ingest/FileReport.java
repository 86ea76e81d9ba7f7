package org.zhigong.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Verdict;

/**
 * What became of one file, in the form that scripts rely on: {@code rows_read = accepted + quarantined + dropped}. Of a
 * rejected file all rows count as dropped; of a duplicate none was read.
 *
 * @param batch the id of the batch that holds it; of a duplicate, of the one that came first
 * @param reasons rows by what was found in them: quarantined, dropped, flagged and put right
 * @param messages why it was rejected, or what somebody should know, in both languages
 */
public record FileReport(
        String feed,
        String file,
        String sha256,
        Verdict verdict,
        @JsonProperty("rows_read") long rowsRead,
        long accepted,
        long quarantined,
        long dropped,
        Map<String, Long> reasons,
        String batch,
        String deliverer,
        String period,
        @JsonProperty("received_on") LocalDate receivedOn,
        List<Batch.Message> messages) {

    public FileReport {
        if (rowsRead != accepted + quarantined + dropped) {
            throw new IllegalArgumentException(
                    "Rows of %s do not add up: %d read, %d accepted, %d quarantined, %d dropped"
                            .formatted(file, rowsRead, accepted, quarantined, dropped));
        }
        reasons = new TreeMap<>(reasons);
        messages = List.copyOf(messages);
    }

    /** The report on a file that became {@code batch}, or would. */
    static FileReport of(Batch batch) {
        return new FileReport(
                batch.feed(),
                batch.file(),
                batch.sha256(),
                batch.verdict(),
                batch.rowsRead(),
                batch.accepted(),
                batch.quarantined(),
                batch.dropped(),
                batch.reasons(),
                batch.batchId(),
                batch.deliverer(),
                batch.period(),
                batch.receivedOn(),
                batch.messages());
    }

    /** The report on a file whose bytes came before, as {@code batch}. */
    static FileReport duplicate(Batch batch, String file) {
        return new FileReport(
                batch.feed(),
                file,
                batch.sha256(),
                Verdict.DUPLICATE,
                0,
                0,
                0,
                0,
                Map.of("DUPLICATE_FILE", 1L),
                batch.batchId(),
                batch.deliverer(),
                batch.period(),
                batch.receivedOn(),
                List.of(new Batch.Message(
                        "内容与已入库的 %s 完全相同，未重复入库。".formatted(batch.file()),
                        "The same bytes came before as %s; nothing was done.".formatted(batch.file()))));
    }
}
