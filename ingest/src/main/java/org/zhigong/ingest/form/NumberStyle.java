package org.zhigong.ingest.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a workbook shows the number of a cell, as far as that decides what it means: a day and a count are the same
 * number in another style.
 *
 * @param digits to which a PADDED number is filled up with zeros
 */
record NumberStyle(Kind kind, int digits) {

    /** What a number is. */
    enum Kind {
        PLAIN,
        /** A code: shown with leading zeros. */
        PADDED,
        DAY,
        MONTH,
        /** A time of day. */
        TIME
    }

    static final NumberStyle PLAIN = new NumberStyle(Kind.PLAIN, 0);

    private static final NumberStyle DAY = new NumberStyle(Kind.DAY, 0);
    private static final NumberStyle MONTH = new NumberStyle(Kind.MONTH, 0);
    private static final NumberStyle TIME = new NumberStyle(Kind.TIME, 0);

    /** A spreadsheet keeps so many digits and fills up with zeros. */
    private static final int KEPT_DIGITS = 15;

    private static final BigDecimal TOO_LONG = BigDecimal.TEN.pow(KEPT_DIGITS);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int MISSING_LEAP_DAY = 60;
    private static final int FROM_1904 = 1_462;
    private static final int SECONDS = 86_400;
    private static final int MOST_DECIMALS = 30;

    /** Styles that have a number instead of a code; as a Chinese system shows those that differ by country. */
    private static final Map<Integer, NumberStyle> BUILT_IN = Map.ofEntries(
            Map.entry(14, DAY),
            Map.entry(15, DAY),
            Map.entry(16, DAY),
            Map.entry(17, MONTH),
            Map.entry(18, TIME),
            Map.entry(19, TIME),
            Map.entry(20, TIME),
            Map.entry(21, TIME),
            Map.entry(22, DAY),
            Map.entry(27, MONTH),
            Map.entry(28, DAY),
            Map.entry(29, DAY),
            Map.entry(30, DAY),
            Map.entry(31, DAY),
            Map.entry(32, TIME),
            Map.entry(33, TIME),
            Map.entry(34, TIME),
            Map.entry(35, TIME),
            Map.entry(36, MONTH),
            Map.entry(45, TIME),
            Map.entry(46, TIME),
            Map.entry(47, TIME),
            Map.entry(50, MONTH),
            Map.entry(51, DAY),
            Map.entry(52, MONTH),
            Map.entry(53, DAY),
            Map.entry(54, DAY),
            Map.entry(55, TIME),
            Map.entry(56, TIME),
            Map.entry(57, MONTH),
            Map.entry(58, DAY));

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+])[^]]*]");
    private static final Pattern SCIENTIFIC = Pattern.compile("(?i)e[+-]");

    /** The style of a built-in number. */
    static NumberStyle of(int number) {
        return BUILT_IN.getOrDefault(number, PLAIN);
    }

    /** The style of a code such as {@code yyyy"年"m"月"}. */
    static NumberStyle of(String code) {
        String first = LITERAL.matcher(code).replaceAll(" ").split(";", -1)[0];
        String letters = SCIENTIFIC.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.contains("general") || letters.contains("#") || letters.contains("?") || letters.contains("%")) {
            return PLAIN;
        }
        boolean hasYear = letters.indexOf('y') >= 0 || letters.indexOf('e') >= 0;
        boolean hasMonth = letters.indexOf('m') >= 0;
        boolean hasTime = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        if (letters.indexOf('d') >= 0 || letters.contains("aaa") || (hasYear && hasTime)) {
            return DAY;
        }
        if (hasTime) {
            return TIME;
        }
        if (hasYear || hasMonth) {
            return hasMonth ? MONTH : DAY;
        }
        String zeros = letters.strip();
        return zeros.length() > 1 && zeros.chars().allMatch(c -> c == '0')
                ? new NumberStyle(Kind.PADDED, zeros.length())
                : PLAIN;
    }

    /**
     * The number {@code text} as it is to be read: digits; a day as 2024-01-05; beyond what a spreadsheet keeps in the
     * scientific form, so that nobody takes the zeros for digits.
     *
     * @param isFrom1904 whether days are counted from 1904
     * @param isDay whether a plain number counts days
     */
    String shown(String text, boolean isFrom1904, boolean isDay) {
        String shown = shown(text, isFrom1904);
        return isDay && isFrom1904 && kind == Kind.PLAIN ? countedFrom1900(shown) : shown;
    }

    private String shown(String text, boolean isFrom1904) {
        if (kind == Kind.PLAIN && isShortDigits(text)) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip()).round(new MathContext(KEPT_DIGITS));
            boolean isDay = kind == Kind.DAY || kind == Kind.MONTH || kind == Kind.TIME;
            return isDay && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0
                    ? moment(number, isFrom1904)
                    : plain(number);
        } catch (NumberFormatException | ArithmeticException e) {
            return text;
        }
    }

    private static boolean isShortDigits(String text) {
        int length = text.length();
        if (length == 0 || length > KEPT_DIGITS || (length > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private String plain(BigDecimal number) {
        if (number.abs().compareTo(TOO_LONG) >= 0) {
            return number.stripTrailingZeros()
                    .round(new MathContext(KEPT_DIGITS))
                    .toString();
        }
        if (number.scale() > MOST_DECIMALS) {
            return number.toString();
        }
        String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (kind == Kind.PADDED && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "0".repeat(Math.max(0, this.digits - digits.length())) + digits;
        }
        return digits;
    }

    private String moment(BigDecimal number, boolean isFrom1904) {
        int days = number.intValue();
        long seconds = Math.round((number.doubleValue() - days) * SECONDS);
        if (seconds == SECONDS) {
            days++;
            seconds = 0;
        }
        String time = "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        if (kind == Kind.TIME && number.compareTo(BigDecimal.ONE) < 0) {
            return time;
        }
        String day = day(days, isFrom1904);
        if (kind == Kind.MONTH && seconds == 0 && day.endsWith("-01")) {
            return day.substring(0, day.length() - 3);
        }
        return seconds == 0 ? day : day + " " + time;
    }

    private static String day(int count, boolean isFrom1904) {
        int days = isFrom1904 ? count + FROM_1904 : count;
        if (days == 0) {
            return "1900-01-00";
        }
        if (days == MISSING_LEAP_DAY) {
            // The day that spreadsheets believe in and no calendar has.
            return "1900-02-29";
        }
        return ZERO.plusDays(days < MISSING_LEAP_DAY ? days + 1L : days).toString();
    }

    // As workbooks count whose days begin in 1900, which is how the days of a column are understood.
    private static String countedFrom1900(String digits) {
        boolean isCount =
                !digits.isEmpty() && digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int days = isCount ? Integer.parseInt(digits) + FROM_1904 : 0;
        // What looks like a year or a written day is not a count.
        return isCount && days < 100_000 && Integer.parseInt(digits) >= 10_000 ? Integer.toString(days) : digits;
    }
}
