package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a candidate may be published: a failure that is not in the baseline stops it or gives an alert, by
 * the severity of its check.
 *
 * @param checks every check with what was known of it, in the order of names and places
 */
public record Gate(List<JudgedCheck> checks) {

    /** How many failed checks a refusal spells out; the manifest has them all. */
    private static final int SAID = 12;

    public Gate {
        checks = List.copyOf(checks);
    }

    /** Judges {@code results} by what {@code baseline} knows. */
    public static Gate judge(List<CheckResult> results, Baseline baseline) {
        return new Gate(results.stream()
                .map(result -> new JudgedCheck(result, baseline.of(result)))
                .sorted(Comparator.comparing(judged -> judged.check().key()))
                .toList());
    }

    /** Whether nothing stops the candidate. */
    public boolean passes() {
        return checks.stream().noneMatch(JudgedCheck::stops);
    }

    /** The checks that stop it. */
    public List<JudgedCheck> stops() {
        return checks.stream().filter(JudgedCheck::stops).toList();
    }

    /** The checks with news that do not stop it. */
    public List<JudgedCheck> alerts() {
        return checks.stream().filter(JudgedCheck::alerts).toList();
    }

    /** Why {@code release} was refused, who can repair it, and where to look. */
    String refusal(String release, Optional<String> current, Path folder) {
        String failed = stops().stream()
                .limit(SAID)
                .map(stop -> "  - " + sentence(stop))
                .collect(Collectors.joining("\n"));
        int more = stops().size() - SAID;
        return "Release %s was refused by the gate; %s. / 发布 %s 未通过检查，当前发布不变。\n%s%s\nLook at %s and the files beside it"
                .formatted(
                        release,
                        current.map(id -> "release " + id + " stays current").orElse("there is no release yet"),
                        release,
                        failed,
                        more > 0 ? "\n  and %d more".formatted(more) : "",
                        Manifest.file(folder));
    }

    /** One check as a person reads it: what failed, where, how often, who can repair it, and how. */
    public static String sentence(JudgedCheck judged) {
        CheckResult check = judged.check();
        String example = check.sample().isEmpty() ? "" : "; e.g. " + String.join("; ", check.sample());
        return "%s at %s: %d new failures (%d known)%s\n    %s / %s\n    who can repair it: %s; %s / %s"
                .formatted(
                        check.name(),
                        check.where(),
                        judged.newFailures(),
                        Math.min(judged.known(), check.failures()),
                        example,
                        check.promise().zh(),
                        check.promise().en(),
                        check.owner(),
                        check.repair().zh(),
                        check.repair().en());
    }
}
