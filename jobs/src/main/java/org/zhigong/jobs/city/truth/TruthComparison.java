package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;

/**
 * Holds figures against the truth, every one of them and every number of each. A figure of nothing (numerator 0 over
 * nothing) may be left out on either side; any other must stand on both.
 */
public final class TruthComparison {

    private static final int SHOWN = 20;
    private static final double ROUNDING = 1e-12;
    private static final List<String> DECIDED_BY_PROTECTION = List.of("protection", "protection_reason");
    private static final List<String> IDENTITY = FigureColumns.KEY;

    private final Map<String, TrueFigure> truth = new TreeMap<>();

    /** @throws IllegalArgumentException if two figures of the truth have one key */
    public TruthComparison(Collection<TrueFigure> truth) {
        for (TrueFigure figure : truth) {
            TrueFigure other = this.truth.put(figure.key(), figure);
            if (other != null) {
                throw new IllegalArgumentException("The truth has two figures %s".formatted(figure.key()));
            }
        }
    }

    /**
     * What a comparison found.
     *
     * @param compared how many figures stand on both sides
     * @param different how many differ or are missing on one side
     * @param byIndicator how many of these each indicator has
     * @param first the first of these, in sentences
     */
    public record Differences(long compared, long different, Map<String, Long> byIndicator, List<String> first) {
        public Differences {
            byIndicator = new TreeMap<>(byIndicator);
            first = List.copyOf(first);
        }

        static Differences of(long compared, List<String> differences) {
            Map<String, Long> byIndicator = differences.stream()
                    .collect(
                            Collectors.groupingBy(line -> line.substring(0, line.indexOf(' ')), Collectors.counting()));
            return new Differences(
                    compared,
                    differences.size(),
                    byIndicator,
                    differences.subList(0, Math.min(SHOWN, differences.size())));
        }

        public boolean isEmpty() {
            return different == 0;
        }

        @Override
        public String toString() {
            return "%d figures compared, %d differ %s%n%s"
                    .formatted(compared, different, byIndicator, String.join(System.lineSeparator(), first));
        }
    }

    /** Compares all numbers of figures before protection; {@code rows} by column name, as an engine gives them. */
    public Differences beforeProtection(Collection<Map<String, Object>> rows) {
        return compare(rows, false);
    }

    /** Compares what may leave: where the truth is confidential there is no number, and the reason is the same. */
    public Differences released(Collection<Map<String, Object>> rows) {
        return compare(rows, true);
    }

    private Differences compare(Collection<Map<String, Object>> rows, boolean isReleased) {
        Map<String, Map<String, Object>> found = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            if (found.put(key(row), row) != null) {
                differences.add("%s: stands twice".formatted(key(row)));
            }
        }
        long compared = 0;
        for (Map.Entry<String, TrueFigure> entry : truth.entrySet()) {
            Map<String, @Nullable Object> expected =
                    FigureColumns.row(isReleased ? entry.getValue().withheld() : entry.getValue());
            Map<String, Object> actual = found.remove(entry.getKey());
            if (actual == null) {
                if (!isOfNothing(expected)) {
                    differences.add("%s: missing, truth is %s".formatted(entry.getKey(), numbers(expected)));
                }
                continue;
            }
            compared++;
            String difference = difference(expected, actual, isReleased);
            if (!difference.isEmpty()) {
                differences.add("%s: %s".formatted(entry.getKey(), difference));
            }
        }
        new TreeMap<>(found).forEach((key, row) -> {
            if (!isOfNothing(row)) {
                differences.add("%s: is %s, the truth has no such figure".formatted(key, numbers(row)));
            }
        });
        return Differences.of(compared, differences);
    }

    private static String difference(
            Map<String, @Nullable Object> expected, Map<String, Object> actual, boolean isReleased) {
        List<String> columns = new ArrayList<>();
        for (Column column : FigureColumns.ALL) {
            String name = column.name();
            boolean isCompared = actual.containsKey(name) && (isReleased || !DECIDED_BY_PROTECTION.contains(name));
            if (isCompared && !isEqual(expected.get(name), actual.get(name))) {
                columns.add("%s is %s, truth %s".formatted(name, actual.get(name), expected.get(name)));
            }
        }
        return columns.isEmpty()
                ? ""
                : "%s [%s, truth %s]".formatted(String.join("; ", columns), numbers(actual), numbers(expected));
    }

    private static boolean isEqual(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Double one && actual instanceof Number other) {
            return Math.abs(one - other.doubleValue()) <= ROUNDING * Math.max(1, Math.abs(one));
        }
        if (expected instanceof Number one && actual instanceof Number other) {
            return one.longValue() == other.longValue();
        }
        return Objects.equals(expected == null ? null : expected.toString(), actual == null ? null : actual.toString());
    }

    private static boolean isOfNothing(Map<String, ? extends @Nullable Object> row) {
        Object numerator = row.get("numerator");
        Object denominator = row.get("denominator");
        return numerator instanceof Number some
                && some.longValue() == 0
                && (denominator == null || (denominator instanceof Number whole && whole.longValue() == 0));
    }

    private static String numbers(Map<String, ? extends @Nullable Object> row) {
        return "%s/%s in [%s, %s] %s, %s persons, %s employers, %s"
                .formatted(
                        row.get("numerator"),
                        row.get("denominator"),
                        row.get("lower"),
                        row.get("upper"),
                        row.get("status"),
                        row.get("persons"),
                        row.get("employers"),
                        row.get("protection"));
    }

    private static String key(Map<String, Object> row) {
        List<String> words =
                IDENTITY.stream().map(name -> String.valueOf(row.get(name))).collect(Collectors.toList());
        String breakdown = words.remove(5) + "=" + words.remove(5);
        words.add(5, breakdown);
        return String.join(" | ", words);
    }
}
