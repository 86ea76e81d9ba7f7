package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock that the operating system holds, so that the death of its holder frees it at once. */
final class DiskHold implements HomeLock.Hold {

    // Of the file only this byte far behind its text is locked, so that everybody may read who holds it.
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;
    private final FileLock lock;

    private DiskHold(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock {@code file}, whose text then says {@code holder}. @throws FileAlreadyExistsException if held */
    static DiskHold take(Path file, HomeLock.Holder holder) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new FileAlreadyExistsException(file.toString());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Json.pretty(holder).getBytes(StandardCharsets.UTF_8)), 0);
            return new DiskHold(channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean isValid() {
        return lock.isValid();
    }

    @Override
    public void release() throws IOException {
        try (channel) {
            channel.truncate(0);
            lock.release();
        }
    }
}
