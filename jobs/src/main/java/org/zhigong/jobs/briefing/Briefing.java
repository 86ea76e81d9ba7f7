package org.zhigong.jobs.briefing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.warehouse.Engine;

/**
 * The briefing of a release: a few pages for leadership, in both languages. Every number in it is a released figure,
 * and tells a program of which indicator, period and place; the same release gives the same bytes.
 */
public final class Briefing {

    /** What it is called in the folder of a release. */
    public static final String FILE = "briefing.html";

    private final Release release;
    private final Plan plan;

    /**
     * @param engine the released tables; nothing else is read
     * @param plan what it says
     */
    public Briefing(Engine engine, ReleaseTitle title, Plan plan) {
        this.release = new Release(engine, title, plan);
        this.plan = plan;
    }

    /** One page for browsers that holds all languages, shows {@code first} at first, and loads nothing. */
    public String html(Language first) {
        StringBuilder body = new StringBuilder();
        for (Language language : Language.values()) {
            body.append("<input type=\"radio\" name=\"language\" id=\"%1$s\"%2$s/><label for=\"%1$s\">%3$s</label>"
                    .formatted(
                            language.code(),
                            language == first ? " checked=\"checked\"" : "",
                            language.of("中文", "English")));
        }
        for (Language language : Language.values()) {
            body.append(Pages.of(release, plan, language));
        }
        return page(first, resource("screen.css"), body.toString());
    }

    /** Writes the pages in one language as the PDF {@code file}. */
    public void pdf(Language language, ChineseFont font, Path file) {
        Pdf.write(page(language, "", Pages.of(release, plan, language)), release.closing(), font, file);
    }

    private String page(Language language, String style, String body) {
        String notice = release.title().notice();
        return """
                <!DOCTYPE html>
                <html lang="%s" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="UTF-8"/>\
                <meta name="viewport" content="width=device-width, initial-scale=1"/><title>%s</title><style>
                %s%s
                </style></head><body>%s</body></html>
                """.formatted(
                        language.code(),
                        Html.escaped(String.join(
                                        " · ",
                                        List.of(
                                                language.of(plan.title()),
                                                release.closing().toString(),
                                                release.title().id()))
                                + (notice.isEmpty() ? "" : " · " + notice)),
                        resource("briefing.css").replace("NOTICE", notice),
                        style,
                        body);
    }

    private static String resource(String name) {
        try (InputStream in = Briefing.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
