package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.ControlFile;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.Connected.Row;
import org.zhigong.ingest.read.Opening.Opened;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Verdict;

/** The way of one opened file through the engine: its rows with their verdicts, then the verdict on the file. */
final class FilePass {

    /** As many rows as a sheet can hold: what did not fit was cut off. */
    private static final List<Long> SHEET_LIMITS = List.of(65_536L, 1_048_576L);

    private final Connected engine;
    private final Findings findings;
    private final FeedCells feed;
    private final Terms terms;
    private final Path rows;
    private final Path quarantine;
    private final Map<String, Long> notes = new TreeMap<>();
    private final List<Batch.Message> messages = new ArrayList<>();
    private Optional<FileTerms> known = Optional.empty();
    private Optional<Tally> counted = Optional.empty();
    private long rowsRead;
    private long firstLine;

    FilePass(Connected engine, Findings findings, FeedCells feed, Terms terms, Path folder) {
        this.engine = engine;
        this.findings = findings;
        this.feed = feed;
        this.terms = terms;
        this.rows = folder.resolve("rows.parquet");
        this.quarantine = folder.resolve("quarantine.parquet");
    }

    /** Writes {@code rows.parquet}. @throws Connected.Unreadable if the engine finds other rows than were counted */
    void write(Opened opened) throws IOException, RejectedFile {
        notes.clear();
        notes.putAll(opened.notes());
        messages.clear();
        messages.addAll(opened.messages());
        rowsRead = opened.rows();
        firstLine = opened.source().layout().headerRows() + 1L;
        refuseEmpty(opened);
        refuseSheetLimit(opened);
        FileTerms fileTerms = fileTerms(opened);
        known = Optional.of(fileTerms);
        long written = engine.update("copy (%s) to %s (format parquet, compression zstd)"
                .formatted(sql(opened, fileTerms).rows(), Sql.literal(rows.toString())));
        if (written != rowsRead) {
            throw new Connected.Unreadable("the engine read %d rows, expected %d".formatted(written, rowsRead));
        }
    }

    /** Looks at all rows together, and says what becomes of the file. */
    Reading judge(Opened opened) throws IOException, RejectedFile {
        Contract contract = feed.contract();
        FileTerms fileTerms = known.orElseThrow();
        RowsFile file = new RowsFile(engine, contract, rows);
        if (file.hasRepeatedKeys()) {
            Path unique = rows.resolveSibling("unfinished").resolve("unique.parquet");
            file.writeWithoutRepetitions(unique);
            AtomicFiles.delete(rows);
            Files.move(unique, rows);
        }
        Tally tally = file.tally();
        tally.countAll(notes);
        counted = Optional.of(tally);
        if (tally.quarantined() > 0) {
            tally.countAll(file.writeQuarantine(quarantine, firstLine, letters(opened), findings));
        }
        refuseControl(opened, fileTerms, tally);
        checkTotals(opened, fileTerms, tally);
        refusePercentMix(opened, fileTerms);
        FileLimits.refuse(contract, fileTerms, tally, file);
        return new Reading(
                Verdict.ACCEPTED,
                Optional.of(fileTerms.period()),
                Optional.of(fileTerms.receivedOn()),
                tally.rows(),
                tally.accepted(),
                tally.quarantined(),
                tally.dropped(),
                tally.rowsByPeriod(),
                tally.reasons(),
                messages,
                Hashes.ofFile(rows),
                medians(file));
    }

    /** The file is refused: none of its rows stays, only what was found in them. */
    Reading rejected(RejectedFile rejection) {
        AtomicFiles.delete(rows);
        Map<String, Long> reasons = new TreeMap<>(counted.map(Tally::reasons).orElse(notes));
        reasons.putIfAbsent(rejection.code(), 1L);
        return new Reading(
                Verdict.REJECTED,
                known.map(FileTerms::period).or(terms::period),
                known.map(FileTerms::receivedOn).or(terms::receivedOn),
                rowsRead,
                0,
                0,
                rowsRead,
                Map.of(),
                reasons,
                List.of(rejection.message()),
                "",
                Map.of());
    }

    private Map<String, Long> medians(RowsFile file) {
        return feed.contract()
                .scaleColumn()
                .flatMap(column -> file.median(column).map(median -> Map.of(column, median)))
                .orElse(Map.of());
    }

    private static Map<String, Map<String, String>> letters(Opened opened) {
        Map<String, Map<String, String>> letters = new TreeMap<>();
        if (opened.hasLetters()) {
            opened.arrangement().tables().forEach(table -> letters.put(table.name(), table.letters()));
        }
        return letters;
    }

    /** The line of the first row of data, for rows that do not know their own. */
    long firstLine() {
        return firstLine;
    }

    private VerdictSql sql(Opened opened, FileTerms fileTerms) {
        Map<String, Integer> positions = opened.source().layout().positions();
        engine.functions().judgeBy(new RowJudge(feed.cells(), positions, fileTerms, opened.drops()));
        return new VerdictSql(feed.cells(), opened.source(), fileTerms);
    }

    private FileTerms fileTerms(Opened opened) throws RejectedFile {
        Optional<YearMonth> period = terms.period().or(() -> dominantMonth(opened));
        if (period.isEmpty()) {
            String example = feed.contract().files().exampleName();
            throw RejectedFile.of(
                    "WRONG_PERIOD",
                    "无法确定所属期：文件名、附带说明和数据中都没有。请按约定命名文件，如 %s。".formatted(example),
                    "The period is in neither the file's name, its sidecar nor its rows. Name it as its contract says, like %s."
                            .formatted(example));
        }
        LocalDate received = terms.receivedOn().orElse(period.get().atEndOfMonth());
        return new FileTerms(period.get(), received);
    }

    private Optional<YearMonth> dominantMonth(Opened opened) {
        Contract contract = feed.contract();
        Optional<String> column = contract.filePeriodColumn().or(contract::periodColumn);
        if (column.isEmpty() || !opened.source().layout().positions().containsKey(column.get())) {
            return Optional.empty();
        }
        VerdictSql sql = sql(opened, FileTerms.UNKNOWN);
        return engine.query(sql.months(column.get())).stream()
                .map(row -> YearMonth.parse(row.text("month")))
                .findFirst();
    }

    private void refuseEmpty(Opened opened) throws RejectedFile {
        boolean isMeant = terms.rows().orElse(-1) == 0;
        if (opened.rows() == 0 && !isMeant) {
            throw RejectedFile.of(
                    "EMPTY_FILE",
                    "文件只有表头，没有数据行。若确实为零，请在附带说明中声明 rows: 0。",
                    "The file has a header and no rows. If there are none indeed, state rows: 0 in its sidecar.");
        }
    }

    private static void refuseSheetLimit(Opened opened) throws RejectedFile {
        for (long limit : SHEET_LIMITS) {
            if (opened.ends().contains(limit)) {
                throw RejectedFile.of(
                        "ROW_LIMIT",
                        "文件恰有 %d 行，等于电子表格的行数上限，其余行很可能丢失。请直接从系统导出。".formatted(limit),
                        ("The file has exactly %d rows, as many as a sheet can hold: the rest is probably lost. Export it"
                                        + " from its system directly.")
                                .formatted(limit));
            }
        }
    }

    private void refuseControl(Opened opened, FileTerms fileTerms, Tally tally) throws RejectedFile {
        long repeated = tally.reason("DUP_EXACT") + tally.reason("DUP_KEY_OLDER");
        long found = tally.accepted() + tally.quarantined() + repeated;
        if (terms.rows().isPresent()) {
            ControlStatement.requireDeclared(terms.rows().getAsLong(), found);
        }
        Optional<ControlFile> form = feed.contract().files().controlFile();
        if (form.isEmpty()) {
            return;
        }
        if (terms.control().isEmpty()) {
            if (opened.isHeaderless()) {
                throw ControlStatement.missing(form.get());
            }
            return;
        }
        ControlStatement control = ControlStatement.parse(terms.control().get(), form.get(), feed.contract());
        control.requireRows(found);
        if (control.fen().isPresent()) {
            String sum = sql(opened, fileTerms).sum(form.get().sumColumn().orElseThrow());
            control.requireSum(engine.query(sum).get(0).number("data"));
        }
    }

    private void checkTotals(Opened opened, FileTerms fileTerms, Tally tally) {
        String sql =
                tally.reason("TOTALS_ROW") == 0 ? "" : sql(opened, fileTerms).totals();
        if (sql.isEmpty()) {
            return;
        }
        Row sums = engine.query(sql).get(0);
        for (int i = 0; i < feed.contract().columns().size(); i++) {
            String stated = "stated_" + i;
            if (!sums.isNull(stated) && sums.number(stated) != sums.number("data_" + i)) {
                tally.count("TOTAL_MISMATCH", 1);
                var column = feed.contract().columns().get(i);
                messages.add(new Batch.Message(
                        "“%s”合计与明细之和不符。".formatted(column.label().zh()),
                        "The total of %s is not the sum of its rows.".formatted(column.name())));
            }
        }
    }

    private void refusePercentMix(Opened opened, FileTerms fileTerms) throws RejectedFile {
        for (ContractColumn column : feed.contract().columns()) {
            boolean isThere = opened.source().layout().positions().containsKey(column.name());
            if (column.kind() == ColumnKind.PERCENT && isThere) {
                Row counts = engine.query(sql(opened, fileTerms).percents(column.name()))
                        .get(0);
                if (counts.number("shares") > 0 && counts.number("percents") > 0) {
                    throw RejectedFile.of(
                            "PERCENT_MIX",
                            "“%s”一列既有小数（%d 行）又有百分数（%d 行），如 0.95 与 95，无法判断。请统一为百分数后重新报送。"
                                    .formatted(column.label().zh(), counts.number("shares"), counts.number("percents")),
                            ("Column %s holds shares such as 0.95 (%d rows) and percentages such as 95 (%d rows), and nobody can"
                                            + " tell which is meant. Write all as percentages and deliver again.")
                                    .formatted(column.name(), counts.number("shares"), counts.number("percents")));
                }
            }
        }
    }
}
