package org.zhigong.ingest.read;

import java.util.List;

/**
 * A record of delimited text.
 *
 * @param line the physical line it starts in, from 1
 * @param fields its texts; none if it has a flaw that hides them
 * @param flaw what is wrong with its form
 * @param isTerminated whether a line end follows
 */
record TextRecord(long line, List<String> fields, Flaw flaw, boolean isTerminated) {

    /** What can be wrong with a record before anybody knows what it means. */
    enum Flaw {
        NONE,
        /** Quotes that belong to the text; the record can be read nevertheless. */
        STRAY_QUOTE,
        /** Quotes that leave open where fields end. */
        BAD_QUOTE,
        /** A quote that is still open where the file ends. */
        OPEN_AT_END,
        /** A line in another encoding than the file's, or an endless one. */
        UNREADABLE
    }

    TextRecord {
        fields = List.copyOf(fields);
    }

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank) && (flaw == Flaw.NONE || flaw == Flaw.STRAY_QUOTE);
    }
}
