package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many lines of a file are in which encoding; ASCII lines are in any and count for none.
 *
 * @param lines all lines
 * @param utf8 lines that are UTF-8
 * @param gb18030 lines that are GB18030 and not UTF-8
 * @param neither lines that are neither
 * @param isLastCut whether the last line has no line end and stops inside a character of UTF-8
 */
record LineCensus(long lines, long utf8, long gb18030, long neither, boolean isLastCut) {

    /** What a line can be. */
    enum Kind {
        ASCII,
        UTF_8,
        GB18030,
        NEITHER
    }

    static LineCensus of(Path file, int skipped) throws IOException {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        boolean isLastCut = false;
        try (ByteLines lines = ByteLines.of(file, skipped)) {
            Judge judge = new Judge();
            while (lines.advance()) {
                Kind kind = judge.kind(lines);
                counts.merge(kind, 1L, Long::sum);
                isLastCut = !lines.isTerminated() && judge.isCut();
            }
            return new LineCensus(
                    lines.number(),
                    counts.getOrDefault(Kind.UTF_8, 0L),
                    counts.getOrDefault(Kind.GB18030, 0L),
                    counts.getOrDefault(Kind.NEITHER, 0L),
                    isLastCut);
        }
    }

    /** Tells the kind of one line after the other. */
    static final class Judge {

        private final CharsetDecoder decoder = Encoding.GB18030
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);

        private CharBuffer characters = CharBuffer.allocate(1 << 12);
        private boolean isCut;

        Kind kind(ByteLines lines) {
            if (lines.isCut()) {
                return Kind.NEITHER;
            }
            Utf8Scan utf8 = new Utf8Scan();
            utf8.accept(lines.bytes(), lines.from(), lines.from() + lines.length());
            isCut = utf8.isValid() && !utf8.isComplete();
            if (utf8.isComplete()) {
                return utf8.isAscii() ? Kind.ASCII : Kind.UTF_8;
            }
            return isGb18030(lines) ? Kind.GB18030 : Kind.NEITHER;
        }

        /** Whether the line looked at last stops inside a character of UTF-8. */
        boolean isCut() {
            return isCut;
        }

        private boolean isGb18030(ByteLines lines) {
            if (characters.capacity() < lines.length()) {
                characters = CharBuffer.allocate(lines.length() * 2);
            }
            characters.clear();
            ByteBuffer bytes = ByteBuffer.wrap(lines.bytes(), lines.from(), lines.length());
            decoder.reset();
            return !decoder.decode(bytes, characters, true).isError();
        }
    }
}
