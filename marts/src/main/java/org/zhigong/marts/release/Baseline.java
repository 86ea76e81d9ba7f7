package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

/**
 * The failures that are known and counted, by check: the content of {@code baseline.json} in the home. It belongs to
 * the home and not to a release: it decides whether a candidate passes, never what its figures are.
 *
 * @param known by check, how many failures are no news
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Baseline(SortedMap<String, Known> known) {

    /**
     * Failures that are no news.
     *
     * @param reason why they stay for now; empty where the gate itself lowered or counted them
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Known(long failures, String reason) {}

    public Baseline {
        known = new TreeMap<>(known);
    }

    /** The baseline of {@code home}; of a home that never had one, nothing is known. */
    public static Baseline read(Home home) {
        return Files.exists(home.baseline())
                ? Json.read(home.baseline(), Baseline.class)
                : new Baseline(new TreeMap<>());
    }

    long of(CheckResult check) {
        @Nullable Known found = known.get(check.key());
        return found == null ? 0 : found.failures();
    }

    /**
     * What is known once a release with {@code checks} is published: a stopping check keeps at most what it still
     * finds, an alert has been given for all that it finds, and what is not checked any more is forgotten.
     *
     * @param checks all checks of the release
     */
    Baseline after(List<JudgedCheck> checks) {
        SortedMap<String, Known> next = new TreeMap<>();
        for (JudgedCheck judged : checks) {
            CheckResult check = judged.check();
            long kept = check.severity() == Severity.ALERT ? check.failures() : Math.min(of(check), check.failures());
            if (kept > 0) {
                @Nullable Known before = known.get(check.key());
                next.put(check.key(), new Known(kept, before == null ? "" : before.reason()));
            }
        }
        return new Baseline(next);
    }

    /**
     * What is known once somebody took responsibility for what {@code refused} found by the check {@code name}, at all
     * places it looked at.
     *
     * @throws SetupException if the release has no such check, or no reason is given
     */
    public Baseline accepting(Manifest refused, String name, String reason, Instant at) {
        if (reason.isBlank()) {
            throw new SetupException("Cannot accept failures of %s without a reason".formatted(name));
        }
        List<CheckResult> accepted = refused.checks().stream()
                .map(JudgedCheck::check)
                .filter(check -> check.name().equals(name) && check.failures() > 0)
                .toList();
        if (accepted.isEmpty()) {
            throw new SetupException("Release %s has no failed check '%s': expected one of %s"
                    .formatted(
                            refused.release(),
                            name,
                            refused.checks().stream()
                                    .map(JudgedCheck::check)
                                    .filter(check -> check.failures() > 0)
                                    .map(CheckResult::name)
                                    .distinct()
                                    .toList()));
        }
        SortedMap<String, Known> next = new TreeMap<>(known);
        accepted.forEach(check -> next.put(check.key(), new Known(check.failures(), reason + " (" + at + ")")));
        return new Baseline(next);
    }

    /** Keeps this as the baseline of {@code home}; the caller writes alone. */
    public void write(Home home) {
        String text = Json.pretty(this);
        if (!Files.exists(home.baseline()) || !this.equals(read(home))) {
            AtomicFiles.replace(home.baseline(), text);
        }
    }
}
