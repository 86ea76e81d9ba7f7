package org.zhigong.jobs;

import java.util.List;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.Verdict;

/**
 * What became of quarantined rows: {@code quarantined = repaired + withdrawn + open}.
 *
 * @param workbooks how many repair workbooks were applied
 */
record Corrections(long quarantined, long repaired, long withdrawn, long open, long workbooks) {

    static Corrections of(List<Batch> batches) {
        Overlays overlays = Overlays.among(batches);
        long quarantined = 0;
        long repaired = 0;
        long settled = 0;
        for (Batch batch : batches) {
            if (batch.verdict() != Verdict.REJECTED && !batch.isOverlay()) {
                quarantined += batch.quarantined();
                repaired +=
                        Math.min(batch.quarantined(), overlays.repaired(batch).size());
                // A row that a newer contract accepts as it was needs its correction no more.
                settled += Math.min(batch.quarantined(), overlays.settled(batch).size());
            }
        }
        long workbooks = batches.stream()
                .filter(Batch::isOverlay)
                .map(Batch::sha256)
                .distinct()
                .count();
        return new Corrections(quarantined, repaired, settled - repaired, quarantined - settled, workbooks);
    }
}
