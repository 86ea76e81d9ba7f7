package org.zhigong.ingest.read;

import java.util.List;
import java.util.Map;

/**
 * Corrected rows of one file, as they stood in a sheet of a repair workbook.
 *
 * @param name of the sheet
 * @param letters of the columns for corrected values, by the names of the contract's columns
 */
public record CorrectedSheet(String name, Map<String, String> letters, List<CorrectedRow> rows) {

    public CorrectedSheet {
        letters = Map.copyOf(letters);
        rows = List.copyOf(rows);
    }
}
