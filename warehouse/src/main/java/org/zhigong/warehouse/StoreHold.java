package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock on a storage whose servers know nothing of processes: a file that only one can create, that its holder writes
 * again and again, and that whoever has not written it for {@link #SILENCE} has lost. Times are those of the storage
 * alone, since clocks of machines differ.
 */
final class StoreHold implements HomeLock.Hold {

    static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long BEAT_SECONDS = 15;
    private static final Logger LOG = LoggerFactory.getLogger(StoreHold.class);

    private final Path file;
    private final byte[] text;
    private final ScheduledExecutorService beat;

    private StoreHold(Path file, byte[] text) {
        this.file = file;
        this.text = text;
        this.beat = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lock of " + file);
            thread.setDaemon(true);
            return thread;
        });
        var unused = beat.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes the lock {@code file}, whose text then says {@code holder}. @throws FileAlreadyExistsException if held */
    static StoreHold take(Path file, HomeLock.Holder holder) throws IOException {
        // Two processes of one machine and minute differ too.
        byte[] text = (Json.pretty(holder) + UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            create(file, text);
        } catch (FileAlreadyExistsException e) {
            if (!isSilent(file)) {
                throw e;
            }
            putAside(file);
            create(file, text);
        }
        return new StoreHold(file, text);
    }

    private static void create(Path file, byte[] text) throws IOException {
        Files.write(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static boolean isSilent(Path file) throws IOException {
        Path now = file.resolveSibling("lock." + UUID.randomUUID() + ".now");
        try {
            Files.write(now, new byte[0]);
            Duration silence = Duration.between(
                    Files.getLastModifiedTime(file).toInstant(),
                    Files.getLastModifiedTime(now).toInstant());
            return silence.compareTo(SILENCE) > 0;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            Files.deleteIfExists(now);
        }
    }

    // Only one of those that see a dead lock gets to rename it.
    private static void putAside(Path file) throws IOException {
        Path aside = file.resolveSibling("lock." + UUID.randomUUID() + ".dead");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.deleteIfExists(aside);
    }

    private synchronized void beat() {
        try {
            if (isValid()) {
                Files.write(file, text);
            }
        } catch (IOException e) {
            LOG.warn("lock={} written=false reason={}", file, e.getMessage());
        }
    }

    @Override
    public synchronized boolean isValid() {
        try {
            return java.util.Arrays.equals(Files.readAllBytes(file), text);
        } catch (IOException e) {
            LOG.debug("lock={} reason={}", file, e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void release() throws IOException {
        beat.shutdownNow();
        if (isValid()) {
            Files.deleteIfExists(file);
        }
    }
}
