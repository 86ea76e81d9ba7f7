package org.zhigong.jobs.city.plant;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Other ways to write what a cell says. */
final class Forms {

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private Forms() {}

    /** A day in one of the forms that files use, which one depending on the day. */
    static String day(String iso) {
        LocalDate day = LocalDate.parse(iso);
        int year = day.getYear();
        int month = day.getMonthValue();
        return switch ((int) (day.toEpochDay() % 7)) {
            case 0 -> year + "/" + month + "/" + day.getDayOfMonth();
            case 1 -> iso.replace('-', '.');
            case 2 -> iso.replace("-", "");
            case 3 -> year + "年" + month + "月" + day.getDayOfMonth() + "日";
            case 4 -> iso + " 00:00:00";
            case 5 -> year + "年" + month + "月" + day.getDayOfMonth() + "号";
            default -> day.format(DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH));
        };
    }

    /** A day as a spreadsheet counts it. */
    static String serial(String iso) {
        return Long.toString(LocalDate.parse(iso).toEpochDay() - SERIAL_ZERO.toEpochDay());
    }

    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }

    /** With something around it that nobody sees. */
    static String invisible(String text) {
        return text.hashCode() % 2 == 0 ? "\u00A0" + text + "\u200B" : "'" + text + "\u3000";
    }

    /** A whole number with separators and a counting word. */
    static String counted(String number, String word) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(number)) + word;
    }

    /** The old form of a resident number: no century, no check. */
    static String fifteen(String number) {
        return number.substring(0, 6) + number.substring(8, 17);
    }

    /** The first digit one of the area as the letter that looks like it. */
    static String lookalike(String code) {
        return code.substring(0, 2) + code.substring(2).replaceFirst("1", "I");
    }

    static String otherLast(String text, char usual, char other) {
        char last = text.charAt(text.length() - 1);
        return text.substring(0, text.length() - 1) + (last == usual ? other : usual);
    }
}
