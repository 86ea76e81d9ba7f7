package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of bytes turned into text; a line in another encoding than the file's is not readable. */
final class DecodedLines implements Lines {

    private final ByteLines lines;
    private final Charset charset;
    private final boolean isExact;
    private final LineCensus.Judge judge = new LineCensus.Judge();

    DecodedLines(ByteLines lines, Encoding encoding) {
        this.lines = lines;
        this.charset = encoding.charset();
        this.isExact = encoding.isExact();
    }

    @Override
    public @Nullable Line next() throws IOException {
        if (!lines.advance()) {
            return null;
        }
        boolean isReadable = !lines.isCut() && (isExact || isOfCharset());
        String text = isReadable ? new String(lines.bytes(), lines.from(), lines.length(), charset) : "";
        return new Line(lines.number(), text, isReadable, lines.isTerminated());
    }

    private boolean isOfCharset() {
        return switch (judge.kind(lines)) {
            case ASCII -> true;
            case UTF_8 -> charset.equals(StandardCharsets.UTF_8);
            case GB18030 -> !charset.equals(StandardCharsets.UTF_8);
            case NEITHER -> false;
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
