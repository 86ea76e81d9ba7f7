package org.zhigong.jobs.briefing;

/** A piece of a page that is well-formed whatever texts go into it. */
final class Html {

    private final StringBuilder html = new StringBuilder(1 << 14);

    /** Adds markup that is known to be well-formed. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Adds a text. */
    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** Adds an element that holds a text. */
    Html element(String name, String style, String text) {
        return open(name, style).text(text).close(name);
    }

    Html open(String name, String style) {
        html.append('<').append(name);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>');
        return this;
    }

    Html close(String name) {
        html.append("</").append(name).append(">");
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
