package org.zhigong.ingest.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhigong.ingest.form.RejectedFile;

/**
 * The objects of a JSON file. Where each stands on a line of its own, a line that is none costs no other; else, as in
 * an array or in objects over several lines, nothing can be read after a fault.
 */
abstract class JsonObjects implements Closeable {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private boolean isWhole = true;
    private long line;

    static JsonObjects open(Path file, Encoding encoding) throws IOException {
        try (Lines lines = encoding.lines(file)) {
            for (Line first = lines.next(); first != null; first = lines.next()) {
                String text = first.text().strip();
                if (!text.isEmpty()) {
                    boolean isByLines = text.startsWith("{") && text.endsWith("}");
                    return isByLines ? new ByLines(encoding.lines(file)) : new Stream(encoding.reader(file));
                }
            }
        }
        return new ByLines(encoding.lines(file));
    }

    /** Goes on to the next object; false after the last. @throws RejectedFile if nothing can be read from here on */
    abstract boolean advance() throws IOException, RejectedFile;

    /** What the object holds, by name. */
    final Map<String, String> fields() {
        return fields;
    }

    /** Whether it could be read. */
    final boolean isWhole() {
        return isWhole;
    }

    /** The line that it begins in. */
    final long line() {
        return line;
    }

    private static RejectedFile cut() {
        return RejectedFile.of(
                "TRUNCATED",
                "文件在一个 JSON 对象中间结束，传输中断。请重新传送。",
                "The file ends inside a JSON object: its transfer was cut short. Send it again.");
    }

    private static final class ByLines extends JsonObjects {

        private final Lines lines;

        ByLines(Lines lines) {
            this.lines = lines;
        }

        @Override
        boolean advance() throws IOException, RejectedFile {
            for (Line next = lines.next(); next != null; next = lines.next()) {
                String text = next.text().strip();
                if (text.isEmpty() && next.isReadable()) {
                    continue;
                }
                super.line = next.number();
                super.fields.clear();
                try (JsonFields parser = JsonFields.of(text)) {
                    super.isWhole = next.isReadable() && parser.read(super.fields) && parser.isOver();
                } catch (JsonFields.Fault e) {
                    super.isWhole = false;
                }
                if (!super.isWhole && !next.isTerminated()) {
                    throw cut();
                }
                return true;
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static final class Stream extends JsonObjects {

        private final JsonFields parser;

        Stream(Reader reader) throws IOException {
            parser = JsonFields.of(reader);
        }

        @Override
        boolean advance() throws IOException, RejectedFile {
            super.fields.clear();
            try {
                boolean isThere = parser.read(super.fields);
                super.line = parser.line();
                return isThere;
            } catch (JsonFields.Fault e) {
                if (e.isAtEnd()) {
                    throw cut();
                }
                throw RejectedFile.of(
                        "FILE_DAMAGED",
                        "从第 %d 行起不是 JSON 对象，其后无法读取。请从原系统重新导出，每行一个对象。".formatted(e.line()),
                        "From line %d on the file is no JSON object, so that nothing after it can be read. Export it again from its source, one object a line."
                                .formatted(e.line()));
            }
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
