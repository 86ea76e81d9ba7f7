package org.zhigong.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Overlays;

/**
 * What became of a repair workbook, in the form that scripts rely on.
 *
 * @param receivedOn the day on which it was declared to be delivered
 * @param overlays what was laid over which file
 * @param superseded files that were delivered again meanwhile, whose rows were left out
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RepairReport(
        String file,
        String sha256,
        Outcome outcome,
        LocalDate receivedOn,
        String by,
        String reason,
        List<Overlay> overlays,
        List<Superseded> superseded) {

    /** Whether anything was done. */
    public enum Outcome {
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("already_applied")
        ALREADY_APPLIED
    }

    /** The corrections of one file: {@code rows_read = accepted + quarantined + dropped}. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Overlay(
            String feed,
            String origin,
            String period,
            String batch,
            long rowsRead,
            long accepted,
            long quarantined,
            long dropped,
            long withdrawn,
            Map<String, Long> reasons) {

        static Overlay of(Batch overlay, Optional<Batch> origin) {
            return new Overlay(
                    overlay.feed(),
                    origin.map(Batch::file).orElse(""),
                    overlay.period(),
                    overlay.batchId(),
                    overlay.rowsRead(),
                    overlay.accepted(),
                    overlay.quarantined(),
                    overlay.dropped(),
                    overlay.overlay().map(each -> each.withdrawn().size()).orElse(0),
                    new TreeMap<>(overlay.reasons()));
        }
    }

    /** A file whose corrections came too late. */
    public record Superseded(String feed, String file, long rows) {}

    public RepairReport {
        overlays = List.copyOf(overlays);
        superseded = List.copyOf(superseded);
    }

    /** The report on {@code repair}, whose overlays lie over some of {@code batches}. */
    static RepairReport of(
            AppliedRepair repair,
            Outcome outcome,
            List<Batch> overlays,
            List<Batch> batches,
            List<Superseded> superseded) {
        Overlays among = Overlays.among(batches);
        return new RepairReport(
                repair.file(),
                repair.sha256(),
                outcome,
                repair.receivedOn(),
                repair.by(),
                repair.reason(),
                overlays.stream()
                        .map(overlay -> Overlay.of(overlay, among.origin(overlay)))
                        .toList(),
                superseded);
    }

    /** How many rows count now. */
    public long accepted() {
        return overlays.stream().mapToLong(Overlay::accepted).sum();
    }

    /** How many rows were corrected wrongly. */
    public long quarantined() {
        return overlays.stream().mapToLong(Overlay::quarantined).sum();
    }
}
