package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/**
 * One way to read a cell that only a second cell of the row explains: an industry code by its edition, a document
 * number by its kind. Otherwise like {@link CellParser}.
 *
 * @param <T> String, Long, Boolean or LocalDate
 */
public interface PairParser<T> {

    /**
     * What the text says, or null. {@code context} is the parsed value of the explaining column, null if it has none.
     */
    @Nullable
    T value(@Nullable String context, String text);

    /** The reason code of a text without a value; null where there is a value. */
    @Nullable
    String issue(@Nullable String context, String text);

    /** The code of what was put right to get at the value; null if nothing was. */
    default @Nullable String note(@Nullable String context, String text) {
        return null;
    }
}
