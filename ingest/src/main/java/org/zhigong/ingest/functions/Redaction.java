package org.zhigong.ingest.functions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of free text what names a person. */
public final class Redaction {

    private static final String BLOCK = "▇";

    private static final Pattern PERSONAL = Pattern.compile(String.join(
            "|",
            "(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d\\d{2,3}[0-9Xx]?(?![0-9A-Za-z])",
            "(?<!\\d)[1-9]\\d{5}[ -](?:18|19|20)\\d{6}[ -]\\d{2,3}[0-9Xx]?(?![0-9A-Za-z])",
            "(?<=[账帐卡][号户]?.{0,8})(?<!\\d)\\d(?:[ -]?\\d){8,24}(?!\\d)",
            "(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d\\d{3}(?!\\d)",
            "(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)",
            "(?<!\\d)1[3-9]\\d\\*{4}\\d{4}(?!\\d)",
            "(?<![\\dA-Za-z])0\\d{2,3}-?\\d{7,8}(?!\\d)",
            // From where such signs begin, and never back: else a long text without any @ takes hours.
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)+",
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])"));
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])\\d(?:[ -]?\\d){15,18}(?![0-9A-Za-z])");

    private static final Pattern DOCUMENT =
            Pattern.compile("(?<![0-9A-Za-z])[A-Za-z]{0,3}\\d{7,}[A-Za-z]?(?![0-9A-Za-z])");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,8}·[\\p{IsHan}]{1,8}");

    private Redaction() {}

    /**
     * {@link #redact} for a text of a roster, where a cell may have slipped into the wrong column: a text that could be
     * the name of a person goes as well, and whatever could be a number of theirs.
     */
    public static String redactInRoster(String text) {
        if (NAME.matcher(text).matches()) {
            return BLOCK;
        }
        String redacted = redact(text);
        return mayBePersonal(redacted) ? DOCUMENT.matcher(redacted).replaceAll(BLOCK) : redacted;
    }

    /** {@code text} with document, phone, bank and plate numbers and e-mail addresses replaced by {@code ▇}. */
    public static String redact(String text) {
        if (!mayBePersonal(text)) {
            return text;
        }
        String narrow = Texts.clean(text);
        String redacted = PERSONAL.matcher(narrow).replaceAll(BLOCK);
        String result = CARD.matcher(redacted)
                .replaceAll(match -> isCard(match.group()) ? BLOCK : Matcher.quoteReplacement(match.group()));
        return result.equals(narrow) ? text : result;
    }

    /** A cheap look: at least five digits or letters in a row, or an at sign. */
    private static boolean mayBePersonal(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean counts = Character.isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'Ａ' && c <= 'Ｚ');
            run = counts ? run + 1 : c == '-' || c == ' ' || c == '*' ? run : 0;
            if (run >= 5 || c == '@' || c == '＠') {
                return true;
            }
        }
        return false;
    }

    /** Bank cards carry a check digit (Luhn); other long numbers, such as document numbers of an office, stay. */
    private static boolean isCard(String number) {
        int sum = 0;
        boolean isDoubled = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            char c = number.charAt(i);
            if (!Texts.isDigit(c)) {
                continue;
            }
            int digit = c - '0';
            int weighted = isDoubled ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            isDoubled = !isDoubled;
        }
        return sum % 10 == 0;
    }
}
