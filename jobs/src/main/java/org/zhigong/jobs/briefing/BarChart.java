package org.zhigong.jobs.briefing;

import java.util.List;
import java.util.Optional;

/** An indicator by district or group: a bar each, and a mark where the whole city stands. */
final class BarChart {

    private static final int WIDTH = 330;
    private static final int LABELS = 112;
    private static final int VALUES = 62;
    private static final int TOP = 18;
    private static final int ROW = 15;
    private static final int LABEL_SIZE = 9;

    private final Release release;
    private final Language language;
    private final Numbers numbers;
    private final Indicator indicator;
    private final List<Figure> parts;
    private final Optional<Figure> city;
    private final double most;

    /** @param city what the parts are compared with, if there is a sense in that */
    BarChart(Release release, Language language, Indicator indicator, List<Figure> parts, Optional<Figure> city) {
        this.release = release;
        this.language = language;
        this.numbers = new Numbers(language);
        this.indicator = indicator;
        this.parts = parts;
        this.city = city.filter(figure -> figure.value().isPresent());
        double greatest = parts.stream().mapToDouble(Figure::most).max().orElse(0);
        this.most = Math.max(greatest, this.city.map(Figure::most).orElse(0.0));
    }

    String chart() {
        int height = TOP + parts.size() * ROW + 4;
        Svg svg = new Svg(WIDTH, height, language.of(indicator.name()));
        svg.line(LABELS, TOP - 2, LABELS, height - 2.0, Svg.QUIET, "");
        city.ifPresent(figure -> {
            double x = LABELS + length(figure.value().getAsDouble());
            svg.line(x, TOP - 4, x, height - 2.0, Svg.MARK, "3 2");
            svg.text(
                    Math.min(x, WIDTH - 40.0),
                    TOP - 8,
                    "middle",
                    8.5,
                    Svg.MARK,
                    language.of("全市 ", "city ") + numbers.of(figure, indicator),
                    Shown.attributes(figure));
        });
        for (int i = 0; i < parts.size(); i++) {
            draw(svg, parts.get(i), TOP + i * ROW);
        }
        return svg.end();
    }

    private void draw(Svg svg, Figure part, double y) {
        svg.text(LABELS - 6, y + 10.5, "end", LABEL_SIZE, Svg.INK, shortened(language.of(release.groupOf(part.key()))));
        double end = LABELS;
        if (part.isBounds()) {
            end += length(part.upper().getAsDouble());
            svg.bar(LABELS, y + 2, end - LABELS, ROW - 4, Svg.LIGHT);
            svg.bar(LABELS, y + 2, length(part.lower().getAsDouble()), ROW - 4, Svg.MAIN);
        } else if (part.value().isPresent() && !part.confidential()) {
            end += length(part.value().getAsDouble());
            svg.bar(LABELS, y + 2, end - LABELS, ROW - 4, Svg.MAIN);
        }
        boolean hasNumber = part.point().isPresent() && !part.confidential();
        String text = numbers.of(part, indicator);
        svg.bar(end + 2, y + 1, 6 + Svg.width(text, 9), ROW - 2, "#ffffff");
        svg.text(end + 5, y + 10.5, "start", 9, hasNumber ? Svg.INK : Svg.QUIET, text, Shown.attributes(part));
    }

    private double length(double value) {
        return most <= 0 ? 0 : (WIDTH - LABELS - VALUES) * Math.max(value, 0) / most;
    }

    /** "District" at the end of a name says nothing in a list of districts; what is too long is cut. */
    private static String shortened(String name) {
        String plain = name.replace(" District", "");
        String cut = plain;
        while (Svg.width(cut, LABEL_SIZE) > LABELS - 8) {
            plain = plain.substring(0, plain.length() - 1);
            cut = plain.strip() + "…";
        }
        return cut;
    }
}
