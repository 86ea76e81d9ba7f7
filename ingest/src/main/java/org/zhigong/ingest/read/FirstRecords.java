package org.zhigong.ingest.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.TextRecord;

/** The first records of a table, among which its header is. */
interface FirstRecords {

    /** At most {@code limit} of them, their fields separated by {@code delimiter} where the form knows delimiters. */
    List<TextRecord> records(char delimiter, int limit);

    /** The same, read as UTF-8 that was taken for GB18030 before. */
    FirstRecords restored();

    /** The first of {@code records}, which are closed then. */
    static FirstRecords of(Records records) throws IOException, RejectedFile {
        List<TextRecord> first = new ArrayList<>();
        try (records) {
            for (TextRecord record = records.next();
                    record != null && first.size() < HeaderSearch.LINES;
                    record = records.next()) {
                first.add(record);
            }
        }
        return new OfCells(first);
    }

    /** Those of a text. */
    record OfLines(List<Line> lines) implements FirstRecords {

        public OfLines {
            lines = List.copyOf(lines);
        }

        @Override
        public List<TextRecord> records(char delimiter, int limit) {
            try (TextRecords reader = new TextRecords(lines, new NoLines(), delimiter)) {
                List<TextRecord> records = new ArrayList<>();
                for (TextRecord record = reader.next();
                        record != null && records.size() < limit;
                        record = reader.next()) {
                    records.add(record);
                }
                return records;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read lines in memory", e);
            }
        }

        @Override
        public FirstRecords restored() {
            return new OfLines(lines.stream()
                    .map(line -> new Line(line.number(), reread(line.text()), line.isReadable(), line.isTerminated()))
                    .toList());
        }
    }

    /** Those of a form whose cells stand apart. */
    record OfCells(List<TextRecord> all) implements FirstRecords {

        public OfCells {
            all = List.copyOf(all);
        }

        @Override
        public List<TextRecord> records(char delimiter, int limit) {
            return all.subList(0, Math.min(limit, all.size()));
        }

        @Override
        public FirstRecords restored() {
            return new OfCells(all.stream()
                    .map(record -> TextRecord.of(
                            record.line(),
                            record.fields().stream().map(FirstRecords::reread).toList()))
                    .toList());
        }
    }

    // What GBK could not show stands as a question mark; the characters around it are enough.
    private static String reread(String text) {
        return new String(text.getBytes(Encoding.GB18030), StandardCharsets.UTF_8);
    }

    /** No further lines. */
    final class NoLines implements Lines {
        @Override
        public @Nullable Line next() {
            return null;
        }

        @Override
        public void close() {}
    }
}
