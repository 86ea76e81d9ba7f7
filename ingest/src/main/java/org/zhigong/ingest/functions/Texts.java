package org.zhigong.ingest.functions;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first step of every reading: what typing, spreadsheets and copying leave in a text is taken out. */
public final class Texts {

    /** Clean text: NFKC, nothing invisible, no spaces around, single spaces within; notes FULLWIDTH and INVISIBLE. */
    public static final CellParser<String> TEXT = new CellParser<>() {
        @Override
        public @Nullable String value(String text) {
            return clean(text);
        }

        @Override
        public @Nullable String issue(String text) {
            return null;
        }

        @Override
        public @Nullable String note(String text) {
            return cleaning(text);
        }
    };

    private static final Set<String> FORMULA_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!");

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.]\\d+)?E[+]?\\d+");

    private Texts() {}

    /** The clean form of {@code text}, as {@link #TEXT}. */
    public static String clean(String text) {
        return isPlain(text) ? text : squeeze(Normalizer.normalize(text, Normalizer.Form.NFKC), " ");
    }

    /** The clean form of a code: in upper case and without spaces; tokens for missing values are compared in it. */
    public static String code(String text) {
        if (isPlain(text) && isUpperWithoutSpace(text)) {
            return text;
        }
        String narrow = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return squeeze(narrow, "").toUpperCase(Locale.ROOT);
    }

    /**
     * Whether {@code text} is what a spreadsheet shows instead of a result: {@code #N/A}, {@code #REF!} and the like.
     */
    public static boolean isFormulaError(String text) {
        return text.indexOf('#') >= 0 && FORMULA_ERRORS.contains(code(text));
    }

    /** Whether a spreadsheet took a number for an amount and rounded it: {@code 2.025E+17}. */
    public static boolean isScientific(String text) {
        return text.length() >= 4
                && text.length() < 40
                && isDigit(text.charAt(0))
                && SCIENTIFIC.matcher(text).matches();
    }

    /** Whether a spreadsheet would take {@code text} for a formula. */
    public static boolean isLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    /** What had to be taken out of {@code text}: INVISIBLE, FULLWIDTH or null. */
    static @Nullable String cleaning(String text) {
        if (isPlain(text)) {
            return null;
        }
        if (!squeeze(text, " ").equals(text)) {
            return "INVISIBLE";
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC) ? null : "FULLWIDTH";
    }

    /** {@code text} without invisible characters, with every run of white space replaced by {@code gap}. */
    static String squeeze(String text, String gap) {
        StringBuilder out = new StringBuilder(text.length());
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c) || (c == '\'' && out.isEmpty())) {
                continue;
            }
            if (isSpace(c)) {
                isGap = !out.isEmpty();
                continue;
            }
            if (isGap) {
                out.append(gap);
                isGap = false;
            }
            out.append(c);
        }
        return out.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether {@code text} is made of the digits 0 to 9 only, from {@code from} to before {@code to}. */
    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }

    /** Whether cleaning would change nothing; sure for ASCII and for the common Han characters. */
    private static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean isInnerSpace = c == ' ' && i > 0 && i < length - 1 && text.charAt(i - 1) != ' ';
            boolean isVisible = (c > ' ' && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fa5);
            if (!isVisible && !isInnerSpace) {
                return false;
            }
        }
        return length == 0 || text.charAt(0) != '\'';
    }

    private static boolean isUpperWithoutSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == 0x85 || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028;
    }

    private static boolean isInvisible(char c) {
        return c == 0xfeff || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xad || c == 0x7f;
    }
}
