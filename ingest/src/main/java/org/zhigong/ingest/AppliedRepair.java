package org.zhigong.ingest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import org.zhigong.warehouse.Batch;

/**
 * Who applied a repair workbook, when and why: the content of {@code repairs/<sha256>.json}. The workbook itself stays
 * with its deliverer.
 *
 * @param file the workbook's name
 * @param receivedOn the day on which it was declared to be delivered
 * @param overlays the ids of the batches that it became
 */
@JsonNaming(SnakeCaseStrategy.class)
record AppliedRepair(
        String sha256, long bytes, String file, String by, String reason, LocalDate receivedOn, List<String> overlays) {

    AppliedRepair {
        overlays = List.copyOf(overlays);
    }

    /** This with the ids of what it became. */
    AppliedRepair with(List<String> ids) {
        return new AppliedRepair(sha256, bytes, file, by, reason, receivedOn, ids);
    }

    /** Its overlays among {@code batches}. */
    List<Batch> among(List<Batch> batches) {
        return batches.stream()
                .filter(batch -> overlays.contains(batch.batchId()))
                .toList();
    }
}
