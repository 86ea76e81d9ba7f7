package org.zhigong.jobs.briefing;

import static org.zhigong.jobs.briefing.Shown.at;

/** A small picture, as SVG that browsers and the PDF writer draw alike. */
final class Svg {

    static final String INK = "#1f2933";
    static final String QUIET = "#7b8794";
    static final String GRID = "#e4e7eb";
    static final String MAIN = "#1f5f8b";
    static final String LIGHT = "#bcd3e3";
    static final String MARK = "#b42318";

    // The last name is what the PDF writer knows its font by.
    private static final String FONTS =
            "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei','Zhigong Sans',sans-serif";

    private final StringBuilder svg = new StringBuilder(1 << 12);

    Svg(int width, int height, String label) {
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " role=\"img\" aria-label=\"%3$s\" font-family=\"%4$s\">")
                .formatted(width, height, Html.escaped(label), FONTS));
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"1\"%s/>"
                .formatted(
                        at(x1),
                        at(y1),
                        at(x2),
                        at(y2),
                        colour,
                        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
        return this;
    }

    Svg bar(double x, double y, double width, double height, String colour) {
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(at(x), at(y), at(Math.max(width, 0)), at(height), colour));
        return this;
    }

    Svg dot(double x, double y, double radius, String colour) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>".formatted(at(x), at(y), at(radius), colour));
        return this;
    }

    Svg path(String path, double width, String colour) {
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"/>"
                .formatted(path, colour, at(width)));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String anchor, double size, String colour, String text) {
        return text(x, y, anchor, size, colour, text, "");
    }

    /** A text that carries {@code attributes}. */
    Svg text(double x, double y, String anchor, double size, String colour, String text, String attributes) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>"
                .formatted(
                        at(x),
                        at(y),
                        anchor,
                        at(size),
                        colour,
                        attributes.isEmpty() ? "" : " " + attributes,
                        Html.escaped(text)));
        return this;
    }

    /** About how wide a text is: room to leave for it. */
    static double width(String text, double size) {
        return text.chars().mapToDouble(c -> c < '\u2e80' ? 0.58 : 1).sum() * size;
    }

    String end() {
        return svg + "</svg>";
    }
}
