package org.zhigong.transform;

/**
 * A word, sign or literal of an SQL text.
 *
 * @param text as it was typed; a literal with its quotes
 * @param line from 1
 */
record SqlToken(Kind kind, String text, int line) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        QUOTED_NAME,
        SIGN
    }

    /** Whether this is the keyword or sign {@code expected}. */
    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(expected);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
