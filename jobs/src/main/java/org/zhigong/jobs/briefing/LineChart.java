package org.zhigong.jobs.briefing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An indicator of the whole city over thirteen months: a chart with axes, or a line beside a number. */
final class LineChart {

    private static final int MONTHS = 13; // so that the same month of last year is among them
    private static final int WIDTH = 330;
    private static final int HEIGHT = 165;
    private static final int LEFT = 44;
    private static final int RIGHT = 14;
    private static final int TOP = 16;
    private static final int BOTTOM = 32;

    private final Language language;
    private final Numbers numbers;
    private final Indicator indicator;
    private final List<YearMonth> months = new ArrayList<>();
    private final List<Optional<Figure>> figures = new ArrayList<>();

    /** @param last the month that it ends with */
    LineChart(Release release, Language language, Indicator indicator, YearMonth last) {
        this.language = language;
        this.numbers = new Numbers(language);
        this.indicator = indicator;
        for (int ago = MONTHS - 1; ago >= 0; ago--) {
            YearMonth month = last.minusMonths(ago);
            months.add(month);
            figures.add(release.find(Figure.Key.whole(indicator.id(), month.toString(), Release.CITY)));
        }
    }

    /** Whether there is anything to draw. */
    boolean isEmpty() {
        return figures.stream().allMatch(figure -> point(figure).isEmpty());
    }

    /** The chart with its axes. */
    String chart() {
        Scale scale = scale();
        Svg svg = new Svg(WIDTH, HEIGHT, language.of(indicator.name()));
        for (double mark : scale.marks()) {
            double y = y(scale, mark, TOP, HEIGHT - BOTTOM);
            svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.GRID, "");
            svg.text(LEFT - 5, y + 3, "end", 8.5, Svg.QUIET, axis(mark, scale));
        }
        target().filter(target -> target >= scale.least() && target <= scale.most())
                .ifPresent(target -> drawTarget(svg, y(scale, target, TOP, HEIGHT - BOTTOM), target));
        drawMonths(svg);
        drawBounds(svg, scale);
        svg.path(path(scale, LEFT, WIDTH - RIGHT, TOP, HEIGHT - BOTTOM), 2, Svg.MAIN);
        for (int i = 0; i < MONTHS; i++) {
            drawPoint(svg, scale, i);
        }
        return svg.end();
    }

    /** A line without axes, for a table. */
    String spark() {
        int width = 84;
        int height = 20;
        Svg svg = new Svg(width, height, language.of(indicator.name()));
        if (isEmpty()) {
            return svg.end();
        }
        double low = figures.stream()
                .mapToDouble(figure -> point(figure).orElse(Double.MAX_VALUE))
                .min()
                .orElse(0);
        double high = figures.stream()
                .mapToDouble(figure -> point(figure).orElse(-Double.MAX_VALUE))
                .max()
                .orElse(1);
        Scale scale = new Scale(low, high > low ? high : low + 1, 1);
        svg.path(path(scale, 3, width - 4, 4, height - 4), 1.4, Svg.MAIN);
        for (int i = MONTHS - 1; i >= 0; i--) {
            OptionalDouble point = point(figures.get(i));
            if (point.isPresent()) {
                svg.dot(x(i, 3, width - 4), y(scale, point.getAsDouble(), 4, height - 4), 2.2, Svg.MARK);
                break;
            }
        }
        return svg.end();
    }

    private Scale scale() {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Optional<Figure> each : figures) {
            if (point(each).isPresent()) {
                Figure figure = each.orElseThrow();
                low = Math.min(low, figure.isBounds() ? figure.lower().getAsDouble() : figure.most());
                high = Math.max(high, figure.most());
            }
        }
        return Scale.around(low, high);
    }

    private Optional<Double> target() {
        return figures.get(MONTHS - 1)
                .filter(figure -> figure.target().isPresent())
                .map(figure -> figure.target().getAsDouble());
    }

    private void drawTarget(Svg svg, double y, double target) {
        svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.MARK, "4 3");
        svg.text(
                LEFT + 4,
                y - 3,
                "start",
                8.5,
                Svg.MARK,
                language.of("目标 ", "target ") + numbers.value(target, indicator));
    }

    private void drawMonths(Svg svg) {
        for (int i = 0; i < MONTHS; i += 2) {
            YearMonth month = months.get(i);
            double x = x(i, LEFT, WIDTH - RIGHT);
            svg.text(x, HEIGHT - BOTTOM + 13, "middle", 8.5, Svg.QUIET, numbers.shortMonth(month));
            if (i == 0 || month.getMonthValue() <= 2) {
                svg.text(x, HEIGHT - BOTTOM + 24, "middle", 8.5, Svg.QUIET, Integer.toString(month.getYear()));
            }
        }
    }

    private void drawBounds(Svg svg, Scale scale) {
        for (int i = 0; i < MONTHS; i++) {
            Optional<Figure> figure = figures.get(i).filter(Figure::isBounds);
            if (figure.isPresent()) {
                double top = y(scale, figure.get().upper().getAsDouble(), TOP, HEIGHT - BOTTOM);
                double bottom = y(scale, figure.get().lower().getAsDouble(), TOP, HEIGHT - BOTTOM);
                svg.bar(x(i, LEFT, WIDTH - RIGHT) - 4, top, 8, Math.max(bottom - top, 1.5), Svg.LIGHT);
            }
        }
    }

    private void drawPoint(Svg svg, Scale scale, int i) {
        Optional<Figure> figure = figures.get(i);
        double x = x(i, LEFT, WIDTH - RIGHT);
        if (figure.isPresent() && figure.get().confidential()) {
            svg.text(x, HEIGHT - BOTTOM - 3, "middle", 8.5, Svg.QUIET, "C", Shown.attributes(figure.get()));
        } else if (point(figure).isPresent()) {
            double y = y(scale, point(figure).getAsDouble(), TOP, HEIGHT - BOTTOM);
            boolean isLast = i == MONTHS - 1;
            svg.dot(x, y, isLast ? 3.5 : 2, isLast ? Svg.MARK : Svg.MAIN);
            if (isLast) {
                drawLast(svg, x, y, falls(scale, y), figure.orElseThrow());
            }
        }
    }

    // The line comes from the left: a label goes where it does not.
    private boolean falls(Scale scale, double y) {
        OptionalDouble before = point(figures.get(MONTHS - 2));
        return before.isPresent() && y(scale, before.getAsDouble(), TOP, HEIGHT - BOTTOM) < y - 2;
    }

    private void drawLast(Svg svg, double x, double y, boolean isBelow, Figure figure) {
        String text = numbers.of(figure, indicator);
        double at = isBelow && y + 18 < HEIGHT - BOTTOM ? y + 16 : y - 8;
        double width = Svg.width(text, 10);
        svg.bar(x + 9 - width, at - 9, width, 11.5, "#ffffff");
        svg.text(x + 8, at, "end", 10, Svg.INK, text, "font-weight=\"bold\" " + Shown.attributes(figure));
    }

    private String path(Scale scale, double left, double right, double top, double bottom) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int i = 0; i < MONTHS; i++) {
            OptionalDouble point = point(figures.get(i));
            if (point.isPresent()) {
                path.append(isDown ? 'L' : 'M')
                        .append(Shown.at(x(i, left, right)))
                        .append(' ')
                        .append(Shown.at(y(scale, point.getAsDouble(), top, bottom)));
            }
            isDown = point.isPresent();
        }
        return path.isEmpty() ? "M0 0" : path.toString();
    }

    private static OptionalDouble point(Optional<Figure> figure) {
        return figure.isPresent() ? figure.get().point() : OptionalDouble.empty();
    }

    private static double x(int month, double left, double right) {
        return left + (right - left) * month / (MONTHS - 1);
    }

    private static double y(Scale scale, double value, double top, double bottom) {
        return bottom - (bottom - top) * scale.share(value);
    }

    private String axis(double mark, Scale scale) {
        return Axis.label(mark, scale, indicator, language);
    }
}
