package org.zhigong.ingest.functions;

/** What may be shown of a value that was not accepted. */
public final class Masks {

    private static final int MAX_LENGTH = 60;

    private Masks() {}

    /**
     * The shape of {@code text} only, for grade L4: {@code 9} for digits, {@code A} for letters, {@code 字} for other
     * scripts; spaces and punctuation stay.
     */
    public static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).map(Masks::shapeOf).forEach(shape::appendCodePoint);
        return shape.toString();
    }

    /** {@code text} redacted and cut to 60 characters, for grades L1 to L3. */
    public static String excerpt(String text) {
        String redacted = Redaction.redact(text);
        if (redacted.codePointCount(0, redacted.length()) <= MAX_LENGTH) {
            return redacted;
        }
        return redacted.substring(0, redacted.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    private static int shapeOf(int c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (!Character.isLetter(c)) {
            return c;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        boolean isLatin = script == Character.UnicodeScript.LATIN || c < 0x250 || (c >= 0xff21 && c <= 0xff5a);
        return isLatin ? 'A' : '字';
    }
}
