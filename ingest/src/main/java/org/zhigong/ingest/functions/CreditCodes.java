package org.zhigong.ingest.functions;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unified social credit codes (GB 32100): 18 characters, the last of which checks the others. */
public final class CreditCodes {

    /**
     * The code of an employer. Issues: USCC_UNION (a union's own code), USCC_LOOKALIKE (letters that do not exist in a
     * code, and no single replacement passes the check), ORG9 and LICENCE15 (older numbers), ID_PRECISION_LOST,
     * USCC_CHECK_FAIL, USCC_INVALID. Notes: USCC_REPAIRED (look-alike letters replaced in the only way that passes),
     * USCC_CASE, and what {@link Texts} takes out.
     */
    public static final CellParser<String> EMPLOYER = new Codes() {
        @Override
        boolean isOther(String code) {
            return code.charAt(0) == '8';
        }

        @Override
        String other() {
            return "USCC_UNION";
        }
    };

    /** The code of a union, which starts with 8. Issues as {@link #EMPLOYER}, but USCC_NOT_UNION for another's code. */
    public static final CellParser<String> UNION = new Codes() {
        @Override
        boolean isOther(String code) {
            return code.charAt(0) != '8';
        }

        @Override
        String other() {
            return "USCC_NOT_UNION";
        }
    };

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final byte[] VALUES = values();
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final Pattern LICENCE = Pattern.compile("\\d{15}");

    private CreditCodes() {}

    /** Whether {@code code} has 18 characters of the alphabet and the right check character. */
    public static boolean isValid(String code) {
        return code.length() == 18 && checkCharacter(code) == code.charAt(17);
    }

    /** The check character for the first 17 characters of {@code code}; 0 if one of them is not of the alphabet. */
    public static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            char c = code.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return 0;
            }
            sum += value * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private abstract static class Codes implements CellParser<String> {

        abstract boolean isOther(String code);

        abstract String other();

        @Override
        public @Nullable String value(String text) {
            if (isValid(text)) {
                return isOther(text) ? null : text;
            }
            String code = strip(text);
            String valid = isValid(code) ? code : repair(code);
            return valid == null || isOther(valid) ? null : valid;
        }

        @Override
        public @Nullable String issue(String text) {
            String code = strip(text);
            if (isValid(code)) {
                return isOther(code) ? other() : null;
            }
            if (ORGANISATION.matcher(code).matches()) {
                return "ORG9";
            }
            if (LICENCE.matcher(code).matches()) {
                return "LICENCE15";
            }
            if (Texts.isScientific(code)) {
                return "ID_PRECISION_LOST";
            }
            if (code.length() != 18) {
                return "USCC_INVALID";
            }
            String repaired = repair(code);
            if (repaired != null) {
                return isOther(repaired) ? other() : null;
            }
            if (firstLookalike(code) >= 0) {
                return "USCC_LOOKALIKE";
            }
            return checkCharacter(code) == 0 ? "USCC_INVALID" : "USCC_CHECK_FAIL";
        }

        @Override
        public @Nullable String note(String text) {
            String code = strip(text);
            if (code.equals(text)) {
                return isValid(code) ? null : "USCC_REPAIRED";
            }
            if (!isValid(code)) {
                return "USCC_REPAIRED";
            }
            String cleaning = Texts.cleaning(text);
            return cleaning != null
                    ? cleaning
                    : text.indexOf('-') >= 0 || text.indexOf(' ') >= 0 ? "INVISIBLE" : "USCC_CASE";
        }
    }

    private static String strip(String text) {
        String code = Texts.code(text);
        return code.indexOf('-') < 0 ? code : code.replace("-", "");
    }

    /** The only code that passes the check after replacing every look-alike letter; null if none or several do. */
    private static @Nullable String repair(String code) {
        int at = code.length() == 18 ? firstLookalike(code) : -1;
        if (at < 0) {
            return null;
        }
        String found = null;
        for (char replacement : replacements(code.charAt(at)).toCharArray()) {
            String tried = code.substring(0, at) + replacement + code.substring(at + 1);
            String valid = firstLookalike(tried) >= 0 ? repair(tried) : isValid(tried) ? tried : null;
            if (valid != null && found != null) {
                return null;
            }
            found = valid == null ? found : valid;
        }
        return found;
    }

    private static int firstLookalike(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (!replacements(code.charAt(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static String replacements(char letter) {
        return switch (letter) {
            case 'O' -> "0";
            case 'I' -> "1";
            case 'S' -> "5";
            case 'Z' -> "2";
            case 'V' -> "UY";
            default -> "";
        };
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }
}
