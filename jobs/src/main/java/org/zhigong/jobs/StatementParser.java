package org.zhigong.jobs;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Knows when a statement is whole, and which name is being written. */
final class StatementParser implements Parser {

    /** What is being written at the cursor: the name alone, without the quote or dot before it. */
    record Name(String line, int cursor, String word) implements CompletingParsedLine {

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean isComplete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        /** Everything before the name. */
        String before() {
            return line.substring(0, cursor - word.length());
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean isAccepted = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
        String text = line.strip();
        if (isAccepted && !text.isEmpty() && !text.startsWith(".") && !text.endsWith(";")) {
            throw new EOFError(-1, -1, "The statement has no semicolon yet");
        }
        int from = cursor;
        while (from > 0 && isPartOfAName(line.charAt(from - 1))) {
            from--;
        }
        return new Name(line, cursor, line.substring(from, cursor));
    }

    private static boolean isPartOfAName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
