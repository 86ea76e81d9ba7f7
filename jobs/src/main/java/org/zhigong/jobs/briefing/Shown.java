package org.zhigong.jobs.briefing;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Numbers of a briefing with what they are of: a program that reads the page finds indicator, period and place at every
 * number, and the number in full.
 */
final class Shown {

    private final Numbers numbers;

    Shown(Numbers numbers) {
        this.numbers = numbers;
    }

    /** The figure as an element. */
    String of(Figure figure, Indicator indicator) {
        String text = numbers.of(figure, indicator);
        String style = figure.confidential() ? "confidential" : figure.isBounds() ? "bounds" : "figure";
        return "<data class=\"%s\" %s>%s</data>".formatted(style, attributes(figure), Html.escaped(text));
    }

    /** What the target of the figure is, as an element. */
    String target(Figure figure, Indicator indicator) {
        double target = figure.target().orElseThrow();
        return "<data class=\"target\" value=\"%s\" %s>%s</data>"
                .formatted(target, key(figure.key()), Html.escaped(numbers.value(target, indicator)));
    }

    /** How far the figure is from its target, as an element; {@code text} is what a person reads. */
    String gap(Figure figure, String text) {
        return "<data class=\"gap\" value=\"%s\" %s>%s</data>"
                .formatted(
                        figure.target().orElseThrow() - figure.value().orElseThrow(),
                        key(figure.key()),
                        Html.escaped(text));
    }

    /** How far the figure is from {@code since}, as an element; {@code text} is what a person reads. */
    static String change(Figure figure, Figure since, String text) {
        double change = figure.value().orElseThrow() - since.value().orElseThrow();
        return "<data class=\"change\" value=\"%s\" %s data-since=\"%s\">%s</data>"
                .formatted(change, key(figure.key()), since.key().period(), Html.escaped(text));
    }

    /** The figure's number and what it is of, as attributes. */
    static String attributes(Figure figure) {
        StringBuilder attributes = new StringBuilder();
        if (!figure.confidential()) {
            figure.value().ifPresent(value -> attributes.append("value=\"%s\" ".formatted(value)));
            if (figure.isBounds()) {
                attributes.append("data-lower=\"%s\" data-upper=\"%s\" "
                        .formatted(figure.lower().getAsDouble(), figure.upper().getAsDouble()));
            }
        }
        return attributes
                .append("data-protection=\"%s\" ".formatted(figure.confidential() ? "confidential" : "open"))
                .append(key(figure.key()))
                .toString();
    }

    private static String key(Figure.Key key) {
        return "data-indicator=\"%s\" data-period=\"%s\" data-place=\"%s\" data-breakdown=\"%s\" data-group=\"%s\""
                .formatted(key.indicator(), key.period(), key.place(), key.breakdown(), Html.escaped(key.group()));
    }

    /** The change from {@code since} to {@code figure}, if both have a number. */
    static OptionalDouble change(Figure figure, Optional<Figure> since) {
        return since.isPresent()
                        && figure.value().isPresent()
                        && since.get().value().isPresent()
                ? OptionalDouble.of(
                        figure.value().getAsDouble() - since.get().value().getAsDouble())
                : OptionalDouble.empty();
    }

    /** A coordinate. */
    static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
