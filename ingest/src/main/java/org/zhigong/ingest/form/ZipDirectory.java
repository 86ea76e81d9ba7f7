package org.zhigong.ingest.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip file, which the class library reads too, but says nothing of passwords, and takes
 * names for UTF-8 that are GBK. A file with more entries than anybody packs is refused before they are read.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final long LARGEST = 8 << 20;
    private static final int ENCRYPTED = 1;
    private static final int UTF_8 = 1 << 11;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final List<Entry> entries;

    private ZipDirectory(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * What the directory says of one entry.
     *
     * @param isGbk whether its name is written in GBK
     * @param isEncrypted whether it needs a password
     */
    record Entry(String name, boolean isGbk, boolean isEncrypted) {}

    /**
     * Reads the directory of {@code file}, which is of {@code form}. @throws RejectedFile if it has none, or too much
     */
    static ZipDirectory of(Path file, Form form) throws IOException, RejectedFile {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            ByteBuffer tail =
                    bytes(channel, Math.max(0, size - END_SIZE - LONGEST_COMMENT), END_SIZE + LONGEST_COMMENT);
            int end = tail.limit() - END_SIZE;
            while (end >= 0 && tail.getInt(end) != END) {
                end--;
            }
            if (end < 0) {
                throw Damage.damaged(form);
            }
            long length = Integer.toUnsignedLong(tail.getInt(end + 12));
            if (length > LARGEST) {
                throw Damage.tooLarge(form, "内条目过多", "with far too many entries");
            }
            long start = size - tail.limit() + end - length;
            return new ZipDirectory(entries(start < 0 ? ByteBuffer.allocate(0) : bytes(channel, start, (int) length)));
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
            // until the buffer is full or the file over
        }
        return buffer.flip();
    }

    private static List<Entry> entries(ByteBuffer directory) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + ENTRY_SIZE <= directory.limit() && directory.getInt(at) == ENTRY) {
            int flags = directory.getShort(at + 8);
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            byte[] name = new byte[Math.min(nameLength, directory.limit() - at - ENTRY_SIZE)];
            directory.get(at + ENTRY_SIZE, name);
            entries.add(entry(name, (flags & UTF_8) != 0, (flags & ENCRYPTED) != 0));
            at += ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(directory.getShort(at + 30))
                    + Short.toUnsignedInt(directory.getShort(at + 32));
        }
        return entries;
    }

    private static Entry entry(byte[] name, boolean isUtf8, boolean isEncrypted) {
        boolean isGbk = !isUtf8 && !isValidUtf8(name);
        return new Entry(new String(name, isGbk ? GB18030 : StandardCharsets.UTF_8), isGbk, isEncrypted);
    }

    private static boolean isValidUtf8(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** In the order of the directory. */
    List<Entry> entries() {
        return entries;
    }

    boolean isEncrypted() {
        return entries.stream().anyMatch(Entry::isEncrypted);
    }
}
