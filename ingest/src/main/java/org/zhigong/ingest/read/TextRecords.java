package org.zhigong.ingest.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.TextRecord;
import org.zhigong.ingest.form.TextRecord.Flaw;
import org.zhigong.ingest.read.FieldSplitter.Quotes;

/**
 * The records of a delimited text that need not be well formed. A quote that nothing closes costs its own line and no
 * other: the lines after it are looked at again.
 */
final class TextRecords implements Records {

    // A field with more lines or characters than these was not meant to be one.
    private static final int MOST_LINES = 64;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Lines lines;
    private final FieldSplitter splitter;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int expected;

    /** The records of {@code lines}; {@code first} were taken from there before. */
    TextRecords(List<Line> first, Lines lines, char delimiter) {
        this.lines = lines;
        this.splitter = new FieldSplitter(delimiter);
        ahead.addAll(first);
    }

    /** Which also helps to tell how a stray quote was meant. */
    @Override
    public void expect(int fields) {
        expected = fields;
    }

    @Override
    public @Nullable TextRecord next() throws IOException {
        Line line = pull();
        if (line == null) {
            return null;
        }
        if (!line.isReadable()) {
            return new TextRecord(line.number(), List.of(), Flaw.UNREADABLE, line.isTerminated());
        }
        if (line.text().length() > MOST_CHARACTERS) {
            return new TextRecord(line.number(), List.of(), Flaw.BAD_QUOTE, line.isTerminated());
        }
        List<String> fields = splitter.split(line.text());
        return switch (splitter.quotes()) {
            case REGULAR -> new TextRecord(line.number(), fields, Flaw.NONE, line.isTerminated());
            case STRAY -> stray(line, fields);
            case OPEN -> open(line);
        };
    }

    private TextRecord stray(Line line, List<String> fields) {
        boolean isAsExpected = expected == 0 || fields.size() == expected || fields.size() == expected + 1;
        return new TextRecord(
                line.number(), fields, isAsExpected ? Flaw.STRAY_QUOTE : Flaw.BAD_QUOTE, line.isTerminated());
    }

    private TextRecord open(Line first) throws IOException {
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        Line last = first;
        while (more.size() < MOST_LINES && text.length() < MOST_CHARACTERS) {
            Line line = pull();
            if (line == null) {
                break;
            }
            more.add(line);
            last = line;
            text.append('\n').append(line.text());
            if (!line.isReadable() || line.text().indexOf('"') < 0) {
                continue;
            }
            List<String> fields = splitter.split(text.toString());
            if (splitter.quotes() == Quotes.REGULAR && (expected == 0 || fields.size() == expected)) {
                return new TextRecord(first.number(), fields, Flaw.NONE, last.isTerminated());
            }
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
        return unclosed(first, more.isEmpty());
    }

    private TextRecord unclosed(Line line, boolean isLast) {
        if (isLast && !line.isTerminated()) {
            return new TextRecord(line.number(), List.of(), Flaw.OPEN_AT_END, false);
        }
        List<String> fields = splitter.splitLiterally(line.text());
        Flaw flaw = expected > 0 && fields.size() == expected ? Flaw.STRAY_QUOTE : Flaw.BAD_QUOTE;
        return new TextRecord(line.number(), fields, flaw, line.isTerminated());
    }

    private @Nullable Line pull() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.pollFirst();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
