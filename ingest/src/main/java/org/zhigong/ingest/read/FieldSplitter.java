package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of one record at its delimiters, with quotes as RFC 4180 has them or taken literally. */
final class FieldSplitter {

    /** What quotes did in the text that was split last. */
    enum Quotes {
        /** There were none, or they were as they should be. */
        REGULAR,
        /** A quote stands where none may be. */
        STRAY,
        /** The last one opens and nothing closes it. */
        OPEN
    }

    private final char delimiter;
    private List<String> fields = new ArrayList<>();
    private Quotes quotes = Quotes.REGULAR;

    FieldSplitter(char delimiter) {
        this.delimiter = delimiter;
    }

    /** The fields of {@code text}; {@link #quotes} then says whether to trust them. */
    List<String> split(String text) {
        fields = new ArrayList<>();
        quotes = Quotes.REGULAR;
        int at = 0;
        while (at >= 0) {
            boolean isQuoted = at < text.length() && text.charAt(at) == '"';
            at = isQuoted ? quotedField(text, at) : bareField(text, at);
        }
        return fields;
    }

    /** The fields of {@code text} with every quote taken as a character like others. */
    List<String> splitLiterally(String text) {
        fields = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            fields.add(text.substring(from, to));
            from = to + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    Quotes quotes() {
        return quotes;
    }

    private int bareField(String text, int from) {
        int to = text.indexOf(delimiter, from);
        String field = to < 0 ? text.substring(from) : text.substring(from, to);
        if (quotes == Quotes.REGULAR && field.indexOf('"') >= 0) {
            quotes = Quotes.STRAY;
        }
        fields.add(field);
        return to < 0 ? -1 : to + 1;
    }

    private int quotedField(String text, int from) {
        StringBuilder field = new StringBuilder();
        int at = from + 1;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                quotes = Quotes.OPEN;
                fields.add(field.append(text, at, text.length()).toString());
                return -1;
            }
            field.append(text, at, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                field.append('"');
                at = quote + 2;
                continue;
            }
            return afterQuote(text, quote + 1, from, field);
        }
    }

    private int afterQuote(String text, int at, int from, StringBuilder field) {
        if (at < text.length() && text.charAt(at) != delimiter) {
            quotes = Quotes.STRAY;
            return bareField(text, from);
        }
        fields.add(field.toString());
        return at < text.length() ? at + 1 : -1;
    }
}
