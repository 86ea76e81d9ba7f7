package org.zhigong.marts.dictionary;

import org.zhigong.transform.Label;

/** Text as HTML has it. */
final class Html {

    private Html() {}

    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Both languages, of which the page shows one; what is the same in both stands once. */
    static String both(Label label) {
        return label.zh().equals(label.en())
                ? text(label.en())
                : "<span lang=\"zh\">" + text(label.zh()) + "</span><span lang=\"en\">" + text(label.en()) + "</span>";
    }
}
