package org.zhigong.marts.dictionary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.marts.dictionary.Entry.Fact;
import org.zhigong.marts.dictionary.Entry.Grid;
import org.zhigong.marts.dictionary.Entry.Kind;
import org.zhigong.transform.Label;

/** The dictionary as one page that needs nothing but itself: it is searched and its language is changed in the page. */
final class DictionaryPage {

    private static final Label TITLE = new Label("数据字典", "Data dictionary");
    private static final Label LINEAGE = new Label("来源图", "Where it comes from");

    private final Map<String, String> pictures = new TreeMap<>();

    DictionaryPage(DictionaryBook book) {
        LineagePicture picture =
                new LineagePicture(book.lineage(), name -> book.reference(name).anchor());
        book.indicatorsByBase().forEach((base, indicators) -> pictures.put(base, picture.of(base, indicators)));
    }

    String of(List<Entry> entries) {
        StringBuilder html = new StringBuilder(1 << 20);
        html.append("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>数据字典 Data dictionary</title>\n<style>\n")
                .append(Resource.text("page.css"))
                .append("</style>\n</head>\n<body class=\"zh\">\n");
        header(html, entries);
        html.append("<main>\n");
        for (Kind kind : Kind.values()) {
            section(
                    html,
                    kind,
                    entries.stream().filter(entry -> entry.kind() == kind).toList());
        }
        return html.append("</main>\n<script>\n")
                .append(Resource.text("page.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private static void header(StringBuilder html, List<Entry> entries) {
        html.append("<header><h1>").append(Html.both(TITLE)).append("</h1>\n<nav>");
        for (Kind kind : Kind.values()) {
            long count = entries.stream().filter(entry -> entry.kind() == kind).count();
            html.append(
                    "<a href=\"#%s\">%s <small>%d</small></a>".formatted(kind.word(), Html.both(kind.title()), count));
        }
        html.append("<a href=\"changes.html\">")
                .append(Html.both(new Label("与上次发布相比", "What changed")))
                .append("</a></nav>\n<input id=\"search\" type=\"search\" aria-label=\"搜索 search\"")
                .append(" placeholder=\"搜索 search: 覆盖率, union_density, 110105 …\">")
                .append("<button id=\"language\" type=\"button\">中文 / English</button>")
                .append("<p id=\"found\" role=\"status\"></p></header>\n");
    }

    private void section(StringBuilder html, Kind kind, List<Entry> entries) {
        html.append("<section><h2 id=\"%s\">%s</h2>\n".formatted(kind.word(), Html.both(kind.title())));
        entries.forEach(entry -> entry(html, entry));
        html.append("</section>\n");
    }

    private void entry(StringBuilder html, Entry entry) {
        html.append("<details id=\"%s\"><summary><code>%s</code> %s</summary>\n"
                .formatted(
                        Html.text(entry.reference().anchor()),
                        Html.text(entry.id()),
                        entry.name().zh().equals(entry.id()) ? "" : Html.both(entry.name())));
        html.append("<dl>\n");
        entry.facts().forEach(fact -> fact(html, fact));
        html.append("</dl>\n");
        String picture = pictures.get(entry.id());
        if (picture != null) {
            html.append("<h3>").append(Html.both(LINEAGE)).append("</h3>\n<div class=\"wide\">");
            html.append(picture).append("</div>\n");
        }
        grid(html, entry.grid());
        html.append("</details>\n");
    }

    private static void fact(StringBuilder html, Fact fact) {
        boolean isCode =
                fact.text().zh().equals(fact.text().en()) && !fact.text().en().isEmpty();
        html.append("<dt>").append(Html.both(fact.title())).append("</dt><dd>");
        html.append(isCode ? "<code>" + Html.text(fact.text().en()) + "</code>" : Html.both(fact.text()));
        html.append(fact.references().stream()
                .map(named -> "<a href=\"#%s\"><code>%s</code></a>"
                        .formatted(Html.text(named.anchor()), Html.text(named.id())))
                .collect(Collectors.joining(" ")));
        html.append("</dd>\n");
    }

    private static void grid(StringBuilder html, Grid grid) {
        if (grid.rows().isEmpty()) {
            return;
        }
        html.append("<div class=\"wide\"><table><thead><tr>");
        grid.header()
                .forEach(title -> html.append("<th>").append(Html.both(title)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (List<Label> row : grid.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(Html.both(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }
}
