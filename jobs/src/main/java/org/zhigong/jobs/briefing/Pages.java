package org.zhigong.jobs.briefing;

/** The pages of a briefing in one language, as well-formed HTML. */
final class Pages {

    private Pages() {}

    static String of(Release release, Plan plan, Language language) {
        Frame frame = new Frame(release, plan, language);
        frame.html.raw("<section class=\"briefing\" lang=\"%s\">".formatted(language.code()));
        new FirstPage(frame).write();
        ChartPages charts = new ChartPages(frame);
        charts.trends();
        charts.districts();
        charts.attention();
        new LastPages(frame).write();
        return frame.html.raw("</section>").toString();
    }
}
