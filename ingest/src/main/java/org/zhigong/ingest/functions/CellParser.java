package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/**
 * One way to read the text of a cell. Implementations are immutable and may be shared by threads; they never throw on
 * any text. Missing cells and missing tokens ({@code N/A}, {@code 无} where the contract says so) never get here.
 *
 * <p>A vectorised caller asks for {@link #value} of every cell, for {@link #issue} only where the value is null, and
 * for {@link #note} only where the text differs from the plain form of the value.
 *
 * @param <T> String, Long, Boolean or LocalDate
 */
public interface CellParser<T> {

    /** What the text says, or null. */
    @Nullable
    T value(String text);

    /**
     * The reason code of a text without a value, for example {@code DATE_IMPOSSIBLE}. Null where there is a value, and
     * where the text says "nothing" by a convention, such as the date 9999-12-31.
     */
    @Nullable
    String issue(String text);

    /** The code of what was put right to get at the value, for example {@code DATE_FORMS}; null if nothing was. */
    default @Nullable String note(String text) {
        return null;
    }
}
