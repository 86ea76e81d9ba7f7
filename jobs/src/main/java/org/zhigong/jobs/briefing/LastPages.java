package org.zhigong.jobs.briefing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.transform.Label;

/** The last pages: the quality of the data, what holds whatever the numbers are, and what is shown. */
final class LastPages {

    private final Frame frame;

    LastPages(Frame frame) {
        this.frame = frame;
    }

    void write() {
        frame.begin(frame.say("数据质量与说明", "Data quality and notes"));
        frame.html.raw("<ul class=\"points\">");
        frame.plan.quality().stream()
                .flatMap(id -> frame.release.newest(id).stream())
                .forEach(figure -> frame.html.raw("<li>" + frame.level(figure) + "</li>"));
        frame.html.raw("</ul>");
        frame.html.element(
                "h3",
                "",
                frame.say(
                        "%s的报送".formatted(frame.numbers.period(frame.closing())),
                        "Deliveries for " + frame.numbers.period(frame.closing())));
        deliveries();
        frame.html.element("h3", "", frame.say("说明", "Notes"));
        frame.html.raw("<ul class=\"notes\">");
        frame.plan.caveats().forEach(caveat -> frame.html.element("li", "", frame.language.of(caveat)));
        frame.html.element("li", "", protection());
        frame.html.raw("</ul>");
        frame.end();
        frame.begin(frame.say("本简报引用的指标", "Indicators of this briefing"));
        definitions();
        frame.end();
    }

    private String protection() {
        return frame.say(
                "全部数字已通过统计披露控制（%s，%s）；完整定义见同一发布的工作簿和数据字典。"
                        .formatted(
                                frame.release.title().protection().name(),
                                frame.release.title().protection().audience()),
                "Every figure has passed disclosure control (%s, %s); full definitions are in the workbook and the dictionary of the same release."
                        .formatted(
                                frame.release.title().protection().name(),
                                frame.release.title().protection().audience()));
    }

    private void deliveries() {
        frame.html.raw("<table class=\"plain\"><thead><tr>");
        frame.html.element("th", "", frame.say("报表", "Feed"));
        List<Label> headings = List.of(
                new Label("应报", "Due"),
                new Label("按时", "In time"),
                new Label("缺报", "Missing"),
                new Label("退回文件", "Rejected files"),
                new Label("接受行数", "Rows accepted"),
                new Label("隔离行数", "Rows quarantined"));
        headings.forEach(heading -> frame.html.element("th", "number", frame.language.of(heading)));
        frame.html.raw("</tr></thead><tbody>");
        List<String> columns = List.of("due", "on_time", "missing", "rejected", "accepted_rows", "quarantined_rows");
        for (Map<String, Object> row : frame.release.deliveries()) {
            frame.html.raw("<tr>").element("td", "", String.valueOf(row.get(frame.say("name_zh", "name_en"))));
            for (String column : columns) {
                long number = Rows.number(row, column);
                frame.html.raw(
                        "<td class=\"number\"><data class=\"delivery\" value=\"%d\" data-feed=\"%s\" data-column=\"%s\" data-period=\"%s\">%s</data></td>"
                                .formatted(
                                        number,
                                        row.get("feed"),
                                        column,
                                        frame.closing(),
                                        Numbers.fixed((double) number, 0)));
            }
            frame.html.raw("</tr>");
        }
        frame.html.raw("</tbody></table>");
    }

    private void definitions() {
        frame.html.raw("<table class=\"plain small\"><thead><tr>");
        frame.html.element("th", "", frame.say("指标", "Indicator"));
        frame.html.element("th", "", frame.say("编号", "Id"));
        frame.html.element("th", "", frame.say("期间", "Period"));
        frame.html.element("th", "", frame.say("依据", "Source"));
        frame.html.raw("</tr></thead><tbody>");
        for (String id : frame.plan.indicators()) {
            Optional<Indicator> indicator = frame.release.indicator(id);
            if (indicator.isPresent()) {
                frame.html
                        .raw("<tr>")
                        .element("td", "", frame.language.of(indicator.get().title()))
                        .element("td", "id", id + " v" + indicator.get().version())
                        .element(
                                "td",
                                "",
                                frame.release
                                        .newest(id)
                                        .map(figure -> frame.numbers.period(
                                                figure.key().period()))
                                        .orElse("—"))
                        .element("td", "", frame.language.of(indicator.get().source()))
                        .raw("</tr>");
            }
        }
        frame.html.raw("</tbody></table>");
    }
}
