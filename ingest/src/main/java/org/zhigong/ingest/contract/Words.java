package org.zhigong.ingest.contract;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** How single words of a contract are read; what is wrong with one is told as IllegalArgumentException. */
final class Words {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Words() {}

    /** Reads a constant of {@code type} by its name in lower case. */
    static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("expected one of %s, found '%s'"
                    .formatted(
                            Arrays.stream(type.getEnumConstants())
                                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")),
                            text));
        };
    }

    static Grade grade(String text) {
        for (Grade grade : Grade.values()) {
            if (grade.name().equals(text)) {
                return grade;
            }
        }
        throw new IllegalArgumentException("expected one of L1, L2, L3, L4, found '%s'".formatted(text));
    }

    static boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("expected true or false, found '%s'".formatted(text));
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number, found '%s'".formatted(text), e);
        }
    }

    /** A number from 1 to 31. */
    static int day(String text) {
        int day = number(text);
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("expected a day from 1 to 31, found %d".formatted(day));
        }
        return day;
    }

    /** A number from 0 to 1. */
    static double share(String text) {
        double share = decimal(text);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share from 0 to 1, found %s".formatted(text));
        }
        return share;
    }

    /** A number above 0. */
    static double jump(String text) {
        double jump = decimal(text);
        if (!(jump > 0)) {
            throw new IllegalArgumentException("expected a number above 0, found %s".formatted(text));
        }
        return jump;
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, found '%s'".formatted(text), e);
        }
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "invalid pattern '%s': %s near character %d".formatted(text, e.getDescription(), e.getIndex()), e);
        }
    }

    static Charset charset(String text) {
        List<String> known = List.of("UTF-8", "GB18030", "UTF-16");
        if (!known.contains(text)) {
            throw new IllegalArgumentException(
                    "expected one of %s, found '%s'".formatted(String.join(", ", known), text));
        }
        return Charset.forName(text);
    }

    static char character(String text) {
        if (text.length() == 1) {
            return text.charAt(0);
        }
        throw new IllegalArgumentException("expected one character, found '%s'".formatted(text));
    }

    /** A name in lower snake case. */
    static String name(String text) {
        if (NAME.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException("expected a name in lower snake case, found '%s'".formatted(text));
    }

    /** Reads exactly {@code expected}. */
    static Function<String, String> exactly(String expected) {
        return text -> {
            if (text.equals(expected)) {
                return text;
            }
            throw new IllegalArgumentException("expected '%s', found '%s'".formatted(expected, text));
        };
    }
}
