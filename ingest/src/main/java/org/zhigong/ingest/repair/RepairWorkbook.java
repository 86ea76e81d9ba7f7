package org.zhigong.ingest.repair;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.contract.Advice;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.read.CorrectedRow;
import org.zhigong.ingest.read.CorrectedSheet;
import org.zhigong.ingest.read.OriginalCell;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;

/**
 * The workbook in which quarantined rows go out to their deliverer and come back corrected. It is written from what a
 * home keeps, and what comes back is compared with that: nothing but the cells for corrections may differ.
 */
public final class RepairWorkbook {

    /** So many rows a person works through; a workbook is held in memory whole. */
    public static final int MOST_ROWS = 5_000;

    private final Contracts contracts;
    private final Advice advice;
    private final OpenRows openRows;
    private final Candidates candidates;

    /** Over the batches of {@code home}, which {@code engine} reads. */
    public RepairWorkbook(Contracts contracts, Engine engine, Home home) {
        this.contracts = contracts;
        this.advice = new Advice(contracts.codeLists());
        this.openRows = new OpenRows(engine, home);
        this.candidates = new Candidates(contracts, engine, home);
    }

    /** Every quarantined row of {@code origin}, in the order of its file. */
    public List<OpenRow> rows(Batch origin) {
        return openRows.of(origin);
    }

    /**
     * Writes {@code rows} of {@code deliverer}, ordered by feed, as the workbook {@code target}, whole or not at all.
     *
     * @param batches those of the home, whose registers tell which employer a name without a code may mean
     */
    public void write(
            String home, String release, String deliverer, List<OpenRow> rows, Collection<Batch> batches, Path target) {
        Map<String, List<OpenRow>> byFeed = new LinkedHashMap<>();
        rows.forEach(row -> byFeed.computeIfAbsent(row.origin().feed(), feed -> new ArrayList<>())
                .add(row));
        Map<FeedSheet, List<OpenRow>> sheets = new LinkedHashMap<>();
        List<Identity.Entry> entries = new ArrayList<>();
        byFeed.forEach((feed, own) -> {
            FeedSheet sheet = new FeedSheet(contracts.contract(feed), advice);
            sheets.put(sheet, own);
            own.forEach(row ->
                    entries.add(new Identity.Entry(sheet.name(), row.origin().batchId(), row.row())));
        });
        Identity identity = new Identity(home, release, deliverer, entries);
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(beside)) {
            new WorkbookWriter(contracts.codeLists(), deliverer, candidates.of(rows, batches))
                    .write(sheets, identity, out);
        } catch (IOException e) {
            AtomicFiles.delete(beside);
            throw AtomicFiles.failed("write", target, e);
        }
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", target, e);
        }
    }

    /** Reads {@code file}. @throws DataException if it is no repair workbook */
    public static Returning open(Path file) {
        return new Returning(ReturnedWorkbook.read(file));
    }

    /** A workbook that came back and was not compared with anything yet. */
    public static final class Returning {

        private final ReturnedWorkbook book;

        private Returning(ReturnedWorkbook book) {
            this.book = book;
        }

        public String sha256() {
            return book.sha256();
        }

        public long bytes() {
            return book.bytes();
        }

        public String home() {
            return book.identity().home();
        }

        public String release() {
            return book.identity().release();
        }

        /** The batches whose rows it holds. */
        public List<String> batches() {
            return book.identity().entries().stream()
                    .map(Identity.Entry::batch)
                    .distinct()
                    .toList();
        }
    }

    /**
     * The rows of {@code returning} by the batch that they come from.
     *
     * @param origins the batches that it names
     * @throws DataException if anything but cells for corrections was changed
     */
    public Map<String, List<CorrectedRow>> corrected(Returning returning, Collection<Batch> origins) {
        ReturnedWorkbook book = returning.book;
        Map<String, OpenRow> open = new HashMap<>();
        for (Batch origin : origins) {
            rows(origin).forEach(row -> open.put(origin.batchId() + "/" + row.row(), row));
        }
        Map<String, FeedSheet> sheets = new LinkedHashMap<>();
        List<String> locked = new ArrayList<>();
        for (String name : book.identity().sheets()) {
            ReturnedSheet sheet = sheet(book, name);
            FeedSheet feed = new FeedSheet(contracts.contract(name), advice);
            int expected = book.identity().of(name).size();
            sheet.requireRows(expected);
            sheet.refuseFormulas();
            locked.addAll(sheet.locked(feed, expected));
            sheets.put(name, feed);
        }
        if (!book.identity().checksum(stripped(locked)).equals(book.checksum())) {
            sheets.forEach((name, feed) -> requireUnchanged(book, feed, open));
            throw Refusal.of(
                    "更正表的校验和不符：隐藏的标识被改动。请重新导出。",
                    "The checksum of the workbook does not fit: what it says of itself was changed. Export it again.");
        }
        Map<String, List<CorrectedRow>> corrected = new LinkedHashMap<>();
        sheets.forEach((name, feed) -> {
            List<Identity.Entry> entries = book.identity().of(name);
            for (int i = 0; i < entries.size(); i++) {
                corrected
                        .computeIfAbsent(entries.get(i).batch(), batch -> new ArrayList<>())
                        .add(row(sheet(book, name), feed, FeedSheet.FIRST_ROW + i, open(open, entries.get(i))));
            }
        });
        return corrected;
    }

    /** {@code rows} with where they stood. */
    public static CorrectedSheet sheet(Contract contract, List<CorrectedRow> rows) {
        return new CorrectedSheet(contract.feed(), FeedSheet.letters(contract), rows);
    }

    private void requireUnchanged(ReturnedWorkbook book, FeedSheet feed, Map<String, OpenRow> open) {
        List<String> expected = new ArrayList<>();
        feed.header(book.identity().deliverer()).forEach(expected::addAll);
        List<Identity.Entry> entries = book.identity().of(feed.name());
        for (int i = 0; i < entries.size(); i++) {
            expected.addAll(feed.texts(open(open, entries.get(i)), i + 1));
        }
        sheet(book, feed.name()).requireLocked(feed, expected);
    }

    private static CorrectedRow row(ReturnedSheet sheet, FeedSheet feed, int place, OpenRow open) {
        Map<String, String> cells = new HashMap<>();
        Optional<String> stillOpen = Optional.empty();
        boolean isTyped = false;
        for (int i = 0; i < feed.columns().size(); i++) {
            ContractColumn column = feed.columns().get(i);
            String typed = sheet.text(place, feed.corrected(i));
            isTyped |= !typed.isEmpty();
            cells.put(column.name(), typed.isEmpty() ? original(open, column) : typed);
            if (typed.isEmpty() && stillOpen.isEmpty() && RowAdvice.mustBeTyped(open, column)) {
                stillOpen = Optional.of(column.name());
            }
        }
        String word = sheet.text(place, FeedSheet.DECISION);
        CorrectedRow.Decision decision = decision(sheet, place, word, isTyped);
        return new CorrectedRow(place + 1L, open.row(), decision, cells, stillOpen);
    }

    private static String original(OpenRow open, ContractColumn column) {
        return open.cell(column.name())
                .filter(cell -> cell.isWhole() || column.missing().contains(cell.shown()))
                .map(OriginalCell::shown)
                .orElse("");
    }

    private static CorrectedRow.Decision decision(ReturnedSheet sheet, int place, String word, boolean isTyped) {
        String address = new ReturnedSheet.Place(place, FeedSheet.DECISION).address();
        CorrectedRow.Decision decision = Decisions.of(word, isTyped)
                .orElseThrow(() -> Refusal.of(
                        "工作表 %s 的 %s 应为空、更正或撤回。".formatted(sheet.name(), address),
                        "Sheet %s, %s: expected nothing, 更正 (correct) or 撤回 (withdraw)."
                                .formatted(sheet.name(), address)));
        if (decision == CorrectedRow.Decision.WITHDRAW && isTyped) {
            throw Refusal.of(
                    "工作表 %s 第 %d 行选了撤回，又填了更正值。请只留其一。".formatted(sheet.name(), place + 1),
                    "Sheet %s, row %d is withdrawn and corrected at once. Decide on one."
                            .formatted(sheet.name(), place + 1));
        }
        return decision;
    }

    private static OpenRow open(Map<String, OpenRow> open, Identity.Entry entry) {
        OpenRow row = open.get(entry.batch() + "/" + entry.row());
        if (row == null) {
            throw Refusal.of(
                    "更正表的隐藏标识被改动：批次 %s 没有被隔离的第 %d 行。请重新导出。".formatted(entry.batch(), entry.row() + 1),
                    "What the workbook says of itself was changed: batch %s has no quarantined row %d. Export it again."
                            .formatted(entry.batch(), entry.row() + 1));
        }
        return row;
    }

    private static ReturnedSheet sheet(ReturnedWorkbook book, String name) {
        return Optional.ofNullable(book.sheets().get(name)).orElseThrow();
    }

    // A text that ends in blanks comes back without them.
    static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).toList();
    }
}
