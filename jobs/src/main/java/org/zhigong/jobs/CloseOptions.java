package org.zhigong.jobs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Option;

/** The options of what is to be closed, and how. */
final class CloseOptions {

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The closing month; else the latest that a snapshot speaks of. / 关账月。")
    private @Nullable String month;

    @Option(
            names = "--known-at",
            paramLabel = "YYYY-MM-DD",
            description = "Only what was delivered by this day; never becomes current. / 截至该日所知。")
    private @Nullable String knownAt;

    @Option(names = "--engine", paramLabel = "duckdb|spark", description = "The engine; duckdb by default. / 引擎。")
    private String engine = "duckdb";

    @Option(
            names = "--audience",
            paramLabel = "inside|outside",
            description = "Who will read it; decides the thresholds of protection. / 读者范围。")
    private String audience = "inside";

    @Option(names = "--run-id", paramLabel = "ID", description = "A label of the run, for the manifest. / 运行标识。")
    private @Nullable String runId;

    CloseRequest request() {
        return request("");
    }

    /** @param note what is said about the changes of the release; empty if nothing */
    CloseRequest request(String note) {
        Map<String, String> run = new TreeMap<>();
        if (runId != null) {
            run.put("run_id", runId);
        }
        return new CloseRequest(
                Optional.ofNullable(month).map(text -> month("--month", text)),
                Optional.ofNullable(knownAt).map(text -> day("--known-at", text)),
                engine,
                ProtectionRules.Audience.parse(audience),
                run,
                note);
    }

    static YearMonth month(String option, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new SetupException(
                    "Invalid %s: expected a month such as 2025-12, found '%s'".formatted(option, text), e);
        }
    }

    static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new SetupException(
                    "Invalid %s: expected a day such as 2025-12-31, found '%s'".formatted(option, text), e);
        }
    }
}
