package org.zhigong.ingest.form;

import java.util.List;

/**
 * A record of cells, each as text.
 *
 * @param line where it stands as people count, from 1: the physical line it starts in, the row of a sheet
 * @param fields its texts; none if it has a flaw that hides them
 * @param flaw what is wrong with its form
 * @param isTerminated whether it is surely whole: in a text, whether a line end follows
 */
public record TextRecord(long line, List<String> fields, Flaw flaw, boolean isTerminated) {

    /** What can be wrong with a record before anybody knows what it means. */
    public enum Flaw {
        NONE,
        /** Quotes that belong to the text; the record can be read nevertheless. */
        STRAY_QUOTE,
        /** Quotes that leave open where fields end. */
        BAD_QUOTE,
        /** A quote that is still open where the file ends. */
        OPEN_AT_END,
        /** A line in another encoding than the file's, or an endless one. */
        UNREADABLE,
        /** A line that should be a JSON object and is none. */
        NO_OBJECT
    }

    public TextRecord {
        fields = List.copyOf(fields);
    }

    /** A record without a flaw. */
    public static TextRecord of(long line, List<String> fields) {
        return new TextRecord(line, fields, Flaw.NONE, true);
    }

    /** Whether all its cells are blank. */
    public boolean isBlank() {
        return fields.stream().allMatch(String::isBlank) && (flaw == Flaw.NONE || flaw == Flaw.STRAY_QUOTE);
    }
}
