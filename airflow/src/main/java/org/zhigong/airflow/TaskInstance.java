package org.zhigong.airflow;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A task of a run.
 *
 * @param mapIndex its place among the instances of a mapped task; -1 for others
 * @param state empty until the scheduler has looked at it
 * @param tryNumber the number of its latest try, from 1; 0 before the first
 */
public record TaskInstance(
        @JsonProperty("task_id") String task,
        int mapIndex,
        Optional<State> state,
        int tryNumber,
        int maxTries,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        Optional<Double> duration,
        Optional<String> operator,
        Optional<String> hostname) {

    /** Where a task is. */
    public enum State {
        REMOVED,
        SCHEDULED,
        QUEUED,
        RUNNING,
        SUCCESS,
        RESTARTING,
        FAILED,
        UP_FOR_RETRY,
        UP_FOR_RESCHEDULE,
        UPSTREAM_FAILED,
        SKIPPED,
        DEFERRED,
        AWAITING_INPUT,
        /** One that a later Airflow may bring. */
        @JsonEnumDefaultValue
        OTHER;

        public boolean isEnd() {
            return switch (this) {
                case REMOVED, SUCCESS, FAILED, UPSTREAM_FAILED, SKIPPED -> true;
                default -> false;
            };
        }
    }
}
