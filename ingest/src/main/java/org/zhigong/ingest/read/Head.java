package org.zhigong.ingest.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zhigong.ingest.form.Start;

/** The first bytes of a file. */
final class Head implements Start {

    /** More than any header needs. */
    static final int SIZE = 1 << 16;

    private final byte[] bytes;

    Head(byte[] buffer, int length) {
        this.bytes = Arrays.copyOf(buffer, Math.min(length, SIZE));
    }

    FileFacts.Bom bom() {
        if (hasBytes(0xEF, 0xBB, 0xBF)) {
            return FileFacts.Bom.UTF_8;
        }
        if (hasBytes(0xFF, 0xFE)) {
            return FileFacts.Bom.UTF_16LE;
        }
        return hasBytes(0xFE, 0xFF) ? FileFacts.Bom.UTF_16BE : FileFacts.Bom.NONE;
    }

    /** Whether a byte order mark was read as three letters and written again. */
    boolean hasDoubleMark() {
        return hasBytes(0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF);
    }

    @Override
    public boolean hasBytes(int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text() {
        Charset charset = switch (bom()) {
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case UTF_8, NONE -> StandardCharsets.ISO_8859_1;
        };
        int start = bom().length();
        return new String(bytes, start, bytes.length - start, charset);
    }

    /** The candidate that separates fields in the first line: the most frequent outside quotes. */
    char delimiter() {
        int[] counts = new int[128];
        boolean isQuoted = false;
        for (byte b : bytes) {
            if (b == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!isQuoted && b > 0) {
                counts[b]++;
            }
        }
        char best = ',';
        for (char candidate : new char[] {'\t', '|', ';'}) {
            if (counts[candidate] > counts[best]) {
                best = candidate;
            }
        }
        return best;
    }

    /** Whether the first line ends with CR alone. */
    boolean hasLoneReturns() {
        boolean isQuoted = false;
        int width = bom() == FileFacts.Bom.UTF_16LE || bom() == FileFacts.Bom.UTF_16BE ? 2 : 1;
        for (int i = 0; i + 2 * width <= bytes.length; i += width) {
            char c = character(i, width);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '\n' || c == '\r')) {
                return c == '\r' && character(i + width, width) != '\n';
            }
        }
        return false;
    }

    private char character(int at, int width) {
        int one = bytes[at] & 0xff;
        if (width == 1) {
            return (char) one;
        }
        int other = bytes[at + 1] & 0xff;
        return (char) (bom() == FileFacts.Bom.UTF_16LE ? one | other << 8 : one << 8 | other);
    }
}
