package org.zhigong.jobs.briefing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of charts: trends, districts, and what needs attention. */
final class ChartPages {

    private final Frame frame;

    ChartPages(Frame frame) {
        this.frame = frame;
    }

    void trends() {
        frame.begin(frame.say("走势", "Trends"));
        List<String> blocks = new ArrayList<>();
        for (String id : frame.plan.trends()) {
            frame.release.newest(id).ifPresent(figure -> blocks.add(trend(figure, frame.indicator(figure))));
        }
        frame.columns(blocks);
        frame.html.element(
                "p",
                "note",
                frame.say(
                        "北京市，按月。浅色竖条为上下限；C为保密；虚线为目标；断开处没有数值。纵轴不都从零开始。",
                        "Beijing, by month. Light bars are bounds; C is confidential; dashes are the target; a gap is no number. Axes do not all begin at zero."));
        frame.end();
    }

    private String trend(Figure figure, Indicator indicator) {
        YearMonth last = Span.of(figure.key().period()) == Span.MONTH
                ? YearMonth.parse(figure.key().period())
                : frame.release.closing();
        LineChart chart = new LineChart(frame.release, frame.language, indicator, last);
        return block(
                frame.language.of(indicator.label()),
                subtitle(
                        indicator,
                        frame.numbers.period(last.minusMonths(12).toString()) + " – "
                                + frame.numbers.period(last.toString())),
                chart.isEmpty() ? nothing() : chart.chart(),
                frame.level(figure));
    }

    void districts() {
        frame.begin(frame.say("各区比较", "Districts compared"));
        List<String> blocks = new ArrayList<>();
        for (String id : frame.plan.districts()) {
            frame.release.newest(id).ifPresent(figure -> blocks.add(ranked(figure, Plan.Grouping.DISTRICTS)));
        }
        frame.columns(blocks);
        frame.html.element(
                "p",
                "note",
                frame.say(
                        "按数值由高到低；保密和没有数值的在后，不作排名。虚线为全市。浅色为上下限之间。",
                        "From the highest to the lowest; confidential ones and those without a number come last and are not ranked. Dashes are the city; light parts lie between bounds."));
        frame.end();
    }

    void attention() {
        frame.begin(frame.say("需要关注", "What needs attention"));
        List<String> blocks = new ArrayList<>();
        for (Plan.Concern concern : frame.plan.attention()) {
            StringBuilder said = new StringBuilder();
            for (String id : concern.indicators()) {
                frame.release
                        .newest(id)
                        .ifPresent(figure ->
                                said.append("<p>").append(frame.level(figure)).append("</p>"));
            }
            String chart = frame.release
                    .newest(concern.chart())
                    .map(figure -> ranked(figure, concern.by()))
                    .orElse("");
            blocks.add("<h3 class=\"concern\">%s</h3><div class=\"said\">%s</div>%s"
                    .formatted(Html.escaped(frame.language.of(concern.title())), said, chart));
        }
        frame.columns(blocks);
        frame.end();
    }

    private String ranked(Figure figure, Plan.Grouping by) {
        Indicator indicator = frame.indicator(figure);
        List<Figure> parts = frame.release.parts(indicator.id(), figure.key().period(), by);
        boolean isShare = !indicator.isAmount();
        String what = by.breakdown().isEmpty() ? frame.say("区", "districts") : frame.say("组", "groups");
        return block(
                frame.language.of(indicator.label()),
                subtitle(indicator, frame.numbers.period(figure.key().period())),
                parts.isEmpty()
                        ? nothing()
                        : new BarChart(
                                        frame.release,
                                        frame.language,
                                        indicator,
                                        parts,
                                        isShare ? Optional.of(figure) : Optional.empty())
                                .chart(),
                parts.isEmpty() ? "" : frame.sentences.ranking(parts, indicator, what));
    }

    private String block(String title, String subtitle, String chart, String sentence) {
        return "<h3>%s</h3><p class=\"subtitle\">%s</p><div class=\"chart\">%s</div><p class=\"reading\">%s</p>"
                .formatted(Html.escaped(title), Html.escaped(subtitle), chart, sentence);
    }

    private String subtitle(Indicator indicator, String period) {
        return frame.language.of(indicator.unitName()) + " · " + frame.language.of(frame.release.place(Release.CITY))
                + " · " + period;
    }

    private String nothing() {
        return "<p class=\"nothing\">" + frame.say("这段时间没有可公布的数值。", "There is no number to show in this time.")
                + "</p>";
    }
}
