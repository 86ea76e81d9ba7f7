package org.zhigong.ingest.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Verdict;

/**
 * What became of a file: {@code rowsRead = accepted + quarantined + dropped}. Of a rejected file all rows count as
 * dropped.
 *
 * @param verdict accepted or rejected
 * @param period the month it was made for, declared or found in it; empty if rejected before it could be found
 * @param receivedOn the day it was delivered
 * @param rowsByPeriod accepted rows by month
 * @param reasons rows or cells by code of what was found
 * @param messages why it was rejected, or what somebody should know about an accepted file
 * @param contentHash of its {@code rows.parquet}, empty if rejected
 * @param medians of the columns whose scale the contract asks to watch
 */
public record Reading(
        Verdict verdict,
        Optional<YearMonth> period,
        Optional<LocalDate> receivedOn,
        long rowsRead,
        long accepted,
        long quarantined,
        long dropped,
        Map<String, Long> rowsByPeriod,
        Map<String, Long> reasons,
        List<Batch.Message> messages,
        String contentHash,
        Map<String, Long> medians) {

    /** A file refused before any row was read. */
    public static Reading refused(RejectedFile why) {
        return new Reading(
                Verdict.REJECTED,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(why.code(), 1L),
                List.of(why.message()),
                "",
                Map.of());
    }

    public Reading {
        if (rowsRead != accepted + quarantined + dropped) {
            throw new IllegalStateException("Rows do not add up: %d read, %d accepted, %d quarantined, %d dropped"
                    .formatted(rowsRead, accepted, quarantined, dropped));
        }
        rowsByPeriod = Map.copyOf(rowsByPeriod);
        reasons = Map.copyOf(reasons);
        medians = Map.copyOf(medians);
        messages = List.copyOf(messages);
    }
}
