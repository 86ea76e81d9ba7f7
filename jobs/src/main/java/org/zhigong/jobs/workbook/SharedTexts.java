package org.zhigong.jobs.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of a workbook, each kept once. They come from labels and books, so there are few of them in any city. */
final class SharedTexts {

    private static final int LONGEST = 32_767; // characters of a cell

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private long uses;

    /** The number of {@code text}. */
    int place(String text) {
        uses++;
        return places.computeIfAbsent(text, any -> places.size());
    }

    /** All texts as a part of the file. */
    String xml() {
        StringBuilder xml = new StringBuilder(XlsxFile.DECLARATION)
                .append("<sst xmlns=\"")
                .append(XlsxFile.MAIN)
                .append("\" count=\"")
                .append(uses)
                .append("\" uniqueCount=\"")
                .append(places.size())
                .append("\">");
        for (String text : places.keySet()) {
            xml.append("<si><t xml:space=\"preserve\">");
            escape(xml, text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
            xml.append("</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    /** Appends {@code text} so that XML holds it: what XML cannot hold becomes a replacement character. */
    static void escape(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n', '\t' -> xml.append(c);
                default -> xml.append(c < ' ' || c > '\ufffd' || isAlone(text, i) ? '\ufffd' : c);
            }
        }
    }

    private static boolean isAlone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
