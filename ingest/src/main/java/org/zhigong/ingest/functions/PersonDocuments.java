package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/** Numbers of documents that identify a person; the context is the code of {@code doc_type}, null: only an ID fits. */
@SuppressWarnings("DoNotCallSuggester")
public final class PersonDocuments {

    /**
     * The one form of a number in which persons are compared. Issues: ID_MASKED, ID_PRECISION_LOST, ID_CHECK_FAIL,
     * ID_INVALID, DOC_TYPE_MISMATCH, TEST_ROWS. Notes: ID_15, ID_X_FORM.
     */
    public static final PairParser<String> NUMBER = new PairParser<>() {
        @Override
        public @Nullable String value(@Nullable String context, String text) {
            throw new UnsupportedOperationException("To be written");
        }

        @Override
        public @Nullable String issue(@Nullable String context, String text) {
            throw new UnsupportedOperationException("To be written");
        }
    };

    private PersonDocuments() {}

    /** The kind of document that {@code context} and a number in one form make: the context, or ID. */
    public static String kind(@Nullable String context) {
        return context == null ? "ID" : context;
    }
}
