package org.zhigong.ingest.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.Workbook;

/** A workbook: a table in each sheet. */
record SheetTables(Form form, Workbook workbook) implements Tables {

    @Override
    public List<Table> all() {
        return workbook.sheets().stream()
                .map(sheet -> new Table(sheet.number(), sheet.name(), sheet.isHidden()))
                .toList();
    }

    @Override
    public FirstRecords first(Table table) throws IOException, RejectedFile {
        return FirstRecords.of(open(table, ',', Set.of()));
    }

    @Override
    public Records open(Table table, char delimiter, Set<Integer> days) throws IOException, RejectedFile {
        return workbook.open(workbook.sheets().get(table.number()), days);
    }

    @Override
    public boolean hasLearnt() {
        return workbook.hasLearnt();
    }

    @Override
    public Map<String, Long> notes() {
        return Map.of();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
