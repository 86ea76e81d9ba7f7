package org.zhigong.ingest.read;

import java.util.List;

/**
 * What became of corrected rows.
 *
 * @param reading their counts: {@code rowsRead = accepted + quarantined + dropped}
 * @param repaired the places in their file, from 0, of the rows that are right now
 * @param withdrawn the places of those that were taken back
 */
public record Replay(Reading reading, List<Long> repaired, List<Long> withdrawn) {

    public Replay {
        repaired = List.copyOf(repaired);
        withdrawn = List.copyOf(withdrawn);
    }
}
