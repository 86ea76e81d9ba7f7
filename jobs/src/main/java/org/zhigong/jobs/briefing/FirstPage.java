package org.zhigong.jobs.briefing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The first page: the main points, and the headline figures with their changes. */
final class FirstPage {

    private static final int POINTS = 4; // headlines among the main points

    private final Frame frame;

    FirstPage(Frame frame) {
        this.frame = frame;
    }

    void write() {
        frame.begin("");
        frame.html.raw("<div class=\"masthead\">");
        frame.html.element("p", "place", frame.language.of(frame.release.place(Release.CITY)));
        frame.html.element("h1", "", frame.language.of(frame.plan.title()));
        frame.html.element("p", "period", frame.numbers.period(frame.closing()));
        frame.html.raw("</div>");
        frame.html.element("h2", "", frame.say("要点", "Main points"));
        frame.html.raw("<ul class=\"points\">");
        points().forEach(point -> frame.html.raw("<li>" + point + "</li>"));
        frame.html.raw("</ul>");
        frame.html.element("h2", "", frame.say("主要指标", "Headline figures"));
        headlines();
        frame.html.element("p", "note", note() + comparisons());
        frame.end();
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        for (String id : frame.plan.headlines()) {
            Optional<Figure> figure =
                    frame.release.newest(id).filter(each -> each.value().isPresent());
            if (points.size() < POINTS && figure.isPresent()) {
                points.add(frame.level(figure.get()));
            }
        }
        for (Plan.Concern concern : frame.plan.attention()) {
            frame.release
                    .newest(concern.indicators().get(0))
                    .filter(each -> each.value().isPresent())
                    .ifPresent(figure -> points.add(frame.level(figure)));
        }
        return points;
    }

    private void headlines() {
        frame.html.raw("<table class=\"headlines\"><thead><tr>");
        frame.html.element("th", "", frame.say("指标", "Indicator"));
        frame.html.element("th", "number", frame.say("数值", "Value"));
        frame.html.element("th", "number", frame.say("目标", "Target"));
        frame.html.element("th", "number", frame.say("比上期", "On period before"));
        frame.html.element("th", "number", frame.say("比上年同期", "On last year"));
        frame.html.element("th", "spark", frame.say("近13个月", "13 months"));
        frame.html.raw("</tr></thead><tbody>");
        frame.plan.headlines().forEach(this::headline);
        frame.html.raw("</tbody></table>");
    }

    private void headline(String id) {
        Optional<Indicator> indicator = frame.release.indicator(id);
        Optional<Figure> figure = frame.release.newest(id);
        if (indicator.isEmpty() || figure.isEmpty()) {
            return;
        }
        String period = figure.get().key().period();
        frame.html.raw("<tr><td>").text(frame.language.of(indicator.get().title()));
        if (!period.equals(frame.closing())) {
            frame.html.element("span", "other", " " + frame.numbers.period(period));
        }
        frame.html.raw("</td><td class=\"number value\">" + frame.shown.of(figure.get(), indicator.get()) + "</td>");
        frame.html.raw("<td class=\"number\">"
                + (figure.get().target().isPresent() ? frame.shown.target(figure.get(), indicator.get()) : "")
                + "</td>");
        change(figure.get(), indicator.get(), Span.before(period));
        change(figure.get(), indicator.get(), Span.yearBefore(period));
        frame.html.raw("<td class=\"spark\">");
        if (Span.of(period) == Span.MONTH) {
            frame.html.raw(
                    new LineChart(frame.release, frame.language, indicator.get(), YearMonth.parse(period)).spark());
        }
        frame.html.raw("</td></tr>");
    }

    private void change(Figure figure, Indicator indicator, String period) {
        Optional<Figure> since = frame.release.find(Figure.Key.whole(indicator.id(), period, Release.CITY));
        OptionalDouble change = Shown.change(figure, since);
        if (change.isEmpty()) {
            frame.html.raw("<td class=\"number none\">—</td>");
            return;
        }
        double size = change.getAsDouble();
        boolean isNone = frame.numbers.isNone(size, indicator);
        String tone = switch (indicator.toneOf(isNone ? 0 : size)) {
            case GOOD -> "good";
            case BAD -> "bad";
            case PLAIN -> "plain";
        };
        String text = isNone ? frame.say("持平", "unchanged") : frame.numbers.change(size, indicator);
        frame.html.raw(
                "<td class=\"number %s\">%s</td>".formatted(tone, Shown.change(figure, since.orElseThrow(), text)));
    }

    private String note() {
        return frame.say(
                "未注明的均为北京市%s数。绿色为向好，红色为向差。“保密”既不是空也不是零；“—”为没有数值或不可比。数据为%s。发布编号 %s。"
                        .formatted(
                                frame.numbers.period(frame.closing()),
                                stage(),
                                frame.release.title().id()),
                "For Beijing in %s unless a row says otherwise. Green is for the better, red for the worse. 'Confidential' is neither empty nor zero; '—' is no number, or none to compare with. Figures are %s. Release %s."
                        .formatted(
                                frame.numbers.period(frame.closing()),
                                stage(),
                                frame.release.title().id()));
    }

    private String comparisons() {
        String year = Span.yearBefore(frame.closing());
        boolean isKnown = frame.plan.headlines().stream().anyMatch(id -> frame.release.knows(id, year));
        return isKnown
                ? ""
                : frame.say(
                        "本发布没有%s的数据，因此没有同比。".formatted(frame.numbers.period(year)),
                        " The release holds nothing of %s, so nothing is compared with it."
                                .formatted(frame.numbers.period(year)));
    }

    private String stage() {
        boolean isProvisional = frame.plan.headlines().stream()
                .flatMap(id -> frame.release.newest(id).stream())
                .anyMatch(Figure::provisional);
        return isProvisional ? frame.say("初步数", "provisional") : frame.say("最终数", "final");
    }
}
