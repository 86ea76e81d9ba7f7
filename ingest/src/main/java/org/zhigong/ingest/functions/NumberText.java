package org.zhigong.ingest.functions;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number taken apart: {@code -12.3万元} is -12.3, 10000 and 元.
 *
 * @param amount the digits with their sign
 * @param multiplier 1, ten thousand or a hundred million
 * @param suffix what follows, without the multiplier
 */
record NumberText(BigDecimal amount, long multiplier, String suffix) {

    private static final Pattern FORM =
            Pattern.compile("[¥$]?([-+]?)[¥$]?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d*)?(万|亿)?(\\D*)");
    private static final Pattern APPROXIMATE =
            Pattern.compile(".*([约近余多几]|左右|上下|以上|以下).*|.*\\d[-~—至到]+\\d.*|.*\\d\\+|[<>≤≥~].*");
    private static final int MAX_DIGITS = 24;

    /** The number in {@code text}, null if it is none. */
    static @Nullable NumberText of(String text) {
        String code = code(text);
        Matcher matcher = FORM.matcher(code);
        if (code.length() > MAX_DIGITS + 20
                || !matcher.matches()
                || matcher.group(2).length() > MAX_DIGITS) {
            return null;
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        BigDecimal amount = new BigDecimal(
                matcher.group(1) + matcher.group(2).replace(",", "") + (fraction.length() > 1 ? fraction : ""));
        String unit = matcher.group(4) == null ? "" : matcher.group(4);
        long multiplier = switch (unit) {
            case "万" -> 10_000L;
            case "亿" -> 100_000_000L;
            default -> 1L;
        };
        return new NumberText(amount, multiplier, matcher.group(5));
    }

    /** Whether {@code text} only says about how much. */
    static boolean isApproximate(String text) {
        return APPROXIMATE.matcher(code(text)).matches();
    }

    /** The amount times the multiplier and {@code scale}; null if that is not a whole number that fits. */
    @Nullable
    Long times(long scale) {
        try {
            return amount.multiply(BigDecimal.valueOf(multiplier))
                    .multiply(BigDecimal.valueOf(scale))
                    .longValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** Digits only, of a length that surely fits: the form of nearly every number of a clean file. */
    static boolean isPlain(String text) {
        return text.length() <= 15 && Texts.isDigits(text, 0, text.length());
    }

    private static String code(String text) {
        return Texts.code(text).replace('−', '-').replace('–', '-');
    }
}
