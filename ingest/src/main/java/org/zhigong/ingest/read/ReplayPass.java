package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.Verdict;

/** The way of corrected rows through the engine: as that of a file, but no row condemns the others. */
final class ReplayPass {

    private final Connected engine;
    private final Findings findings;
    private final FeedCells feed;
    private final FileTerms terms;
    private final Path rows;
    private final Path quarantine;
    private final CorrectedRows table;

    ReplayPass(Connected engine, Findings findings, FeedCells feed, FileTerms terms, Path folder) {
        this.engine = engine;
        this.findings = findings;
        this.feed = feed;
        this.terms = terms;
        this.rows = folder.resolve("rows.parquet");
        this.quarantine = folder.resolve("quarantine.parquet");
        this.table = new CorrectedRows(engine, feed.contract());
    }

    /** Writes the files of an overlay from the rows of {@code sheet}. */
    Replay run(CorrectedSheet sheet, Path scratch) throws IOException {
        try {
            table.fill(sheet);
            return judged(sheet, scratch);
        } finally {
            table.forget();
        }
    }

    private Replay judged(CorrectedSheet sheet, Path scratch) throws IOException {
        Source source = new Source(rows, table.layout(), ',', "\n", 0, Source.Kind.CORRECTED);
        DropRules drops = new DropRules(feed.contract().files(), List.of(), Set.of());
        engine.functions().judgeBy(new RowJudge(feed.cells(), source.layout().positions(), terms, drops));
        Path judged = scratch.resolve("judged.parquet");
        write(new VerdictSql(feed.cells(), source, terms).rows(), judged);
        RowsFile file = new RowsFile(engine, feed.contract(), judged);
        if (file.hasRepeatedKeys()) {
            Path unique = scratch.resolve("unique.parquet");
            file.writeWithoutRepetitions(unique);
            AtomicFiles.delete(judged);
            Files.move(unique, judged);
        }
        Tally tally = file.tally();
        if (tally.quarantined() > 0) {
            tally.countAll(file.writeQuarantine(quarantine, 1, Map.of(sheet.name(), sheet.letters()), findings));
        }
        write(
                "select r.* exclude (file_row_number), c.zg_origin as %s from %s as r inner join %s as c on c.zg_line ="
                                .formatted(Overlays.ORIGIN_ROW.name(), numbered(judged), CorrectedRows.TABLE)
                        + " r.source_line order by r.file_row_number",
                rows);
        return new Replay(reading(tally), originRows("verdict = 'accepted'"), originRows(CorrectedRows.isWithdrawn()));
    }

    private Reading reading(Tally tally) {
        return new Reading(
                Verdict.ACCEPTED,
                Optional.of(terms.period()),
                Optional.of(terms.receivedOn()),
                tally.rows(),
                tally.accepted(),
                tally.quarantined(),
                tally.dropped(),
                tally.rowsByPeriod(),
                tally.reasons(),
                List.of(),
                Hashes.ofFile(rows),
                Map.of());
    }

    private List<Long> originRows(String condition) {
        String column = Overlays.ORIGIN_ROW.name();
        return engine
                .query("select %1$s from %2$s where %3$s order by %1$s".formatted(column, numbered(rows), condition))
                .stream()
                .map(row -> row.number(column))
                .toList();
    }

    private void write(String select, Path target) {
        engine.update(
                "copy (%s) to %s (format parquet, compression zstd)".formatted(select, Sql.literal(target.toString())));
    }

    private static String numbered(Path file) {
        return "read_parquet(%s, file_row_number = true)".formatted(Sql.literal(file.toString()));
    }
}
