package org.zhigong.jobs.briefing;

import java.util.List;

/** What all pages of a briefing share: its release, its language, and how a page begins and is laid out. */
final class Frame {

    final Release release;
    final Plan plan;
    final Language language;
    final Numbers numbers;
    final Shown shown;
    final Sentences sentences;
    final Html html = new Html();

    Frame(Release release, Plan plan, Language language) {
        this.release = release;
        this.plan = plan;
        this.language = language;
        this.numbers = new Numbers(language);
        this.shown = new Shown(numbers);
        this.sentences = new Sentences(release, language);
    }

    /** The text of the language. */
    String say(String zh, String en) {
        return language.of(zh, en);
    }

    /** Begins a page. Every page says that data are synthetic, also one that is torn from the others. */
    void begin(String title) {
        html.raw("<div class=\"sheet\">");
        if (release.title().synthetic()) {
            html.element("p", "synthetic", say("合成数据 SYNTHETIC，仅供演示", "SYNTHETIC DATA 合成数据, for demonstration only"));
        }
        if (!title.isEmpty()) {
            html.element(
                    "p",
                    "running",
                    "%s · %s · %s"
                            .formatted(
                                    language.of(release.place(Release.CITY)),
                                    language.of(plan.title()),
                                    numbers.period(closing())));
            html.element("h2", "", title);
        }
    }

    /** Ends the page that was begun. */
    void end() {
        html.raw("</div>");
    }

    /** The closing month, as a period. */
    String closing() {
        return release.closing().toString();
    }

    /** A figure as a sentence. */
    String level(Figure figure) {
        return sentences.level(figure, indicator(figure));
    }

    /** What a figure is of. */
    Indicator indicator(Figure figure) {
        return release.indicator(figure.key().indicator()).orElseThrow();
    }

    /** Lays blocks out in two columns. */
    void columns(List<String> blocks) {
        html.raw("<table class=\"columns\">");
        for (int i = 0; i < blocks.size(); i += 2) {
            html.raw("<tr><td>" + blocks.get(i) + "</td><td>" + (i + 1 < blocks.size() ? blocks.get(i + 1) : "")
                    + "</td></tr>");
        }
        html.raw("</table>");
    }
}
