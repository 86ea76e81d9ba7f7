package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.HtmlRows;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;

/** A page: its tables are one, as titles and rows often stand in tables of their own. */
record HtmlTables(Path file, FileFacts facts, Encoding encoding) implements Tables {

    @Override
    public Form form() {
        return Form.HTML;
    }

    @Override
    public List<Table> all() {
        return List.of(Table.WHOLE);
    }

    @Override
    public FirstRecords first(Table table) throws IOException, RejectedFile {
        return FirstRecords.of(open(table, ',', Set.of()));
    }

    @Override
    public Records open(Table table, char delimiter, Set<Integer> days) throws IOException, RejectedFile {
        return HtmlRows.of(encoding.reader(file));
    }

    @Override
    public Map<String, Long> notes() {
        return Tables.notes(encoding, facts);
    }

    @Override
    public void close() {}
}
