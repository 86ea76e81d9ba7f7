package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhigong.warehouse.SetupException;

/**
 * How a federation publishes: who signs a release off, when its figures are final, and by when a month has to be out.
 *
 * @param signers who may sign a release off; where there are none, a release that passes is current at once
 * @param finalAfterMonths how many months after a period its figures are final; until then they are provisional
 * @param deadlineDay the day of the following month by which a month has to be out; absent where there is none
 */
public record PublicationRules(List<String> signers, int finalAfterMonths, OptionalInt deadlineDay) {

    /** What holds where the parameters say nothing: no sign-off, final after a year, no deadline. */
    public static final PublicationRules DEFAULT = new PublicationRules(List.of(), 12, OptionalInt.empty());

    private static final List<String> KEYS = List.of("sign_off_by", "final_after_months", "deadline_day");
    private static final int MOST_MONTHS = 120;
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    public PublicationRules {
        signers = List.copyOf(signers);
    }

    /**
     * Reads {@code publication: {sign_off_by: [NAME], final_after_months: 12, deadline_day: 20}} out of a federation's
     * parameters.
     *
     * @throws SetupException for an unknown key or a value that is none
     */
    public static PublicationRules of(JsonNode parameters) {
        JsonNode node = parameters.path("publication");
        if (!node.isMissingNode() && !node.isObject()) {
            throw invalid("publication", "a mapping with " + KEYS, node);
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new SetupException(
                        "parameters.yaml: publication: unknown key '%s': expected one of %s".formatted(key, KEYS));
            }
        });
        return new PublicationRules(
                signers(node.path("sign_off_by")),
                number(node, "final_after_months", 0, MOST_MONTHS).orElse(DEFAULT.finalAfterMonths),
                number(node, "deadline_day", 1, LAST_DAY_OF_EVERY_MONTH));
    }

    private static List<String> signers(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        node.forEach(name -> names.add(name.isTextual() ? name.textValue().strip() : ""));
        if (!node.isArray() || names.isEmpty() || names.contains("")) {
            throw invalid("publication.sign_off_by", "a list of the names of those who may sign off", node);
        }
        return names;
    }

    private static OptionalInt number(JsonNode node, String key, int least, int most) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw invalid("publication." + key, "a whole number from %d to %d".formatted(least, most), value);
        }
        return OptionalInt.of(value.intValue());
    }

    private static SetupException invalid(String key, String expected, JsonNode found) {
        return new SetupException("parameters.yaml: %s: expected %s, found %s".formatted(key, expected, found));
    }

    /**
     * The day before which a period has to end for its figures to be final in a release that closes {@code closing}.
     */
    LocalDate finalBefore(YearMonth closing) {
        return closing.minusMonths(finalAfterMonths).plusMonths(1).atDay(1);
    }

    /** The latest month whose deadline has passed by {@code today}; empty where there is no deadline. */
    public Optional<YearMonth> due(LocalDate today) {
        if (deadlineDay.isEmpty()) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(today);
        return Optional.of(month.minusMonths(today.getDayOfMonth() > deadlineDay.getAsInt() ? 1 : 2));
    }

    /** The day by which {@code month} had to be out. */
    public LocalDate deadlineOf(YearMonth month) {
        return month.plusMonths(1).atDay(deadlineDay.orElse(LAST_DAY_OF_EVERY_MONTH));
    }
}
