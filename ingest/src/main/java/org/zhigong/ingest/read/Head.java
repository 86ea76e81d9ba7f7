package org.zhigong.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a file. */
final class Head {

    /** More than any header needs. */
    static final int SIZE = 1 << 16;

    private final byte[] bytes;

    Head(byte[] buffer, int length) {
        this.bytes = Arrays.copyOf(buffer, Math.min(length, SIZE));
    }

    FileFacts.Bom bom() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return FileFacts.Bom.UTF_8;
        }
        if (startsWith(0xFF, 0xFE)) {
            return FileFacts.Bom.UTF_16LE;
        }
        return startsWith(0xFE, 0xFF) ? FileFacts.Bom.UTF_16BE : FileFacts.Bom.NONE;
    }

    /** Whether a byte order mark was read as three letters and written again. */
    boolean hasDoubleMark() {
        return startsWith(0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF);
    }

    boolean startsWith(int... expected) {
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

    /** The first line of a UTF-8 text, without mark and line end; cut where these bytes end. */
    String firstLine() {
        int start = bom().length();
        int end = start;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
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
