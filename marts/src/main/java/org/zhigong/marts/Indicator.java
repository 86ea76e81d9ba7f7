package org.zhigong.marts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.TableName;

/**
 * A number that the federation agrees on: the content of {@code marts/indicators/<id>.yaml}. Its value is the numerator
 * over the denominator, each the sum of an expression over the rows of a base; a count has no denominator. Or it is a
 * quantile of an expression over the rows.
 *
 * @param id the name of the file, and of the indicator everywhere
 * @param duty the duty of the policy text that it measures; plain stocks have none
 * @param label a few words for a chart
 * @param definition every choice made in it, in both languages
 * @param source where the number comes from
 * @param numerator what is summed; of a quantile, what the rows are ordered by
 * @param quantile which quantile the value is, as 0.5; its denominator is the number of rows
 * @param denominator what is summed below; absent in a count
 * @param persons what is summed to tell how many persons stand behind a cell
 * @param personsOf whose persons these are in a figure of several months
 * @param contributor who stands behind a row
 * @param counts what numerator and denominator count, which decides how they are protected
 * @param windowMonths how many months a figure looks back on, its last included; 1 where it looks at its period alone
 * @param lagMonths how many months after its period a figure is first stated
 * @param periods how long the periods are that it is stated for
 * @param breakdowns the place levels and the breakdowns that it is stated for, beside the whole city
 * @param better which direction is good
 * @param population the rows that count, for numerator, denominator, persons and contributors alike
 * @param category the mix that the numerator is split into
 * @param bounds the least and the most that the numerator can be, by category; {@code all} where there is none
 * @param sensitive whether not having the trait tells about a person too
 * @param examples computed by hand
 * @param contentHash the hash of the file
 */
public record Indicator(
        String id,
        OptionalInt duty,
        Label label,
        Label name,
        Label definition,
        List<Label> source,
        TableName base,
        String numerator,
        Optional<BigDecimal> quantile,
        Optional<Denominator> denominator,
        String persons,
        PersonsOf personsOf,
        String contributor,
        Unit unit,
        Counts counts,
        Kind kind,
        int windowMonths,
        int lagMonths,
        List<PeriodKey.Type> periods,
        List<String> breakdowns,
        Better better,
        Optional<Target> target,
        Optional<String> population,
        Optional<Category> category,
        Map<String, Bounds> bounds,
        Sensitivity sensitive,
        int version,
        List<IndicatorExample> examples,
        String contentHash) {

    /** The category of an indicator that is no mix, and the key of its bounds. */
    public static final String ALL = "all";

    /** What numerator and denominator count. */
    public enum Counts {
        PERSONS,
        /** Cases, requests and the like, each about some person: protected like persons. */
        CASES,
        EMPLOYERS,
        UNITS,
        /** An amount, of which the largest parts must not be estimated. */
        FEN,
        /** An amount like {@link #FEN}. */
        MINUTES;

        /** The word in files and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether an indicator is a state at the end of its period or what happened in it. */
    public enum Kind {
        STOCK,
        FLOW;

        /** The word in files and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose persons stand behind a figure of several months. */
    public enum PersonsOf {
        /** Those of its last month: persons are a stock. */
        LAST_MONTH,
        /** Those of all its months: everybody to whom something happened. */
        PERIOD;
    }

    /** Which direction is good. */
    public enum Better {
        UP,
        DOWN,
        NEITHER;

        /** The word in files and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the complement of the numerator is protected like the numerator. */
    public enum Sensitivity {
        PLAIN,
        SENSITIVE
    }

    /**
     * What a numerator is divided by.
     *
     * @param isMean whether {@code summed} is the opening and the closing stock of every month that the figure looks
     *     at; the denominator is then their mean, half a person rounded up
     * @param opening what was there when the period began: it is summed over the first month alone, and added
     */
    public record Denominator(String summed, boolean isMean, Optional<String> opening) {

        Denominator(String summed, boolean isMean) {
            this(summed, isMean, Optional.empty());
        }

        /** What is summed over the rows of {@code period}. */
        String over(PeriodKey period) {
            return opening.map(there -> "%s + case when period = '%s' then %s else 0 end"
                            .formatted(summed, period.months().get(0), there))
                    .orElse(summed);
        }

        /** The expression for readers. */
        public String text() {
            String plain = isMean ? "mean_of(%s)".formatted(summed) : summed;
            return opening.map(there -> "opening(%s) + %s".formatted(there, plain))
                    .orElse(plain);
        }
    }

    /** What the policy text asks for: a value to reach, or a direction. */
    public record Target(OptionalDouble value, Optional<Better> direction, Label text) {}

    /** A split of the numerator: the value of {@code column} decides; rows of no listed value are in none. */
    public record Category(String column, List<String> values) {
        public Category {
            values = List.copyOf(values);
        }
    }

    /** The least and the most that a numerator can be, as expressions over a cell. */
    public record Bounds(String lower, String upper) {}

    public Indicator {
        source = List.copyOf(source);
        periods = List.copyOf(periods);
        breakdowns = List.copyOf(breakdowns);
        bounds = Map.copyOf(bounds);
        examples = List.copyOf(examples);
    }

    /** The categories of its figures; one called {@code all} if it is no mix. */
    public List<String> categories() {
        return category.map(Category::values).orElse(List.of(ALL));
    }

    /** The expression of the numerator for readers. */
    public String numeratorText() {
        return quantile.map(at -> "percentile_disc(%s) of %s".formatted(at.toPlainString(), numerator))
                .orElse(numerator);
    }

    /** How many months must be known for a figure of {@code period}. */
    int monthsNeeded(PeriodKey period) {
        return Math.max(windowMonths, period.months().size());
    }

    /** Whether figures of {@code level} in {@code scheme} are stated. */
    boolean isStatedAt(Base.Scheme scheme, Base.Level level) {
        return breakdowns.contains(level.name())
                || (breakdowns.contains(Base.FIRST_LEVEL)
                        && scheme.levels().get(0).equals(level));
    }
}
