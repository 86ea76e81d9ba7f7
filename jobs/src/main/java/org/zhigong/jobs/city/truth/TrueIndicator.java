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
        Optional<Mix<R>> mix) {

    /** What stands in numerator and denominator. */
    enum Counted {
        PERSONS,
        EMPLOYERS,
        UNITS,
        FEN
    }

    /**
     * What is published with every figure of an indicator.
     *
     * @param duty empty for a plain stock
     * @param unit count, rate (at most 1 unless something is wrong), ratio
     */
    record About(String id, Optional<Long> duty, String unit, Counted counted, Optional<Double> target) {}

    /** A numerator that falls into categories. */
    interface Mix<R> {

        List<String> categories();

        /** The category of a row; empty if its numerator is in none. */
        Optional<String> of(R row);

        /** What totals leave open about one category; empty where its number is exact. */
        Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated);
    }

    TrueIndicator {
        breakdowns = Set.copyOf(breakdowns);
    }

    /** A number of something. */
    static <R extends TrueRow> TrueIndicator<R> count(
            String id, Counted counted, ToLongFunction<R> numerator, ToLongFunction<R> persons) {
        About about = new About(id, Optional.empty(), "count", counted, Optional.empty());
        return plain(about, numerator, Optional.empty(), persons);
    }

    /** A part of a whole. */
    static <R extends TrueRow> TrueIndicator<R> rate(
            String id,
            Counted counted,
            ToLongFunction<R> numerator,
            ToLongFunction<R> denominator,
            ToLongFunction<R> persons) {
        About about = new About(id, Optional.empty(), "rate", counted, Optional.empty());
        return plain(about, numerator, Optional.of(denominator), persons);
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
                Optional.empty());
    }

    TrueIndicator<R> duty(long duty) {
        return with(new About(about.id(), Optional.of(duty), about.unit(), about.counted(), about.target()));
    }

    TrueIndicator<R> unit(String unit) {
        return with(new About(about.id(), about.duty(), unit, about.counted(), about.target()));
    }

    TrueIndicator<R> target(double aim) {
        return with(new About(about.id(), about.duty(), about.unit(), about.counted(), Optional.of(aim)));
    }

    private TrueIndicator<R> with(About changed) {
        return new TrueIndicator<>(
                changed, breakdowns, population, numerator, denominator, persons, fromTotals, bounds, mix);
    }

    TrueIndicator<R> by(Set<String> dimensions) {
        return new TrueIndicator<>(
                about, dimensions, population, numerator, denominator, persons, fromTotals, bounds, mix);
    }

    /** The same over a part of the rows. */
    TrueIndicator<R> among(Predicate<R> part) {
        return new TrueIndicator<>(about, breakdowns, part, numerator, denominator, persons, fromTotals, bounds, mix);
    }

    TrueIndicator<R> adding(ToLongFunction<List<StatedTotal>> totals) {
        return new TrueIndicator<>(about, breakdowns, population, numerator, denominator, persons, totals, bounds, mix);
    }

    TrueIndicator<R> within(Bounds known) {
        return new TrueIndicator<>(
                about, breakdowns, population, numerator, denominator, persons, fromTotals, Optional.of(known), mix);
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
                Optional.of(categories));
    }
}
