package org.zhigong.warehouse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Who was given which working list, when and for what: the lines of {@code access.jsonl}, only appended to. */
public final class AccessLog {

    /**
     * One list given out; of its rows only their number.
     *
     * @param unit whose employers; empty: all
     * @param days how far it looked ahead; 0: not at all
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Access(
            Instant at,
            String by,
            String role,
            String list,
            Optional<String> unit,
            long days,
            String purpose,
            String release,
            long rows) {}

    private AccessLog() {}

    /** Adds {@code access} to the log of {@code home}, on disk when this returns. */
    public static void append(Home home, Access access) {
        byte[] line = (Json.line(access) + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Store.isLocal(home.root())) {
            AtomicFiles.replace(home.access(), AtomicFiles.textOf(home.access()) + Json.line(access) + "\n");
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(home.access(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                FileLock lock = channel.lock()) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
            if (!lock.isValid()) {
                throw new IOException("the lock was lost");
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("write", home.access(), e);
        }
    }
}
