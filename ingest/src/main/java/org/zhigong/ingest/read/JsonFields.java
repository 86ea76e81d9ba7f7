package org.zhigong.ingest.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/** Reads objects of JSON as texts by name: fields of fields are called {@code caller.name}, numbers stay as written. */
final class JsonFields implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private long line;

    private JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    static JsonFields of(String text) throws IOException {
        return new JsonFields(FACTORY.createParser(text));
    }

    static JsonFields of(Reader reader) throws IOException {
        return new JsonFields(FACTORY.createParser(reader));
    }

    /** What is read is not JSON, or no object. It says where, and nothing of what stands there. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final boolean isAtEnd;

        Fault(long line, boolean isAtEnd) {
            this.line = line;
            this.isAtEnd = isAtEnd;
        }

        long line() {
            return line;
        }

        /** Whether the text ends where more has to come. */
        boolean isAtEnd() {
            return isAtEnd;
        }
    }

    /** Puts the next object, of a list or on its own, into {@code fields}; false after the last. */
    boolean read(Map<String, String> fields) throws IOException, Fault {
        try {
            JsonToken token = parser.nextToken();
            while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            line = parser.currentTokenLocation().getLineNr();
            if (token == null) {
                return false;
            }
            if (token != JsonToken.START_OBJECT) {
                throw new Fault(line, false);
            }
            object("", fields);
            return true;
        } catch (JsonProcessingException e) {
            boolean isAtEnd = e instanceof JsonEOFException;
            throw new Fault(e.getLocation() == null ? line : e.getLocation().getLineNr(), isAtEnd);
        }
    }

    /** Whether nothing follows. */
    boolean isOver() throws IOException, Fault {
        try {
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            throw new Fault(line, false);
        }
    }

    private void object(String prefix, Map<String, String> fields) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(name + ".", fields);
            } else {
                fields.put(name, value(token));
            }
        }
    }

    /** A scalar as it is written; a list of scalars with semicolons between them. */
    private String value(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token != JsonToken.START_ARRAY) {
            return parser.getText();
        }
        StringBuilder list = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            JsonToken next = parser.nextToken();
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            if (next.isScalarValue() && next != JsonToken.VALUE_NULL) {
                list.append(list.isEmpty() ? "" : ";").append(parser.getText());
            }
        }
        return list.toString();
    }

    /** The line that the object read last begins in. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
