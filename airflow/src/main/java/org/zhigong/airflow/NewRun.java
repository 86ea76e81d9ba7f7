package org.zhigong.airflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run to be triggered.
 *
 * @param id what it is to be called. The same work should be called the same: a run of this name that is there already
 *     is then taken for this one, so that triggering twice is the same as once
 * @param interval the time that it is for
 * @param conf its parameters
 */
public record NewRun(String id, Optional<Interval> interval, Map<String, Object> conf, Optional<String> note) {

    private static final String ID = "[A-Za-z0-9_.~:+-]+";

    /**
     * A logical date and the interval of data that belongs to it.
     *
     * @param to the first moment after it
     */
    public record Interval(Instant logicalDate, Instant from, Instant to) {}

    /** @throws IllegalArgumentException if Airflow does not take {@code id} as the name of a run */
    public NewRun {
        conf = Map.copyOf(conf);
        if (!id.matches(ID)) {
            throw new IllegalArgumentException(
                    "Invalid run id '%s': expected letters, digits and _ . ~ : + - only".formatted(id));
        }
    }

    /** A run that is for no date. */
    public static NewRun called(String id) {
        return new NewRun(id, Optional.empty(), Map.of(), Optional.empty());
    }

    public NewRun with(String parameter, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(conf);
        all.put(parameter, value);
        return new NewRun(id, interval, all, note);
    }

    public NewRun over(Interval time) {
        return new NewRun(id, Optional.of(time), conf, note);
    }

    /** What Airflow wants to be sent: the logical date is there even if there is none. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dag_run_id", id);
        body.put("logical_date", interval.map(Interval::logicalDate));
        interval.ifPresent(time -> {
            body.put("data_interval_start", time.from());
            body.put("data_interval_end", time.to());
        });
        body.put("conf", conf);
        note.ifPresent(text -> body.put("note", text));
        return body;
    }
}
