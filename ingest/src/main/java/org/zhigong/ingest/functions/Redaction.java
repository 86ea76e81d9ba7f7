package org.zhigong.ingest.functions;

/** Takes out of free text what names a person. */
@SuppressWarnings("DoNotCallSuggester")
public final class Redaction {

    private Redaction() {}

    /** {@code text} with document, phone, bank and plate numbers and e-mail addresses replaced by {@code ▇}. */
    public static String redact(String text) {
        throw new UnsupportedOperationException("To be written: " + text.length());
    }
}
