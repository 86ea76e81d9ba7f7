package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.TextRecord;

/**
 * JSON: a table whose header is made of the names of all fields, in the order in which they first appear. Fields of
 * fields are called {@code caller.name}, which a contract may list among the aliases of a column.
 */
final class JsonTables implements Tables {

    private static final int MOST_NAMES = 1_000;

    private final Path file;
    private final FileFacts facts;
    private final Encoding encoding;
    private final List<String> names;

    private JsonTables(Path file, FileFacts facts, Encoding encoding, Set<String> names) {
        this.file = file;
        this.facts = facts;
        this.encoding = encoding;
        this.names = List.copyOf(names);
    }

    /** Looks for the names of fields in all of {@code file}. */
    static JsonTables of(Path file, FileFacts facts, Encoding encoding) throws IOException, RejectedFile {
        Set<String> names = new LinkedHashSet<>();
        try (JsonObjects objects = JsonObjects.open(file, encoding)) {
            while (objects.advance()) {
                names.addAll(objects.fields().keySet());
                if (names.size() > MOST_NAMES) {
                    throw RejectedFile.of(
                            "FILE_TOO_LARGE",
                            "JSON 的字段名超过 %d 个，超出可读取的限度。请按约定的字段报送。".formatted(MOST_NAMES),
                            "The JSON objects have more than %d different names, beyond what is read. Deliver the agreed fields."
                                    .formatted(MOST_NAMES));
                }
            }
        }
        return new JsonTables(file, facts, encoding, names);
    }

    @Override
    public Form form() {
        return Form.JSON;
    }

    @Override
    public List<Table> all() {
        return List.of(Table.WHOLE);
    }

    @Override
    public FirstRecords first(Table table) {
        return new FirstRecords.OfCells(List.of(TextRecord.of(1, names)));
    }

    @Override
    public Records open(Table table, char delimiter, Set<Integer> days) throws IOException {
        return new JsonRecords(names, JsonObjects.open(file, encoding));
    }

    @Override
    public boolean hasLetters() {
        return false;
    }

    @Override
    public Map<String, Long> notes() {
        return Tables.notes(encoding, facts);
    }

    @Override
    public void close() {}

    /** The header, then the objects. */
    private static final class JsonRecords implements Records {

        private final List<String> names;
        private final JsonObjects objects;
        private boolean isStarted;

        JsonRecords(List<String> names, JsonObjects objects) {
            this.names = names;
            this.objects = objects;
        }

        @Override
        public @Nullable TextRecord next() throws IOException, RejectedFile {
            if (!isStarted) {
                isStarted = true;
                return TextRecord.of(0, names);
            }
            if (!objects.advance()) {
                return null;
            }
            if (!objects.isWhole()) {
                return new TextRecord(objects.line(), List.of(), TextRecord.Flaw.NO_OBJECT, true);
            }
            Map<String, String> fields = objects.fields();
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(fields.getOrDefault(name, "")));
            return TextRecord.of(objects.line(), cells);
        }

        @Override
        public void close() throws IOException {
            objects.close();
        }
    }
}
