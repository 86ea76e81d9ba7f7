package org.zhigong.ingest.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.read.OriginalCell;
import org.zhigong.warehouse.Batch;

/**
 * A quarantined row as it goes out to be repaired.
 *
 * @param origin the batch that it is of
 * @param row its place in the file, from 0
 * @param sheet the sheet that it stood in, empty if the file has none
 * @param line its line in the file, from 1
 * @param findings why it was kept out
 * @param cells what may be shown of its cells, by column; empty if the row could not be taken apart
 */
public record OpenRow(
        Batch origin, long row, String sheet, long line, List<Finding> findings, Map<String, OriginalCell> cells) {

    /** One reason for which the row was kept out; {@code column} is empty where it is about the whole row. */
    public record Finding(String column, String code, Label words) {}

    public OpenRow {
        findings = List.copyOf(findings);
        cells = Map.copyOf(cells);
    }

    boolean isWrong(String column) {
        return findings.stream().anyMatch(finding -> finding.column().equals(column));
    }

    Optional<OriginalCell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    String codes() {
        return findings.stream().map(Finding::code).distinct().collect(Collectors.joining(" "));
    }
}
