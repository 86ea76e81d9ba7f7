package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.SetupException;

/** A file that a command is asked to write: outside of the home, and in the place of no other. */
final class NewFile {

    private NewFile() {}

    /** @throws SetupException if {@code file} may not be written */
    static void require(Path file, String suffix, Path home) {
        Path full = file.toAbsolutePath().normalize();
        if (!full.toString().toLowerCase(Locale.ROOT).endsWith(suffix)) {
            throw new SetupException("Invalid --to %s: expected a name that ends in %s".formatted(file, suffix));
        }
        if (full.startsWith(home.toAbsolutePath().normalize())) {
            throw new SetupException("Invalid --to %s: expected a place outside of the home %s".formatted(file, home));
        }
        if (Files.exists(full)) {
            throw new SetupException(
                    "Invalid --to %s: there is such a file already, and somebody may have worked in it. Give another name"
                            .formatted(file));
        }
        Path folder = full.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SetupException("Invalid --to %s: there is no folder for it".formatted(file));
        }
    }

    /** Writes {@code file} by {@code writing} another one beside it first: it is there whole or not at all. */
    static void write(Path file, Consumer<Path> writing) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            writing.accept(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        } finally {
            AtomicFiles.delete(beside);
        }
    }
}
