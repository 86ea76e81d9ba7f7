package org.zhigong.ingest.form;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A workbook of either kind: sheets, each of which can be read from its first row to its last. */
public interface Workbook extends Closeable {

    /** More rows than this no sheet has, and more columns nobody looks at before the header is found. */
    int MOST_COLUMNS = 16_384;

    /** A sheet with data in its last possible row was probably cut off there. */
    int MOST_ROWS = 1 << 20;

    /**
     * A sheet.
     *
     * @param number its place, from 0
     * @param isHidden whether people do not see it
     */
    record Sheet(int number, String name, boolean isHidden) {}

    /** Those that hold cells, in order. */
    List<Sheet> sheets();

    /**
     * The rows of {@code sheet}, blank ones among them if others follow.
     *
     * @param days positions in which a plain number counts days
     */
    Records open(Sheet sheet, Set<Integer> days) throws IOException, RejectedFile;

    /**
     * Whether a sheet, read to its end, turned out to have merged cells that were not known at its start: then what was
     * read of it is to be read again.
     */
    boolean hasLearnt();

    /**
     * Opens {@code file}, of {@code form}.
     *
     * @param scratch a folder for what does not fit into memory; the caller deletes it
     */
    static Workbook open(Form form, Path file, Path scratch) throws IOException, RejectedFile {
        return form == Form.XLSX ? XlsxWorkbook.open(file, scratch) : XlsWorkbook.open(file);
    }
}
