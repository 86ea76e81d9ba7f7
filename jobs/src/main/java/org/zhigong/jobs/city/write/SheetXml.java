package org.zhigong.jobs.city.write;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rows of a sheet as an .xlsx file has them, and the texts that they share. */
final class SheetXml {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]");
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAY_STYLE = 1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder texts = new StringBuilder();

    /** The row with {@code cells}: numbers and days as a spreadsheet keeps them, all else as text. */
    String row(long number, List<String> cells) {
        StringBuilder row = new StringBuilder("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                row.append("<c r=\"").append(letters(i)).append(number).append('"');
                value(cell, row);
            }
        }
        return row.append("</row>").toString();
    }

    private void value(String cell, StringBuilder row) {
        if (NUMBER.matcher(cell).matches()) {
            row.append("><v>").append(cell).append("</v></c>");
        } else if (isDay(cell)) {
            long days = LocalDate.parse(cell).toEpochDay() - ZERO.toEpochDay();
            row.append(" s=\"").append(DAY_STYLE).append("\"><v>").append(days).append("</v></c>");
        } else {
            row.append(" t=\"s\"><v>").append(shared(cell)).append("</v></c>");
        }
    }

    /** A spreadsheet keeps a day that is not in the calendar as the text that was typed; its count of 1900 is odd. */
    private static boolean isDay(String cell) {
        if (!DAY.matcher(cell).matches()) {
            return false;
        }
        try {
            return LocalDate.parse(cell).getYear() > 1900;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private int shared(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.append("<si><t xml:space=\"preserve\">").append(escaped(text)).append("</t></si>");
        numbers.put(text, numbers.size());
        return numbers.size() - 1;
    }

    /** All texts that rows refer to. */
    String sharedTexts() {
        return texts.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The letters of a column, from 0. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
