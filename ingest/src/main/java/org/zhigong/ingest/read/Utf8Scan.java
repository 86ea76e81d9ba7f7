package org.zhigong.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether bytes are UTF-8 to the letter: no overlong form, no surrogate, nothing beyond U+10FFFF, nothing cut. */
final class Utf8Scan {

    // Characters that stand where others were lost: U+FFFD itself, and U+FFFD read as GBK, which gives 锟斤拷.
    private static final int REPLACEMENT = 0xFFFD;
    private static final byte[] KAO_BEFORE = "锟斤".getBytes(StandardCharsets.UTF_8);

    private boolean valid = true;
    private boolean damaged;
    private boolean ascii = true;
    private int missing;
    private int low = 0x80;
    private int high = 0xBF;

    void accept(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && valid) {
            int b = bytes[i];
            ascii &= b >= 0;
            if (missing > 0) {
                next(b & 0xff);
                i++;
            } else if (b >= 0) {
                i = afterAscii(bytes, i, to);
            } else if ((b & 0xF0) == 0xE0 && i + 2 < to) {
                i = afterThreeBytes(bytes, i, to);
            } else {
                lead(b & 0xff);
                i++;
            }
        }
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 8 <= to && Words.isAscii(Words.at(bytes, i))) {
            i += 8;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    // Nearly all characters of a Chinese text: kept apart from the rest, this loop is twice as fast.
    private int afterThreeBytes(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 2 < to && (bytes[i] & 0xF0) == 0xE0) {
            int second = bytes[i + 1];
            int third = bytes[i + 2];
            int c = ((bytes[i] & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F);
            if ((second & 0xC0) != 0x80 || (third & 0xC0) != 0x80 || c < 0x800 || (c & 0xF800) == 0xD800) {
                valid = false;
                return to;
            }
            if (c == REPLACEMENT || (c == '拷' && follows(bytes, i, KAO_BEFORE))) {
                damaged = true;
            }
            i += 3;
        }
        return i;
    }

    private static boolean follows(byte[] bytes, int index, byte[] before) {
        int from = index - before.length;
        return from >= 0 && Arrays.equals(bytes, from, index, before, 0, before.length);
    }

    private void lead(int b) {
        if (b < 0xC2 || b > 0xF4) {
            valid = false;
            return;
        }
        if (b < 0xE0) {
            missing = 1;
        } else if (b < 0xF0) {
            missing = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else {
            missing = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        }
    }

    private void next(int b) {
        if (b < low || b > high) {
            valid = false;
            return;
        }
        low = 0x80;
        high = 0xBF;
        missing--;
    }

    /** Whether nothing was wrong so far. */
    boolean isValid() {
        return valid;
    }

    /** Whether nothing was wrong and the last character is whole. */
    boolean isComplete() {
        return valid && missing == 0;
    }

    /** Whether there were only ASCII characters. */
    boolean isAscii() {
        return ascii;
    }

    /** Whether characters were lost before this file was written. */
    boolean isDamaged() {
        return damaged;
    }
}
