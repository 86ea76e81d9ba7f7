package org.zhigong.jobs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.zhigong.marts.ProtectionRules;

/**
 * What somebody wants closed.
 *
 * @param month the closing month; empty: the latest month that a snapshot speaks of
 * @param knownAt build from what was delivered by this day alone; such a release never becomes current
 * @param engine the engine's name
 * @param audience who will read the release
 * @param run labels of the run, for the manifest
 * @param note what is said about the changes of the release; empty if nothing
 */
record CloseRequest(
        Optional<YearMonth> month,
        Optional<LocalDate> knownAt,
        String engine,
        ProtectionRules.Audience audience,
        Map<String, String> run,
        String note) {

    /** Closes {@code month} the usual way. */
    static CloseRequest of(YearMonth month) {
        return new CloseRequest(
                Optional.of(month), Optional.empty(), "duckdb", ProtectionRules.Audience.INSIDE, Map.of(), "");
    }
}
