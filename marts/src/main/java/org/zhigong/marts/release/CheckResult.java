package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;

/**
 * What one check found in a candidate, whoever made it: a contract, a model, an identity, the disclosure audit.
 *
 * @param name what is checked, in lower snake case; with {@code where} it names the check from release to release
 * @param where the table, feed or figures that it looked at
 * @param owner who can repair the cause
 * @param failures how many rows or cells fail; 0 is fine
 * @param sample a few of them, without anything personal
 * @param promise what should hold
 * @param repair what to do when it does not
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CheckResult(
        String name,
        String where,
        String owner,
        Severity severity,
        long failures,
        List<String> sample,
        Label promise,
        Label repair) {

    /** How many failures a sample shows. */
    public static final int SAMPLE = 5;

    public CheckResult {
        sample = List.copyOf(sample.subList(0, Math.min(SAMPLE, sample.size())));
    }

    String key() {
        return name + " @ " + where;
    }
}
