package org.zhigong.ingest.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a text, a sheet or a table, one after the other, in memory that does not grow with them. */
public interface Records extends Closeable {

    /**
     * The next record, null after the last.
     *
     * @throws RejectedFile if the file turns out to be damaged, or beyond all bounds
     */
    @Nullable
    TextRecord next() throws IOException, RejectedFile;

    /** From now on a record should have {@code fields} fields: the header has been read. */
    default void expect(int fields) {}

    /** Whether the cell at {@code position} of the last record is one with cells of other rows. */
    default boolean isMerged(int position) {
        return false;
    }

    /** What was found beside the records, by code of finding; whole after the last. */
    default Map<String, Long> notes() {
        return Map.of();
    }
}
