package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.Arrangement.Found;
import org.zhigong.ingest.read.Rewriter.Rewritten;
import org.zhigong.warehouse.Batch;

/** Finds out how a file is to be read, and rewrites it if the engine cannot read it as it is. */
final class Opening {

    private final Path file;
    private final FileFacts facts;
    private final FeedCells feed;
    private final FileNames names;
    private final HeaderFinding.Wrong wrong;
    private final Map<String, Long> notes = new TreeMap<>();
    private final List<Batch.Message> messages = new ArrayList<>();

    Opening(Path file, FileFacts facts, FeedCells feed, FileNames names, HeaderFinding.Wrong wrong) {
        this.file = file;
        this.facts = facts;
        this.feed = feed;
        this.names = names;
        this.wrong = wrong;
    }

    /**
     * A file that is ready for the engine.
     *
     * @param source the plain file
     * @param arrangement of its tables
     * @param drops tells which of its rows are no data
     * @param ends numbers of rows that, if they are the most a sheet can hold, say that the rest was cut off
     * @param rows its records after the header
     * @param hasLetters whether its columns have letters, as a spreadsheet shows them
     * @param notes what was put right so far, by code
     * @param messages what somebody should know about it
     */
    record Opened(
            Source source,
            Arrangement arrangement,
            DropRules drops,
            Set<Long> ends,
            long rows,
            boolean hasLetters,
            Map<String, Long> notes,
            List<Batch.Message> messages) {

        /** Whether the file shows no header. */
        boolean isHeaderless() {
            return source.layout().headerRows() == 0;
        }
    }

    /** Opens the file; a rewritten one stands in {@code scratch}. */
    Opened open(Path scratch) throws IOException, RejectedFile {
        try (Tables tables = Tables.of(file, facts, scratch)) {
            notes.putAll(tables.notes());
            if (!tables.form().fits(fileName())) {
                notes.put("EXT_MISMATCH", 1L);
            }
            List<Found> found = headers(tables);
            Arrangement arrangement = Arrangement.of(found);
            Layout layout = arrangement.layout();
            notes.putAll(layout.notes());
            if (tables.form() == Form.TEXT && contract().files().delimiters().indexOf(layout.delimiter()) > 0) {
                notes.put("DELIMITER", 1L);
            }
            boolean isPlain = tables.form() == Form.TEXT && isPlain(found.get(0).header());
            return isPlain ? delivered(arrangement) : rewritten(tables, arrangement, scratch);
        }
    }

    /** The same file the careful way, for when the engine did not see in it what was expected. */
    Opened reopen(Opened opened, Path scratch) throws IOException, RejectedFile {
        try (Tables tables = Tables.of(file, facts, scratch)) {
            return rewritten(tables, opened.arrangement(), scratch);
        }
    }

    private List<Found> headers(Tables tables) throws IOException, RejectedFile {
        HeaderFinding finding = new HeaderFinding(feed, tables.form(), fileName(), wrong);
        if (tables.form() == Form.XLSX || tables.form() == Form.XLS) {
            return new SheetHeaders(tables, feed, finding, names, messages).find(notes);
        }
        Header header = finding.header(new HeaderSearch(tables.first(Table.WHOLE)));
        return List.of(new Found(Table.WHOLE, "", header, Layout.of(header, contract(), feed.names())));
    }

    private Opened delivered(Arrangement arrangement) {
        Layout layout = arrangement.layout();
        Source source = new Source(
                file, layout, layout.delimiter(), facts.endOfLine(), layout.headerRows(), Source.Kind.DELIVERED);
        long rows = facts.records() - layout.headerRows();
        return new Opened(
                source,
                arrangement,
                drops(layout),
                new HashSet<>(List.of(facts.records(), rows)),
                rows,
                true,
                notes,
                messages);
    }

    private Opened rewritten(Tables tables, Arrangement arrangement, Path scratch) throws IOException, RejectedFile {
        Path plain = scratch.resolve("plain.csv");
        Layout layout = arrangement.layout();
        DropRules drops = drops(layout);
        Rewritten rewritten = Rewriter.write(tables, arrangement, contract(), drops, plain);
        if (tables.hasLearnt()) {
            rewritten = Rewriter.write(tables, arrangement, contract(), drops, plain);
        }
        rewritten.notes().forEach((code, count) -> notes.merge(code, count, Long::sum));
        Source source = new Source(plain, layout, ',', "\n", 0, Source.Kind.REWRITTEN);
        Set<Long> ends = tables.form() == Form.TEXT
                ? new HashSet<>(List.of(rewritten.rows(), rewritten.rows() + layout.headerRows()))
                : Set.of(rewritten.lastLine());
        return new Opened(source, arrangement, drops, ends, rewritten.rows(), tables.hasLetters(), notes, messages);
    }

    private DropRules drops(Layout layout) {
        return new DropRules(contract().files(), layout.cells(), layout.numbering(contract()));
    }

    private boolean isPlain(Header header) {
        boolean isFilled = contract().columns().stream().anyMatch(ContractColumn::isMergeFilled);
        return facts.isPlain()
                && header.rows() <= 1
                && header.delimiter() == facts.delimiter()
                && header.columns().size() == facts.fields()
                && !isFilled;
    }

    private Contract contract() {
        return feed.contract();
    }

    private String fileName() {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    }
}
