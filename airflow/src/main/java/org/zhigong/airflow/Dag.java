package org.zhigong.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A DAG as the server knows it.
 *
 * @param isStale whether its file is gone or was not read for long
 * @param timetableSummary its schedule in words; empty without one
 */
public record Dag(
        @JsonProperty("dag_id") String id,
        boolean isPaused,
        boolean isStale,
        boolean hasImportErrors,
        Optional<Instant> lastParsedTime,
        String fileloc,
        Optional<String> timetableSummary,
        Optional<Integer> maxActiveRuns,
        Optional<Instant> nextDagrunLogicalDate) {}
