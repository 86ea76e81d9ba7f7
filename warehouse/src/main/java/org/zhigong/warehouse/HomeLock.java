package org.zhigong.warehouse;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a home, held by one process at a time until closed. The file says who holds it. On a local disk
 * the death of its holder frees it at once, elsewhere after two minutes. Readers need none.
 */
public final class HomeLock implements AutoCloseable {

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
    private final Hold hold;

    private HomeLock(Home home, Path key, Hold hold) {
        this.home = home;
        this.key = key;
        this.hold = hold;
    }

    /** What a storage has for it. */
    interface Hold {

        /** Whether it is still held. */
        boolean isValid();

        void release() throws IOException;
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
        try {
            Hold hold = Store.isLocal(home.root())
                    ? DiskHold.take(home.lock(), holder)
                    : StoreHold.take(home.lock(), holder);
            return new HomeLock(home, key, hold);
        } catch (FileAlreadyExistsException e) {
            throw held(home, nameOf(AtomicFiles.textOf(home.lock())));
        }
    }

    private static String nameOf(String text) {
        try {
            return Json.parse(text.substring(0, text.lastIndexOf('}') + 1), new TypeReference<Holder>() {})
                    .sentence();
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

    /** Asks before what was made becomes current. @throws SetupException if somebody else has come in meanwhile */
    public void requireHeld() {
        if (!hold.isValid()) {
            throw new SetupException(
                    ("The lock of %s was lost: this process could not write to it for two minutes, and it counts as"
                                    + " dead. Nothing was published; run again")
                            .formatted(home.root()));
        }
    }

    /** The folder for unfinished work of this process; deleted when the lock is closed. */
    public Path scratch() {
        return Scratch.ofThisProcess(home);
    }

    /** Deletes the unfinished work and lets the next writer in. */
    @Override
    public void close() {
        @Nullable Holder held = HELD_HERE.get(key);
        if (held == null) {
            return;
        }
        try {
            if (hold.isValid()) {
                AtomicFiles.delete(scratch());
                hold.release();
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("unlock", home.lock(), e);
        } finally {
            HELD_HERE.remove(key);
        }
    }
}
