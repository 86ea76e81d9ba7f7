package org.zhigong.ingest.functions;

/** The first step of every reading: what typing, spreadsheets and copying leave in a text is taken out. */
@SuppressWarnings("DoNotCallSuggester")
public final class Texts {

    /** Clean text: NFKC, nothing invisible, no spaces around, single spaces within; notes FULLWIDTH and INVISIBLE. */
    public static final CellParser<String> TEXT = Unwritten.cell();

    private Texts() {}

    /** The clean form of {@code text}, as {@link #TEXT}. */
    public static String clean(String text) {
        throw new UnsupportedOperationException("To be written: " + text);
    }

    /** The clean form of a code: in upper case and without spaces; tokens for missing values are compared in it. */
    public static String code(String text) {
        throw new UnsupportedOperationException("To be written: " + text);
    }

    /**
     * Whether {@code text} is what a spreadsheet shows instead of a result: {@code #N/A}, {@code #REF!} and the like.
     */
    public static boolean isFormulaError(String text) {
        throw new UnsupportedOperationException("To be written: " + text);
    }
}
