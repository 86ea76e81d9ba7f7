package org.zhigong.ingest.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain file that the engine can read: the delivered one, or what the careful way made of it.
 *
 * @param file the plain file
 * @param layout of its columns
 * @param delimiter between its fields
 * @param endOfLine its line end
 * @param skippedRows records before the first row of data
 * @param kind whether it is the delivered file
 */
record Source(Path file, Layout layout, char delimiter, String endOfLine, int skippedRows, Kind kind) {

    /** Where a plain file comes from. */
    enum Kind {
        DELIVERED,
        REWRITTEN,
        /** It is no file: {@link CorrectedRows} has the rows. */
        CORRECTED
    }

    boolean isRewritten() {
        return kind != Kind.DELIVERED;
    }

    /** Its fields as text, zg_c0 and so on; of a rewritten file also zg_sheet, zg_line and zg_flaw. */
    String select() {
        if (kind == Kind.CORRECTED) {
            return "select * from %s order by zg_line".formatted(CorrectedRows.TABLE);
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < layout.fields(); i++) {
            columns.add("'zg_c%d': 'varchar'".formatted(i));
        }
        if (isRewritten()) {
            columns.add("'zg_sheet': 'varchar'");
            columns.add("'zg_line': 'bigint'");
            columns.add("'zg_flaw': 'varchar'");
        }
        // A file that is looked at before needs none of the engine's guesses, which are also its slowest part.
        return ("select * from read_csv(%s, auto_detect = false, header = false, skip = %d, delim = %s, quote = '\"',"
                        + " escape = '\"', new_line = '%s', max_line_size = 8000000, columns = {%s})")
                .formatted(
                        Sql.literal(file.toString()),
                        skippedRows,
                        Sql.literal(String.valueOf(delimiter)),
                        endOfLine.equals("\r\n") ? "\\r\\n" : "\\n",
                        String.join(", ", columns));
    }
}
