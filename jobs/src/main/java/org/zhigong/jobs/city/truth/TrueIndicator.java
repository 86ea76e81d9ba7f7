package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * An indicator as the definitions say it, over rows of {@code R}.
 *
 * @param about what is published with every figure of it
 * @param breakdowns beside the places themselves
 * @param population who takes part at all
 * @param denominator empty for a count
 * @param fromTotals what totals without names add to the numerator
 * @param span the months that it looks at, beside those of its period
 */
record TrueIndicator<R extends TrueRow>(
        About about,
        Set<String> breakdowns,
        Predicate<R> population,
        ToLongFunction<R> numerator,
        Optional<ToLongFunction<R>> denominator,
        ToLongFunction<R> persons,
        ToLongFunction<List<StatedTotal>> fromTotals,
        Optional<Bounds> bounds,
        Optional<Mix<R>> mix,
        Span span) {

    /** What stands in numerator and denominator. */
    enum Counted {
        PERSONS,
        /** About one person or a few each. */
        CASES,
        EMPLOYERS,
        UNITS,
        FEN,
        MINUTES
    }

    /**
     * The months that an indicator looks at.
     *
     * @param window how many must be known, the last included; 1 where it looks at its period alone
     * @param meanOf over how many months the denominator is a mean, its rows giving opening plus closing numbers; 0 for
     *     a plain sum
     */
    record Span(int window, int meanOf) {
        static final Span PERIOD = new Span(1, 0);
    }

    /**
     * What is published with every figure of an indicator.
     *
     * @param duty empty for a plain stock
     * @param unit count, rate (at most 1 unless something is wrong), ratio and so on
     * @param isSensitive whether not having the trait tells about a person too
     */
    record About(
            String id,
            Optional<Long> duty,
            String unit,
            Counted counted,
            Optional<Double> target,
            boolean isSensitive) {

        static About of(String id, String unit, Counted counted) {
            return new About(id, Optional.empty(), unit, counted, Optional.empty(), false);
        }

        About withDuty(long number) {
            return new About(id, Optional.of(number), unit, counted, target, isSensitive);
        }

        /** Every value is this many times numerator over denominator. */
        long per() {
            return switch (unit) {
                case "per_mille" -> 1_000;
                case "per_10k" -> 10_000;
                default -> 1;
            };
        }
    }

    /** A numerator that falls into categories. */
    interface Mix<R> {

        List<String> categories();

        /** The category of a row; empty if its numerator is in none. */
        Optional<String> of(R row);

        /** What a row adds to {@code category}, where {@code amount} is its numerator. */
        default long part(R row, String category, long amount) {
            return of(row).filter(category::equals).isPresent() ? amount : 0;
        }

        /** What totals leave open about one category; empty where its number is exact. */
        Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated);
    }

    TrueIndicator {
        breakdowns = Set.copyOf(breakdowns);
    }

    /** A number of something. */
    static <R extends TrueRow> TrueIndicator<R> count(
            String id, Counted counted, ToLongFunction<R> numerator, ToLongFunction<R> persons) {
        return plain(About.of(id, "count", counted), numerator, Optional.empty(), persons);
    }

    /** A part of a whole. */
    static <R extends TrueRow> TrueIndicator<R> rate(
            String id,
            Counted counted,
            ToLongFunction<R> numerator,
            ToLongFunction<R> denominator,
            ToLongFunction<R> persons) {
        return plain(About.of(id, "rate", counted), numerator, Optional.of(denominator), persons);
    }

    private static <R extends TrueRow> TrueIndicator<R> plain(
            About about,
            ToLongFunction<R> numerator,
            Optional<ToLongFunction<R>> denominator,
            ToLongFunction<R> persons) {
        return new TrueIndicator<>(
                about,
                Set.of(),
                row -> true,
                numerator,
                denominator,
                persons,
                totals -> 0,
                Optional.empty(),
                Optional.empty(),
                Span.PERIOD);
    }

    TrueIndicator<R> duty(long duty) {
        return with(about.withDuty(duty));
    }

    TrueIndicator<R> unit(String unit) {
        return with(new About(about.id(), about.duty(), unit, about.counted(), about.target(), about.isSensitive()));
    }

    TrueIndicator<R> target(double aim) {
        return with(new About(
                about.id(), about.duty(), about.unit(), about.counted(), Optional.of(aim), about.isSensitive()));
    }

    /** Not having the trait tells about a person too. */
    TrueIndicator<R> sensitive() {
        return with(new About(about.id(), about.duty(), about.unit(), about.counted(), about.target(), true));
    }

    /** It looks back over {@code months}, its last included. */
    TrueIndicator<R> window(int months) {
        return with(new Span(months, span.meanOf()));
    }

    /** The denominator is the mean over {@code months} of a stock, of which rows give opening plus closing numbers. */
    TrueIndicator<R> overMeanOf(int months) {
        return with(new Span(span.window(), months));
    }

    private TrueIndicator<R> with(Span changed) {
        return new TrueIndicator<>(
                about, breakdowns, population, numerator, denominator, persons, fromTotals, bounds, mix, changed);
    }

    private TrueIndicator<R> with(About changed) {
        return new TrueIndicator<>(
                changed, breakdowns, population, numerator, denominator, persons, fromTotals, bounds, mix, span);
    }

    TrueIndicator<R> by(Set<String> dimensions) {
        return new TrueIndicator<>(
                about, dimensions, population, numerator, denominator, persons, fromTotals, bounds, mix, span);
    }

    /** The same over a part of the rows. */
    TrueIndicator<R> among(Predicate<R> part) {
        return new TrueIndicator<>(
                about, breakdowns, part, numerator, denominator, persons, fromTotals, bounds, mix, span);
    }

    TrueIndicator<R> adding(ToLongFunction<List<StatedTotal>> totals) {
        return new TrueIndicator<>(
                about, breakdowns, population, numerator, denominator, persons, totals, bounds, mix, span);
    }

    TrueIndicator<R> within(Bounds known) {
        return new TrueIndicator<>(
                about,
                breakdowns,
                population,
                numerator,
                denominator,
                persons,
                fromTotals,
                Optional.of(known),
                mix,
                span);
    }

    TrueIndicator<R> mixed(Mix<R> categories) {
        return new TrueIndicator<>(
                about,
                breakdowns,
                population,
                numerator,
                denominator,
                persons,
                fromTotals,
                bounds,
                Optional.of(categories),
                span);
    }
}
