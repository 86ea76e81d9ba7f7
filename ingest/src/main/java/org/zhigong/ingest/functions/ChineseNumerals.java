package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/** Dates written out, such as 二〇二四年一月五日. */
final class ChineseNumerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final char TEN = '十';

    private ChineseNumerals() {}

    /** {@code text} with the numbers of its years, months and days in digits; unchanged if it has none in words. */
    static String toDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        boolean isChanged = false;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isNumeral(text.charAt(end))) {
                end++;
            }
            String digits = end == at ? null : digits(text.substring(at, end));
            if (digits == null) {
                out.append(text.charAt(at));
                at++;
            } else {
                out.append(digits);
                isChanged = true;
                at = end;
            }
        }
        return isChanged ? out.toString() : text;
    }

    private static boolean isNumeral(char c) {
        return c == TEN || digit(c) >= 0;
    }

    private static int digit(char c) {
        return c == '零' || c == '○' ? 0 : DIGITS.indexOf(c);
    }

    /** 二〇二四 is 2024, 二十一 is 21, 十 is 10. */
    private static @Nullable String digits(String numeral) {
        int ten = numeral.indexOf(TEN);
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            numeral.chars().forEach(c -> digits.append(digit((char) c)));
            return digits.toString();
        }
        if (ten > 1 || numeral.length() > ten + 2 || numeral.lastIndexOf(TEN) != ten) {
            return null;
        }
        int tens = ten == 0 ? 1 : digit(numeral.charAt(0));
        int ones = numeral.length() == ten + 1 ? 0 : digit(numeral.charAt(ten + 1));
        return String.valueOf(10 * tens + ones);
    }
}
