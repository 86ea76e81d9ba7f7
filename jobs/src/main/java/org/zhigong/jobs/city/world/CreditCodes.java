package org.zhigong.jobs.city.world;

/**
 * Unified social credit codes that nobody has: the registration areas 119990 to 119999 were never issued. Different
 * numbers give different codes.
 */
public final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] VALUES = values();

    /** Bodies are numbers below 2^39, which fit into eight characters. */
    private static final long BODIES = (1L << 39) - 1;

    private static final long SPREAD = 0x5_DEEC_E66DL;

    private CreditCodes() {}

    /** The code of {@code number}; {@code kind} is its first two characters. */
    public static String code(String kind, long number) {
        char[] code = new char[18];
        code[0] = kind.charAt(0);
        code[1] = kind.charAt(1);
        long body = number * SPREAD & BODIES;
        long area = 119_990 + body % 10;
        for (int i = 7; i >= 2; i--, area /= 10) {
            code[i] = (char) ('0' + area % 10);
        }
        for (int i = 15; i >= 8; i--, body /= 31) {
            code[i] = ALPHABET.charAt((int) (body % 31));
        }
        code[16] = bodyCheck(code);
        code[17] = check(code);
        return new String(code);
    }

    /** The last character that the first seventeen ask for. */
    static char check(char[] code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * VALUES[code[i]];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char bodyCheck(char[] code) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            char c = code[8 + i];
            sum += BODY_WEIGHTS[i] * (c <= '9' ? c - '0' : c - 'A' + 10);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static int[] values() {
        int[] values = new int[128];
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }
}
