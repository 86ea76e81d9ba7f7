package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.read.Rewriter.Rewritten;

/** Finds out how a file is to be read, and rewrites it if the engine cannot read it as it is. */
final class Opening {

    /** What may separate fields in files of the world, whatever a contract accepts. */
    private static final List<Character> KNOWN_DELIMITERS = List.of(',', '\t', '|', ';', '，', '、', '^', '~');

    private final Path file;
    private final FileFacts facts;
    private final FeedCells feed;
    private final Wrong wrong;
    private final Map<String, Long> notes = new TreeMap<>();

    /** Tells of another feed that a header fits better, if there is one. */
    interface Wrong {
        Optional<String> feedFor(HeaderSearch search);
    }

    Opening(Path file, FileFacts facts, FeedCells feed, Wrong wrong) {
        this.file = file;
        this.facts = facts;
        this.feed = feed;
        this.wrong = wrong;
    }

    /**
     * A file that is ready for the engine.
     *
     * @param source the plain file
     * @param drops tells which of its rows are no data
     * @param records its records, the header among them
     * @param rows its records after the header
     * @param notes what was put right so far, by code
     */
    record Opened(Source source, DropRules drops, long records, long rows, Map<String, Long> notes) {}

    /** Opens the file; a rewritten one stands in {@code scratch}. */
    Opened open(Path scratch) throws IOException, RejectedFile {
        FileForm.refuseOtherForms(facts);
        Encoding encoding = Encoding.of(file, facts);
        encoding.note().ifPresent(note -> notes.put(note, 1L));
        if (facts.head().hasLoneReturns()) {
            notes.put("NEWLINES", 1L);
        }
        HeaderSearch search = new HeaderSearch(firstLines(file, encoding));
        Header header = header(search);
        Layout layout = Layout.of(header, contract(), feed.names());
        notes.putAll(layout.notes());
        if (contract().files().delimiters().indexOf(layout.delimiter()) > 0) {
            notes.put("DELIMITER", 1L);
        }
        DropRules drops = new DropRules(contract().files(), layout.cells(), layout.numbering(contract()));
        return isPlain(header) ? delivered(layout, drops) : rewritten(encoding, layout, drops, scratch);
    }

    /** The same file the careful way, for when the engine did not see in it what was expected. */
    Opened reopen(Opened opened, Path scratch) throws IOException, RejectedFile {
        return rewritten(Encoding.of(file, facts), opened.source().layout(), opened.drops(), scratch);
    }

    private Opened delivered(Layout layout, DropRules drops) {
        Source source = new Source(
                file, layout, layout.delimiter(), facts.endOfLine(), layout.headerRows(), Source.Kind.DELIVERED);
        return new Opened(source, drops, facts.records(), facts.records() - layout.headerRows(), notes);
    }

    private Opened rewritten(Encoding encoding, Layout layout, DropRules drops, Path scratch)
            throws IOException, RejectedFile {
        Path plain = scratch.resolve("plain.csv");
        Rewritten rewritten = Rewriter.write(file, encoding, layout, contract(), drops, plain);
        rewritten.notes().forEach((code, count) -> notes.merge(code, count, Long::sum));
        Source source = new Source(plain, layout, ',', "\n", 0, Source.Kind.REWRITTEN);
        return new Opened(source, drops, rewritten.rows() + layout.headerRows(), rewritten.rows(), notes);
    }

    private boolean isPlain(Header header) {
        boolean isFilled = contract().columns().stream().anyMatch(ContractColumn::isMergeFilled);
        return facts.isPlain()
                && header.rows() <= 1
                && header.delimiter() == facts.delimiter()
                && header.columns().size() == facts.fields()
                && !isFilled;
    }

    private Header header(HeaderSearch search) throws RejectedFile {
        Optional<Header> best = search.best(feed.names(), delimiters(), titleRows());
        boolean isLikely = best.isPresent() && best.get().isLikely(feed.names());
        if (isLikely && best.get().missing(feed.names().required()).isEmpty()) {
            return best.get();
        }
        Optional<Header> headerless =
                contract().files().isHeaderless(fileName()) ? headerless(search) : Optional.empty();
        if (headerless.isPresent()) {
            return headerless.get();
        }
        refuseOtherDelimiter(search, best);
        refuseMisread(search);
        refuseOtherFeed(search);
        if (isLikely) {
            return best.get(); // the layout will say which mandatory columns are missing
        }
        throw RejectedFile.of(
                "NO_HEADER",
                "前 %d 行中找不到表头，应有的列：%s。".formatted(titleRows() + 1, names(true)),
                "No header in the first %d rows: expected the columns %s.".formatted(titleRows() + 1, names(false)));
    }

    private Optional<Header> headerless(HeaderSearch search) {
        List<String> columns =
                contract().columns().stream().map(ContractColumn::name).toList();
        for (char delimiter : delimiters()) {
            int fields = search.firstRecord(delimiter).size();
            if (fields == columns.size() || fields == columns.size() + 1) {
                return Optional.of(Header.none(delimiter, fields, columns));
            }
        }
        return Optional.empty();
    }

    private void refuseOtherDelimiter(HeaderSearch search, Optional<Header> best) throws RejectedFile {
        List<Character> others = new ArrayList<>(KNOWN_DELIMITERS);
        others.removeAll(delimiters());
        Optional<Header> other = search.best(feed.names(), others, titleRows());
        int found = best.map(Header::matched).orElse(0);
        if (other.isPresent() && other.get().matched() > found && other.get().isLikely(feed.names())) {
            throw RejectedFile.of(
                    "DELIMITER_UNKNOWN",
                    "分隔符“%s”不在约定之内，约定为：%s。".formatted(other.get().delimiter(), shown(delimiters())),
                    "The fields are separated by '%s': expected %s."
                            .formatted(other.get().delimiter(), shown(delimiters())));
        }
    }

    private void refuseMisread(HeaderSearch search) throws RejectedFile {
        if (search.isMisread(feed.names(), delimiters(), titleRows())) {
            throw RejectedFile.of(
                    "ENC_MOJIBAKE",
                    "表头是按错误编码读过的文字（如“浼氬憳”应为“会员”），原始字节已丢失。请从原系统重新导出。",
                    "The header was read in the wrong encoding before it was written, so that characters are lost."
                            + " Export the file again from its source.");
        }
    }

    private void refuseOtherFeed(HeaderSearch search) throws RejectedFile {
        Optional<String> other = wrong.feedFor(search);
        if (other.isPresent()) {
            throw RejectedFile.of(
                    "WRONG_FEED",
                    "表头属于 %s，不是 %s。请放到 inbox/%s/。"
                            .formatted(other.get(), contract().feed(), other.get()),
                    "The header is that of feed %s, not of %s. Deliver it to inbox/%s/."
                            .formatted(other.get(), contract().feed(), other.get()));
        }
    }

    static List<Line> firstLines(Path file, Encoding encoding) throws IOException {
        List<Line> first = new ArrayList<>();
        try (Lines lines = encoding.lines(file)) {
            for (Line line = lines.next(); line != null && first.size() < HeaderSearch.LINES; line = lines.next()) {
                first.add(line);
            }
        }
        return first;
    }

    private String names(boolean isChinese) {
        return contract().columns().stream()
                .filter(ContractColumn::isRequired)
                .map(column -> isChinese ? column.label().zh() : column.name())
                .collect(java.util.stream.Collectors.joining(isChinese ? "、" : ", "));
    }

    private static String shown(Collection<Character> delimiters) {
        return delimiters.stream()
                .map(delimiter -> delimiter == '\t' ? "TAB" : String.valueOf(delimiter))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private Contract contract() {
        return feed.contract();
    }

    private List<Character> delimiters() {
        return contract().files().delimiters();
    }

    private int titleRows() {
        return contract().files().maxTitleRows();
    }

    private String fileName() {
        return file.getFileName().toString();
    }
}
