package org.zhigong.ingest.functions;

/** What may be shown of a value that was not accepted. */
@SuppressWarnings("DoNotCallSuggester")
public final class Masks {

    private Masks() {}

    /**
     * The shape of {@code text} only, for grade L4: {@code 9} for digits, {@code A} for letters, {@code 字} for the
     * rest.
     */
    public static String shape(String text) {
        throw new UnsupportedOperationException("To be written: " + text.length());
    }

    /** {@code text} redacted and cut to 60 characters, for grades L1 to L3. */
    public static String excerpt(String text) {
        throw new UnsupportedOperationException("To be written: " + text.length());
    }
}
