package org.zhigong.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files of other storages as files on the local disk, for what reads and writes only those. */
public final class LocalCopies {

    // What lies in a home below its batches, tables and releases never changes.
    private static final Map<Path, Path> COPIES = new ConcurrentHashMap<>();

    private LocalCopies() {}

    /** {@code file} itself, or a copy of it on the local disk that stays until this process ends. */
    public static Path of(Path file) {
        return Store.isLocal(file) ? file : COPIES.computeIfAbsent(file, LocalCopies::copied);
    }

    /** A file on the local disk to be brought to {@code file}; nothing is in it yet, and reading that reads it. */
    public static Path newFile(Path file) {
        Path folder = Scratch.onLocalDisk().resolve("copies");
        try {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, "copy-", "-" + file.getFileName());
            COPIES.put(file, copy);
            return copy;
        } catch (IOException e) {
            throw AtomicFiles.failed("copy to the local disk", file, e);
        }
    }

    private static Path copied(Path file) {
        Path folder = Scratch.onLocalDisk().resolve("copies");
        try {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, "copy-", "-" + file.getFileName());
            try (InputStream in = Files.newInputStream(file)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException e) {
            throw AtomicFiles.failed("copy to the local disk", file, e);
        }
    }

    /** Brings {@code file}, of the local disk, to {@code target} on any storage. */
    public static void bring(Path file, Path target) {
        try (InputStream in = Files.newInputStream(file)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("write", target, e);
        }
    }
}
