package org.zhigong.marts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is computed for every cell of one base: each distinct expression once, however many indicators use it. A measure
 * is a sum or a maximum over rows; of some sums it is also known how many contributors have a part in them and how
 * large the two largest parts are. The methods give select items for the steps of {@link CellPlan}, each item after a
 * comma.
 */
final class Measures {

    /** A sum (or maximum) over the rows of a cell, under the name of a column. */
    record Measure(String alias, String function, String expression) {

        /** The column of the number of contributors with a part in it. */
        String contributors() {
            return "n_" + alias;
        }

        /** The column of the largest part. */
        String first() {
            return "t_" + alias;
        }

        /** The column of the second largest part. */
        String second() {
            return "u_" + alias;
        }

        private String overall() {
            return "g_" + alias;
        }

        private String again() {
            return "cast(%s(%s) as bigint)".formatted(function, alias);
        }
    }

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Measure> counted = new ArrayList<>();
    private final List<Measure> ranked = new ArrayList<>();

    Measure sum(String expression) {
        return measure("sum", expression);
    }

    Measure max(String expression) {
        return measure("max", expression);
    }

    private Measure measure(String function, String expression) {
        return measures.computeIfAbsent(
                function + " " + expression, key -> new Measure("m" + measures.size(), function, expression));
    }

    /** Also counts the contributors with a part in {@code sum}. */
    void count(Measure sum) {
        if (!counted.contains(sum)) {
            counted.add(sum);
        }
    }

    /** Also finds the two largest parts in {@code sum}. */
    void rank(Measure sum) {
        if (!ranked.contains(sum)) {
            ranked.add(sum);
        }
    }

    boolean isRanked(Measure sum) {
        return ranked.contains(sum);
    }

    boolean isRanking() {
        return !ranked.isEmpty();
    }

    /** The measures of one row of the base. */
    String ofRows() {
        return each(measures.values(), each -> "cast(%s as bigint) as %s".formatted(each.expression(), each.alias()));
    }

    /** The measures over rows that have them already. */
    String again() {
        return each(measures.values(), each -> each.again() + " as " + each.alias());
    }

    /** The measures, contributors and largest parts over parts, of which each contributor has one in a group. */
    String ofParts() {
        return again()
                + each(
                        counted,
                        sum -> "cast(sum(case when has_contributor and %s <> 0 then 1 else 0 end) as bigint) as %s"
                                .formatted(sum.alias(), sum.contributors()))
                + each(
                        ranked,
                        sum -> "max(case when has_contributor then %s end) as %s".formatted(sum.alias(), sum.first()));
    }

    /**
     * The second largest of {@code parts} whose largest stand in {@code sums}: the largest again if it is there twice.
     */
    String seconds(String parts, String sums) {
        return each(ranked, sum -> """
                case when sum(case when %1$s.%3$s = %2$s.%4$s then 1 else 0 end) > 1 then max(%2$s.%4$s)
                    else max(case when %1$s.%3$s < %2$s.%4$s then %1$s.%3$s end) end as %5$s""".formatted(parts, sums, sum.alias(), sum.first(), sum.second()));
    }

    /** The columns of {@link #seconds} as they stand in {@code table}. */
    String secondsIn(String table) {
        return each(ranked, sum -> table + "." + sum.second());
    }

    /** The measures by their names. */
    String aliases() {
        return each(measures.values(), Measure::alias);
    }

    /** Every column by its name. */
    String columns() {
        return aliases()
                + each(counted, Measure::contributors)
                + each(ranked, Measure::first)
                + each(ranked, Measure::second);
    }

    /** Every column where there are no rows. */
    String ofNothing() {
        return each(measures.values(), each -> "cast(0 as bigint)")
                + each(counted, each -> "cast(0 as bigint)")
                + each(ranked, each -> "cast(null as bigint)")
                + each(ranked, each -> "cast(null as bigint)");
    }

    /** The largest part of all groups of a cell, beside each of its groups. */
    String overall(String keys) {
        return each(ranked, sum -> "max(%s) over (partition by %s) as %s".formatted(sum.first(), keys, sum.overall()));
    }

    /** Every column of a cell that is one group, or nothing. */
    String filled() {
        return each(measures.values(), each -> "coalesce(%s, 0) as %s".formatted(each.again(), each.alias()))
                + each(counted, sum -> "cast(sum(%1$s) as bigint) as %1$s".formatted(sum.contributors()))
                + each(ranked, sum -> "coalesce(max(%1$s), 0) as %1$s".formatted(sum.first()))
                + each(ranked, sum -> "coalesce(max(%1$s), 0) as %1$s".formatted(sum.second()));
    }

    /** Every column of a cell over its groups. */
    String rolledUp() {
        return each(measures.values(), each -> "coalesce(%s, 0) as %s".formatted(each.again(), each.alias()))
                + each(counted, sum -> "cast(sum(%1$s) as bigint) as %1$s".formatted(sum.contributors()))
                + each(ranked, sum -> "coalesce(max(%1$s), 0) as %1$s".formatted(sum.first()))
                + each(ranked, Measures::secondOfGroups);
    }

    /** The largest part of a second group, or the second largest of the group that has the largest. */
    private static String secondOfGroups(Measure sum) {
        return """
                case when sum(case when %1$s = %3$s then 1 else 0 end) > 1 then max(%3$s)
                    else greatest(coalesce(max(case when %1$s < %3$s then %1$s end), 0),
                        coalesce(max(case when %1$s = %3$s then %2$s end), 0)) end as %2$s""".formatted(sum.first(), sum.second(), sum.overall());
    }

    private static String each(Collection<Measure> measures, Function<Measure, String> item) {
        return measures.stream().map(item).map(", "::concat).collect(Collectors.joining());
    }
}
