package org.zhigong.marts;

import java.util.List;
import java.util.Map;

/**
 * What an indicator makes of a few rows, computed by hand.
 *
 * @param indicator the id of the indicator
 * @param name a sentence
 * @param arithmetic how the expected numbers come about, in words
 * @param rows rows of the base; a number that is not given is 0, a truth value false, a text absent
 * @param expect cells with some of their columns
 */
public record IndicatorExample(
        String indicator,
        String name,
        String arithmetic,
        List<Map<String, Object>> rows,
        List<Map<String, String>> expect) {

    /** The expectation that a figure has no such number. */
    static final String NULL = "null";

    public IndicatorExample {
        rows = List.copyOf(rows);
        expect = List.copyOf(expect);
    }

    /** How test reports call the example. */
    public String title() {
        return "indicators/%s.yaml: %s".formatted(indicator, name);
    }

    @Override
    public String toString() {
        return title();
    }
}
