package org.zhigong.airflow;

import java.time.Instant;
import java.util.Optional;

/** A line of a task's log. */
public record LogLine(Optional<Instant> timestamp, String event, Optional<String> level, Optional<String> logger) {}
