package org.zhigong.ingest.form;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook refer to by number. A large workbook has millions of them: they stand in a
 * file, which the system keeps in memory as far as it has any to spare.
 */
final class SharedStrings {

    private static final int CACHED = 1 << 12;

    private final ByteBuffer bytes;
    private final IntBuffer ends;
    private final @Nullable String[] cache = new String[CACHED];
    private final int[] cachedNumbers = new int[CACHED];

    private SharedStrings(ByteBuffer bytes, IntBuffer ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    static SharedStrings none() {
        return new SharedStrings(ByteBuffer.allocate(0), IntBuffer.allocate(0));
    }

    /** Reads {@code part} into files in {@code scratch}, which the caller deletes. */
    static SharedStrings read(Optional<Xml> part, Path scratch) throws IOException, RejectedFile {
        if (part.isEmpty()) {
            return none();
        }
        Path texts = scratch.resolve("strings");
        Path numbers = scratch.resolve("string-ends");
        OwnerOnly.file(texts);
        OwnerOnly.file(numbers);
        try (Xml xml = part.get();
                BufferedOutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(texts, StandardOpenOption.WRITE), 1 << 16);
                DataOutputStream ends = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(numbers, StandardOpenOption.WRITE), 1 << 16))) {
            long end = 0;
            while (xml.advance()) {
                if (xml.isStart("si")) {
                    byte[] text = RichText.read(xml, "si").getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    end += text.length;
                    if (end > Integer.MAX_VALUE) {
                        throw Damage.tooLarge(Form.XLSX, "文本总量过大", "with more than 2 GiB of text");
                    }
                    ends.writeInt((int) end);
                }
            }
        }
        return new SharedStrings(mapped(texts), mapped(numbers).asIntBuffer());
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.size() == 0
                    ? ByteBuffer.allocate(0)
                    : channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The text of a number as a cell has it. @throws RejectedFile if there is none */
    String text(String number) throws RejectedFile {
        int index = index(number);
        int slot = index & (CACHED - 1);
        String cached = cache[slot];
        if (cached != null && cachedNumbers[slot] == index) {
            return cached;
        }
        int from = index == 0 ? 0 : ends.get(index - 1);
        byte[] text = new byte[ends.get(index) - from];
        bytes.get(from, text);
        String decoded = new String(text, StandardCharsets.UTF_8);
        cache[slot] = decoded;
        cachedNumbers[slot] = index;
        return decoded;
    }

    private int index(String number) throws RejectedFile {
        try {
            int index = Integer.parseInt(number.strip());
            if (index >= 0 && index < ends.limit()) {
                return index;
            }
        } catch (NumberFormatException e) {
            // as if it were beyond the last
        }
        throw Damage.damaged(Form.XLSX);
    }
}
