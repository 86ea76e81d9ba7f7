package org.zhigong.ingest.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about a day: the one reading behind {@link Dates} and {@link Months}.
 *
 * @param form how it was written
 * @param day the day, or the first day of the month; null for forms that say neither
 */
record DateText(Form form, @Nullable LocalDate day) {

    enum Form {
        /** 2024-01-05. */
        PLAIN,
        /** Any other way to write a day. */
        WRITTEN,
        /** A spreadsheet's count of days. */
        SERIAL,
        /** A month without a day. */
        MONTH,
        /** A convention for "no date" or "without end". */
        SENTINEL,
        /** A year of two digits. */
        SHORT_YEAR,
        /** 03/04/2024: day and month cannot be told apart. */
        DAY_OR_MONTH_FIRST,
        /** Not a day of the calendar, or not of the years 1900 to 2100. */
        IMPOSSIBLE,
        /** Nothing like a date. */
        NONE
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?");
    private static final Pattern ENGLISH = Pattern.compile("(\\d{1,2})[- ]([A-Z]{3})[- ](\\d{2}|\\d{4})");
    private static final Pattern MONTH_ONLY = Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})|年(\\d{1,2})月份?|(\\d{2}))");
    private static final Pattern ENGLISH_MONTH = Pattern.compile("([A-Z]{3})[- ](\\d{2}|\\d{4})");
    private static final Pattern SERIAL_DAYS = Pattern.compile("([1-9]\\d{4})(\\.\\d+)?");
    private static final Pattern SHORT_FORM =
            Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{2}年.*|\\d{2}[-/.]\\d{1,2}");
    private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{4}");
    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Map<String, Boolean> SENTINELS = Map.of(
            "1900-1-0",
            true,
            "1900-1-1",
            true,
            "1899-12-30",
            true,
            "1899-12-31",
            true,
            "1970-1-1",
            true,
            "0-0-0",
            true);

    static DateText of(String text) {
        LocalDate plain = plain(text);
        if (plain != null) {
            return sentinelOr(plain.getYear(), plain.getMonthValue(), plain.getDayOfMonth(), Form.PLAIN);
        }
        String spaced = Texts.clean(text).toUpperCase(Locale.ROOT);
        Matcher time = TIME.matcher(spaced);
        String day = time.find() ? spaced.substring(0, time.start()) : spaced;
        String english = day;
        String joined = ChineseNumerals.toDigits(day.replace(" ", ""));
        DateText found = written(joined);
        return found == null ? other(english, joined) : found;
    }

    private static @Nullable DateText written(String text) {
        for (Pattern form : new Pattern[] {YEAR_FIRST, COMPACT, CHINESE}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                int first = form == YEAR_FIRST ? 3 : 2;
                return sentinelOr(number(matcher, 1), number(matcher, first), number(matcher, first + 1), Form.WRITTEN);
            }
        }
        return null;
    }

    private static DateText other(String spaced, String text) {
        Matcher english = ENGLISH.matcher(spaced);
        if (english.matches() && month(english.group(2)) > 0) {
            return sentinelOr(year(english.group(3)), month(english.group(2)), number(english, 1), Form.WRITTEN);
        }
        Matcher serial = SERIAL_DAYS.matcher(text);
        if (serial.matches()) {
            return new DateText(Form.SERIAL, SERIAL_ZERO.plusDays(number(serial, 1)));
        }
        DateText month = monthOnly(spaced, text);
        if (month != null) {
            return month;
        }
        if (text.equals("0")) {
            return new DateText(Form.SENTINEL, null);
        }
        if (SHORT_FORM.matcher(text).matches() || isShortCompact(text)) {
            return new DateText(Form.SHORT_YEAR, null);
        }
        return new DateText(YEAR_LAST.matcher(text).matches() ? Form.DAY_OR_MONTH_FIRST : Form.NONE, null);
    }

    private static @Nullable DateText monthOnly(String spaced, String text) {
        Matcher english = ENGLISH_MONTH.matcher(spaced);
        if (english.matches() && month(english.group(1)) > 0) {
            return inCalendar(year(english.group(2)), month(english.group(1)), 1, Form.MONTH);
        }
        Matcher matcher = MONTH_ONLY.matcher(text);
        if (!matcher.matches() || isShortCompact(text)) {
            return null;
        }
        int group = matcher.group(2) != null ? 2 : matcher.group(3) != null ? 3 : 4;
        return inCalendar(number(matcher, 1), number(matcher, group), 1, Form.MONTH);
    }

    private static DateText sentinelOr(int year, int month, int day, Form form) {
        if (year == 9999 || SENTINELS.containsKey(year + "-" + month + "-" + day)) {
            return new DateText(Form.SENTINEL, null);
        }
        return inCalendar(year, month, day, form);
    }

    private static DateText inCalendar(int year, int month, int day, Form form) {
        if (year < 1900 || year > 2100) {
            return new DateText(Form.IMPOSSIBLE, null);
        }
        try {
            return new DateText(form, LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return new DateText(Form.IMPOSSIBLE, null);
        }
    }

    /** The day of a text of the form 2024-01-05; null for any other and for days that are not in the calendar. */
    static @Nullable LocalDate plain(String text) {
        boolean hasForm = text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && Texts.isDigits(text, 0, 4)
                && Texts.isDigits(text, 5, 7)
                && Texts.isDigits(text, 8, 10);
        if (!hasForm) {
            return null;
        }
        int day = Integer.parseInt(text, 8, 10, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        boolean isSurelyReal = month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return isSurelyReal ? LocalDate.of(Integer.parseInt(text, 0, 4, 10), month, day) : lateInMonth(text);
    }

    private static @Nullable LocalDate lateInMonth(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** Six digits that are no month of this or the last century, such as 240105. */
    private static boolean isShortCompact(String text) {
        if (text.length() != 6 || !Texts.isDigits(text, 0, 6)) {
            return false;
        }
        int century = Integer.parseInt(text, 0, 2, 10);
        return century != 19 && century != 20;
    }

    /** A year of two digits as spreadsheets show it beside a month's name: 00 to 29 are of this century. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 30 ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name);
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
