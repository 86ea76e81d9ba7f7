package org.zhigong.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an answer one by one, so that nobody has to hold them all. */
public interface RowReader {

    /** What the columns are called, before the first row; no two share a name. */
    void columns(List<String> names);

    /** @return whether it wants another row */
    boolean row(List<@Nullable Object> values);
}
