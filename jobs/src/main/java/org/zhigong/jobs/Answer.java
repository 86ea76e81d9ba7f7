package org.zhigong.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.RowReader;

/** Rows on their way to a reader: the first so many of them. */
abstract class Answer implements RowReader {

    private final long most;
    private long shown;
    private boolean isCut;

    Answer(long most) {
        this.most = most;
    }

    /** @return whether another row is wanted: one more than is shown tells that there are more */
    @Override
    public final boolean row(List<@Nullable Object> values) {
        if (shown == most) {
            isCut = true;
            return false;
        }
        shown++;
        show(values);
        return true;
    }

    abstract void show(List<@Nullable Object> values);

    /** Says what can only be said after the last row. */
    abstract void end();

    /** Whether there were more rows than are shown. */
    final boolean isCut() {
        return isCut;
    }

    final long shown() {
        return shown;
    }
}
