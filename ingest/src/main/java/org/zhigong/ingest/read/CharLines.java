package org.zhigong.ingest.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file whose characters are pairs of bytes. */
final class CharLines implements Lines {

    private static final int LONGEST = ByteLines.LONGEST / 2;

    private final Reader reader;
    private long number;
    private int ahead = -2;

    private CharLines(Reader reader) {
        this.reader = reader;
    }

    static CharLines of(Path file, Encoding encoding) throws IOException {
        return new CharLines(encoding.reader(file));
    }

    @Override
    public @Nullable Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = ahead == -2 ? reader.read() : ahead;
        ahead = -2;
        if (c < 0) {
            return null;
        }
        boolean isReadable = true;
        while (c >= 0 && c != '\n' && c != '\r') {
            isReadable &= c != '\uFFFD' && text.length() < LONGEST;
            if (isReadable) {
                text.append((char) c);
            }
            c = reader.read();
        }
        if (c == '\r') {
            int following = reader.read();
            ahead = following == '\n' ? -2 : following;
        }
        number++;
        return new Line(number, isReadable ? text.toString() : "", isReadable, c >= 0);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
