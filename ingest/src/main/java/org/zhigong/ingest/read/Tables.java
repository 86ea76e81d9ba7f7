package org.zhigong.ingest.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.Workbook;

/** What a file holds, whatever its form: tables, each with a header somewhere in its first records. */
interface Tables extends Closeable {

    Form form();

    List<Table> all();

    /** What {@code table} begins with. */
    FirstRecords first(Table table) throws IOException, RejectedFile;

    /**
     * All records of {@code table}, the header among them.
     *
     * @param days positions in which a plain number counts days
     */
    Records open(Table table, char delimiter, Set<Integer> days) throws IOException, RejectedFile;

    /** Whether reading to the end has shown what the beginning should have known: then all is to be read again. */
    default boolean hasLearnt() {
        return false;
    }

    /** What is not plain about the form, by code of finding. */
    Map<String, Long> notes();

    /** Whether the columns of a table have letters, as in a spreadsheet or in a text that is opened with one. */
    default boolean hasLetters() {
        return true;
    }

    /**
     * Opens {@code file}.
     *
     * @param scratch a folder for what does not fit into memory; the caller deletes it
     * @throws RejectedFile if nothing can be read of it
     */
    static Tables of(Path file, FileFacts facts, Path scratch) throws IOException, RejectedFile {
        if (facts.bytes() <= facts.bom().length()) {
            throw RejectedFile.of("EMPTY_FILE", "文件是空的。请重新报送。", "The file is empty. Deliver it again.");
        }
        Form form = Form.of(file, facts.head());
        return switch (form) {
            case TEXT -> new TextTables(file, facts, Encoding.of(file, facts));
            case XLSX, XLS -> new SheetTables(form, Workbook.open(form, file, scratch));
            case HTML -> new HtmlTables(file, facts, Encoding.of(file, facts));
            case JSON -> JsonTables.of(file, facts, Encoding.of(file, facts));
            case ARCHIVE ->
                throw RejectedFile.of(
                        "FORM_UNKNOWN",
                        "压缩包里的压缩包不予读取。请把文件直接打包，或不打包报送。",
                        "An archive inside of an archive is not read. Pack the files themselves, or deliver them unpacked.");
        };
    }

    /** The notes that every form has: the encoding of its characters, and an odd line end. */
    static Map<String, Long> notes(Encoding encoding, FileFacts facts) {
        Map<String, Long> notes = new TreeMap<>();
        encoding.note().ifPresent(note -> notes.put(note, 1L));
        if (facts.head().hasLoneReturns()) {
            notes.put("NEWLINES", 1L);
        }
        return notes;
    }
}
