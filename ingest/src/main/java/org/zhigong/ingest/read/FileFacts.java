package org.zhigong.ingest.read;

import java.nio.file.attribute.FileTime;

/**
 * What one look at all bytes of a file says about it, before anybody knows its feed.
 *
 * @param sha256 the hash of the bytes
 * @param bytes how many there are
 * @param modified when the file was last changed
 * @param bom the byte order mark it starts with
 * @param isUtf8 whether the bytes are UTF-8 to the letter
 * @param isDamaged whether the text holds traces of characters lost in an earlier conversion (ENC_MOJIBAKE)
 * @param isPlain whether it is CSV as RFC 4180 has it, in UTF-8: no line ends in quotes, no blank line, as many fields
 *     in each record as in the first, lines of a bearable length, one kind of line end
 * @param endOfLine the line end of a plain file
 * @param delimiter the delimiter of a plain file
 * @param fields the fields in each record of a plain file
 * @param records the records of a plain file, its header among them
 * @param head the first bytes
 */
public record FileFacts(
        String sha256,
        long bytes,
        FileTime modified,
        Bom bom,
        boolean isUtf8,
        boolean isDamaged,
        boolean isPlain,
        String endOfLine,
        char delimiter,
        int fields,
        long records,
        Head head) {

    /** How a file announces its encoding. */
    public enum Bom {
        NONE(0),
        UTF_8(3),
        UTF_16LE(2),
        UTF_16BE(2);

        private final int length;

        Bom(int length) {
            this.length = length;
        }

        int length() {
            return length;
        }
    }
}
