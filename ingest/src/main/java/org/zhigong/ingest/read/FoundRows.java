package org.zhigong.ingest.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.read.Connected.Row;

/** What was found in the rows of a file just read, from the files of its batch. */
final class FoundRows {

    private final Connected engine;
    private final Findings findings;
    private final long firstLine;

    /** @param firstLine the line of the first row of data, for rows that do not know their own */
    FoundRows(Connected engine, Findings findings, long firstLine) {
        this.engine = engine;
        this.findings = findings;
        this.firstLine = firstLine;
    }

    List<RowFinding> read(Path folder, long most) {
        List<RowFinding> found = new ArrayList<>();
        Path quarantine = folder.resolve("quarantine.parquet");
        if (Files.exists(quarantine)) {
            engine.query(
                            "select * from read_parquet(%s) order by file_row_number, column_name nulls first, reason limit %d"
                                    .formatted(Sql.literal(quarantine.toString()), most))
                    .forEach(row -> found.add(quarantined(row)));
        }
        Path rows = folder.resolve("rows.parquet");
        if (Files.exists(rows)) {
            flagged(rows, most).forEach(row -> flags(row, found));
        }
        return found.stream()
                .sorted(Comparator.comparing(RowFinding::sheet).thenComparing(RowFinding::line))
                .limit(most)
                .toList();
    }

    private List<Row> flagged(Path rows, long most) {
        return engine.query(("select *, coalesce(source_line, file_row_number + %d) as line from read_parquet(%s,"
                        + " file_row_number = true) where flags is not null order by file_row_number limit %d")
                .formatted(firstLine, Sql.literal(rows.toString()), most));
    }

    private static RowFinding quarantined(Row row) {
        return new RowFinding(
                row.text("source_sheet"),
                row.number("source_line"),
                row.text("source_column"),
                row.text("column_name"),
                row.text("column_zh"),
                row.text("column_en"),
                row.text("reason"),
                row.text("reason_zh"),
                row.text("reason_en"),
                row.text("value"),
                "quarantined");
    }

    private void flags(Row row, List<RowFinding> found) {
        for (String code : row.text("flags").split(" ", -1)) {
            Label label = findings.labels().getOrDefault(code, new Label(code, code));
            found.add(new RowFinding(
                    row.text("zg_sheet"),
                    row.number("line"),
                    "",
                    "",
                    "",
                    "",
                    code,
                    label.zh(),
                    label.en(),
                    "",
                    "flagged"));
        }
    }
}
