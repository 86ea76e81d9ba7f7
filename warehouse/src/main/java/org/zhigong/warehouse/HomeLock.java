package org.zhigong.warehouse;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a home, held by one process at a time until closed. The operating system holds it, so that the
 * death of its holder frees it at once; the file says who holds it. Readers need none.
 */
public final class HomeLock implements AutoCloseable {

    // Of the file only this byte far behind its text is locked, so that everybody may read who holds it.
    private static final long LOCKED_BYTE = 1L << 40;

    // Within one process a second channel to the file would free the lock when closed: who holds it is known here.
    private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

    /**
     * Who writes.
     *
     * @param command what was called, without the values of its options
     */
    public record Holder(long pid, String command, Instant since, String host) {

        /** This process. */
        public static Holder here(String command, Instant since, String host) {
            return new Holder(ProcessHandle.current().pid(), command, since, host);
        }

        private String sentence() {
            return "'%s' (process %d on %s, since %s)".formatted(command, pid, host, since);
        }
    }

    private final Home home;
    private final Path key;
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(Home home, Path key, FileChannel channel, FileLock lock) {
        this.home = home;
        this.key = key;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock of a home whose folder is there. @throws SetupException naming who holds it */
    static HomeLock take(Home home, Holder holder) {
        Path key = realPath(home);
        Holder other = HELD_HERE.putIfAbsent(key, holder);
        if (other != null) {
            throw held(home, other.sentence());
        }
        try {
            return lock(home, key, holder);
        } catch (IOException e) {
            HELD_HERE.remove(key);
            throw AtomicFiles.failed("lock", home.lock(), e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(key);
            throw e;
        }
    }

    private static HomeLock lock(Home home, Path key, Holder holder) throws IOException {
        FileChannel channel = FileChannel.open(
                home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(home, nameOf(Files.readString(home.lock(), StandardCharsets.UTF_8)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Json.pretty(holder).getBytes(StandardCharsets.UTF_8)), 0);
            return new HomeLock(home, key, channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String nameOf(String text) {
        try {
            return Json.parse(text, new TypeReference<Holder>() {}).sentence();
        } catch (IllegalArgumentException e) {
            // The holder has the lock and has not written its name yet.
            return "another command that has just begun";
        }
    }

    private static SetupException held(Home home, String who) {
        return new SetupException(
                ("The home %s is being written to by %s. Only one command writes at a time: wait until it has ended,"
                                + " or end it, and run again; what reads works meanwhile")
                        .formatted(home.root(), who));
    }

    private static Path realPath(Home home) {
        try {
            return home.root().toRealPath();
        } catch (IOException e) {
            throw AtomicFiles.failed("find", home.root(), e);
        }
    }

    /** The home that may be written to. */
    public Home home() {
        return home;
    }

    /** The folder for unfinished work of this process; deleted when the lock is closed. */
    public Path scratch() {
        return Scratch.ofThisProcess(home);
    }

    /** Deletes the unfinished work and lets the next writer in. */
    @Override
    public void close() {
        @Nullable Holder held = HELD_HERE.get(key);
        if (held == null || !lock.isValid()) {
            return;
        }
        try (channel) {
            AtomicFiles.delete(scratch());
            channel.truncate(0);
            lock.release();
        } catch (IOException e) {
            throw AtomicFiles.failed("unlock", home.lock(), e);
        } finally {
            HELD_HERE.remove(key);
        }
    }
}
