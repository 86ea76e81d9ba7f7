package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.zhigong.warehouse.SetupException;

/**
 * How long releases are kept.
 *
 * @param months of how many closing months, the latest first, a release stays
 * @param days for how many days after its publication every release stays, refused ones too
 */
public record Retention(int months, int days) {

    /** What holds where the parameters say nothing. */
    public static final Retention DEFAULT = new Retention(24, 30);

    public Retention {
        if (months < 1 || days < 0) {
            throw new SetupException(
                    "Invalid retention: expected months >= 1 and days >= 0, found %d and %d".formatted(months, days));
        }
    }

    /** Reads {@code retention: {months: 24, days: 30}} out of a federation's parameters. */
    public static Retention of(JsonNode parameters) {
        JsonNode node = parameters.path("retention");
        node.fieldNames().forEachRemaining(key -> {
            if (!List.of("months", "days").contains(key)) {
                throw new SetupException(
                        "parameters.yaml: retention: unknown key '%s': expected months or days".formatted(key));
            }
        });
        return new Retention(number(node, "months", DEFAULT.months), number(node, "days", DEFAULT.days));
    }

    private static int number(JsonNode node, String key, int otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToInt()) {
            throw new SetupException(
                    "parameters.yaml: retention.%s: expected a whole number, found %s".formatted(key, value));
        }
        return value.intValue();
    }

    Duration grace() {
        return Duration.ofDays(days);
    }
}
