package org.zhigong.airflow;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of a DAG.
 *
 * @param logicalDate the date that it is for; empty for a run that is for none
 * @param conf its parameters, as they were given
 */
public record Run(
        @JsonProperty("dag_run_id") String id,
        @JsonProperty("dag_id") String dag,
        State state,
        String runType,
        Optional<Instant> logicalDate,
        Optional<Instant> dataIntervalStart,
        Optional<Instant> dataIntervalEnd,
        Instant runAfter,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        Optional<JsonNode> conf,
        Optional<String> note) {

    /** Where a run is. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCESS,
        FAILED,
        /** One that a later Airflow may bring. */
        @JsonEnumDefaultValue
        OTHER;

        public boolean isEnd() {
            return this == SUCCESS || this == FAILED;
        }
    }
}
