package org.zhigong.marts.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.zhigong.transform.Severity;

/**
 * A check's result beside what was known before.
 *
 * @param known how many failures the baseline counts already
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(value = "new_failures", allowGetters = true)
public record JudgedCheck(CheckResult check, long known) {

    /** How many failures nobody knew of. */
    @JsonProperty("new_failures")
    public long newFailures() {
        return Math.max(0, check.failures() - known);
    }

    /** Whether it stops a release. */
    public boolean stops() {
        return newFailures() > 0 && check.severity() == Severity.STOP;
    }

    boolean alerts() {
        return newFailures() > 0 && check.severity() == Severity.ALERT;
    }
}
