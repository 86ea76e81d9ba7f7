package org.zhigong.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Verdict;

/**
 * What became of one file, in the form that scripts rely on: {@code rows_read = accepted + quarantined + dropped}. Of a
 * rejected file all rows count as dropped; of a duplicate none was read.
 *
 * @param sha256 the hash of its bytes, empty if they cannot be read
 * @param batch the id of the batch that holds it; of a duplicate, of the one that came first; empty if there is none
 * @param reasons rows by what was found in them: quarantined, dropped, flagged and put right
 * @param messages why it was rejected, or what somebody should know, in both languages
 * @param seenBefore whether the home had judged the same bytes before: a duplicate, or a rejected file that still lies
 *     in the inbox
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
        List<Batch.Message> messages,
        @JsonProperty("seen_before") boolean seenBefore) {

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
        return of(batch, false);
    }

    /** The report on a file that was rejected before, as {@code batch}, and still is. */
    static FileReport stillRejected(Batch batch) {
        return of(batch, true);
    }

    private static FileReport of(Batch batch, boolean seenBefore) {
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
                batch.messages(),
                seenBefore);
    }

    /** The report on a file of which there is no batch, since nobody knows what it is or it cannot be read. */
    static FileReport unkept(String feed, String file, String sha256, String code, Batch.Message message) {
        return new FileReport(
                feed,
                file,
                sha256,
                Verdict.REJECTED,
                0,
                0,
                0,
                0,
                Map.of(code, 1L),
                "",
                Batch.NO_DELIVERER,
                Batch.NO_PERIOD,
                Recipe.NO_PERIOD.atEndOfMonth(),
                List.of(message),
                false);
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
                        "The same bytes came before as %s; nothing was done.".formatted(batch.file()))),
                true);
    }

    /** This report without the id of a batch: part of it is the key of a home. */
    FileReport withoutId() {
        return new FileReport(
                feed,
                file,
                sha256,
                verdict,
                rowsRead,
                accepted,
                quarantined,
                dropped,
                reasons,
                "",
                deliverer,
                period,
                receivedOn,
                messages,
                seenBefore);
    }

    /** This report on a file that waits for somebody's word, for {@code reason}: its rows count only then. */
    public FileReport held(Batch.Message reason) {
        List<Batch.Message> said = new ArrayList<>(messages);
        said.add(reason);
        return new FileReport(
                feed,
                file,
                sha256,
                Verdict.HELD,
                rowsRead,
                accepted,
                quarantined,
                dropped,
                reasons,
                batch,
                deliverer,
                period,
                receivedOn,
                said,
                seenBefore);
    }
}
