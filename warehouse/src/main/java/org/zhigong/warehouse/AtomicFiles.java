package org.zhigong.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that others see whole or not at all. A full disk ends in a {@link SetupException}. */
public final class AtomicFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);

    private AtomicFiles() {}

    /** Replaces {@code target} by {@code text}; readers see the old text or the new, also after a crash. */
    public static void replace(Path target, String text) {
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            sync(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(target.resolveSibling("."));
        } catch (IOException e) {
            throw failed("write", target, e);
        }
    }

    /** What {@code file} says; nothing if it is not there. */
    public static String textOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    /**
     * Moves the finished folder {@code built} to {@code target}, after its bytes are on disk. If {@code target} is
     * there already, it is kept and {@code built} is deleted: equal names mean equal content here.
     */
    public static void publishFolder(Path built, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (isWhole(target, built)) {
                delete(built);
                return;
            }
            delete(target);
            if (Store.isLocal(built) && !Store.isLocal(target)) {
                Path there = target.resolveSibling("." + target.getFileName() + ".new");
                delete(there);
                bring(built, there);
                publishFolder(there, target);
                delete(built);
                return;
            }
            for (Path file : tree(built)) {
                if (Files.isRegularFile(file)) {
                    sync(file);
                } else {
                    syncFolder(file);
                }
            }
            Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(target.resolveSibling("."));
        } catch (IOException e) {
            throw failed("publish", target, e);
        }
    }

    /** Whether {@code target} is there with every file of {@code built}: a copy that was cut short is not. */
    private static boolean isWhole(Path target, Path built) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        for (Path file : tree(built)) {
            if (!Files.exists(target.resolve(built.relativize(file).toString()))) {
                return false;
            }
        }
        return true;
    }

    private static void bring(Path folder, Path target) throws IOException {
        for (Path file : tree(folder)) {
            if (Files.isRegularFile(file)) {
                LocalCopies.bring(file, target.resolve(folder.relativize(file).toString()));
            }
        }
    }

    /** Deletes {@code path} with all below it; a missing path is fine, and links are not followed. */
    public static void delete(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            List<Path> all = Files.isSymbolicLink(path) ? List.of(path) : tree(path);
            for (Path each : all.stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw failed("delete", path, e);
        }
    }

    /** Turns what a file system said into a {@link SetupException} that says what to do next. */
    public static RuntimeException failed(String what, Path path, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        if (reason.contains("No space left") || reason.contains("quota")) {
            return new SetupException(
                    "Cannot %s %s: the disk is full (%s). Nothing half done is visible; free some space and run again"
                            .formatted(what, path, reason),
                    e);
        }
        return new SetupException("Cannot %s %s: %s".formatted(what, path, reason), e);
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    // The name of a file is kept by its folder: without this a power cut may keep a later rename and lose an earlier.
    private static void syncFolder(Path folder) {
        if (!Store.isLocal(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems open no folders; their file systems keep renames in order by themselves.
            LOG.debug("folder={} synced=false reason={}", folder, e.getMessage());
        }
    }

    private static void sync(Path file) throws IOException {
        if (!Store.isLocal(file)) {
            return; // Such a file is whole, on its servers, when it is closed.
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
