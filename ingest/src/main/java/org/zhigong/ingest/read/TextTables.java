package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.Records;

/** Delimited text: one table. */
record TextTables(Path file, FileFacts facts, Encoding encoding) implements Tables {

    @Override
    public Form form() {
        return Form.TEXT;
    }

    @Override
    public List<Table> all() {
        return List.of(Table.WHOLE);
    }

    @Override
    public FirstRecords first(Table table) throws IOException {
        return new FirstRecords.OfLines(firstLines());
    }

    private List<Line> firstLines() throws IOException {
        List<Line> first = new ArrayList<>();
        try (Lines lines = encoding.lines(file)) {
            for (Line line = lines.next(); line != null && first.size() < HeaderSearch.LINES; line = lines.next()) {
                first.add(line);
            }
        }
        return first;
    }

    @Override
    public Records open(Table table, char delimiter, Set<Integer> days) throws IOException {
        return new TextRecords(List.of(), encoding.lines(file), delimiter);
    }

    @Override
    public Map<String, Long> notes() {
        return Tables.notes(encoding, facts);
    }

    @Override
    public void close() {}
}
