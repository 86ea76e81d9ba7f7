package org.zhigong.ingest.read;

import java.util.Map;
import java.util.Optional;

/**
 * A quarantined row as its deliverer gave it back.
 *
 * @param line where it stands in the sheet of the repair workbook, from 1
 * @param originRow its place in the file that it comes from, from 0
 * @param decision what is to become of it
 * @param cells its texts by column: what was typed, else what was right before
 * @param open a column that had to be typed and was not
 */
public record CorrectedRow(
        long line, long originRow, Decision decision, Map<String, String> cells, Optional<String> open) {

    /** What is to become of a row. */
    public enum Decision {
        /** It is read again as it is now. */
        CORRECT,
        /** It should never have been delivered. */
        WITHDRAW,
        /** It waits for another time. */
        LATER
    }

    public CorrectedRow {
        cells = Map.copyOf(cells);
    }
}
