package org.zhigong.ingest.form;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads single cells: the text that a person means by what the file has.
 *
 * @param styles by the number that cells refer to
 * @param isFrom1904 whether days are counted from 1904
 */
record XlsxCells(SharedStrings strings, List<NumberStyle> styles, boolean isFrom1904) {

    /** What a formula gives whose result nobody has stored. */
    private static final String NO_RESULT = "#N/A";

    /**
     * Reads the cell that {@code xml} is at the start of, up to its end.
     *
     * @param isDay whether a plain number here counts days
     */
    String read(Xml xml, boolean isDay) throws IOException, RejectedFile {
        String type = xml.attribute("t", "n");
        String style = xml.attribute("s");
        String value = "";
        boolean isFormula = false;
        while (xml.advance() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = xml.text(RichText.LONGEST);
            } else if (xml.isStart("is")) {
                value = RichText.read(xml, "is");
            } else if (xml.isStart("f")) {
                isFormula = true;
            }
        }
        if (value.isEmpty()) {
            return isFormula && !type.equals("str") ? NO_RESULT : "";
        }
        return switch (type) {
            case "s" -> strings.text(value);
            case "str" -> RichText.unescaped(value);
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(value, style, isDay);
            // Texts in place, errors, and days as ISO 8601 has them.
            default -> value;
        };
    }

    private String number(String value, @Nullable String style, boolean isDay) throws RejectedFile {
        NumberStyle found = style == null ? NumberStyle.PLAIN : style(style);
        return found.shown(value, isFrom1904, isDay);
    }

    private NumberStyle style(String number) throws RejectedFile {
        try {
            int index = Integer.parseInt(number);
            return index >= 0 && index < styles.size() ? styles.get(index) : NumberStyle.PLAIN;
        } catch (NumberFormatException e) {
            throw Damage.damaged(Form.XLSX);
        }
    }
}
