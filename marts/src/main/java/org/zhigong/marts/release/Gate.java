package org.zhigong.marts.release;

import java.util.Comparator;
import java.util.List;

/**
 * Decides whether a candidate may be published: a failure that is not in the baseline stops it or gives an alert, by
 * the severity of its check.
 *
 * @param checks every check with what was known of it, in the order of names and places
 */
public record Gate(List<JudgedCheck> checks) {

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

    /** One check as a person reads it: what failed, where, how often, who can repair it, and how. */
    public static String sentence(JudgedCheck judged) {
        CheckResult check = judged.check();
        String example = check.sample().isEmpty() ? "" : "; e.g. " + String.join("; ", check.sample());
        return "%s at %s: %d new failures (%d known)%s%n    %s / %s%n    who can repair it: %s; %s / %s"
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
