package org.zhigong.transform;

import java.time.YearMonth;
import java.util.List;
import org.zhigong.warehouse.TableName;

/**
 * What a check found in one output.
 *
 * @param failures how many rows do not meet it; 0 is fine
 * @param sample up to five of them by their keys, without anything personal
 */
public record CheckOutcome(TableName table, YearMonth month, Check check, long failures, List<String> sample) {
    public CheckOutcome {
        sample = List.copyOf(sample);
    }
}
