package org.zhigong.airflow;

import java.util.List;
import java.util.Optional;

/**
 * A part of a log.
 *
 * @param next what to ask with for what comes after it; empty once the try has ended and all has been read
 */
public record LogPage(List<LogLine> lines, Optional<String> next) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
