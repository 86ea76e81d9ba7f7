package org.zhigong.airflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A backfill to be started.
 *
 * @param from the first logical date
 * @param to the last logical date
 * @param again which dates that had a run are run once more
 */
public record NewBackfill(
        String dag, Instant from, Instant to, Again again, int maxActiveRuns, Map<String, Object> conf) {

    /** What becomes of a date that had a run. */
    public enum Again {
        NONE,
        FAILED,
        COMPLETED
    }

    /** @throws IllegalArgumentException if it ends before it begins or allows no run */
    public NewBackfill {
        conf = Map.copyOf(conf);
        if (to.isBefore(from) || maxActiveRuns < 1) {
            throw new IllegalArgumentException(
                    "Invalid backfill of %s: expected from <= to and at least one run at a time, got %s to %s, %d"
                            .formatted(dag, from, to, maxActiveRuns));
        }
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dag_id", dag);
        body.put("from_date", from);
        body.put("to_date", to);
        body.put("reprocess_behavior", again.name().toLowerCase(Locale.ROOT));
        body.put("max_active_runs", maxActiveRuns);
        body.put("dag_run_conf", conf);
        return body;
    }
}
