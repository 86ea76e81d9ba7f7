package org.zhigong.transform;

import java.time.YearMonth;
import org.zhigong.warehouse.TableName;

/**
 * What a build did for one table and month.
 *
 * @param rows how many rows the output holds
 * @param millis how long it took
 */
public record Ran(TableName table, YearMonth month, How how, long rows, long millis) {

    /** Whether the model had to run. */
    public enum How {
        BUILT,
        REUSED
    }

    /** Hears of every table and month that is done, of one at a time. */
    @FunctionalInterface
    public interface Listener {
        /** @param done how many are done by now, of {@code all} */
        void ran(Ran ran, int done, int all);
    }
}
