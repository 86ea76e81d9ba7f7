package org.zhigong.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs of a DAG for a time that has passed.
 *
 * @param completedAt lags behind the end of its runs by up to half a minute: look at the runs to know
 */
public record Backfill(
        int id,
        @JsonProperty("dag_id") String dag,
        Instant fromDate,
        Instant toDate,
        boolean isPaused,
        int maxActiveRuns,
        Optional<Instant> completedAt) {}
