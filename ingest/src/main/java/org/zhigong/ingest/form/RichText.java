package org.zhigong.ingest.form;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a workbook that may be in pieces, each with a look of its own. */
final class RichText {

    /** As much as a cell can hold. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /** The text up to the end of {@code element}, without what helps to pronounce it. */
    static String read(Xml xml, String element) throws IOException, RejectedFile {
        StringBuilder text = new StringBuilder();
        int hints = 0;
        while (xml.advance() && !(xml.isEnd(element) && hints == 0)) {
            if (xml.isStart("rPh")) {
                hints++;
            } else if (xml.isEnd("rPh")) {
                hints--;
            } else if (xml.isStart("t")) {
                String piece = xml.text(LONGEST - text.length());
                text.append(hints == 0 ? piece : "");
            }
        }
        return unescaped(text.toString());
    }

    /** What XML cannot hold stands as {@code _x000D_}. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
