package org.zhigong.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.zhigong.warehouse.SetupException;

/**
 * A file that somebody brings.
 *
 * @param file where it is
 * @param feed what kind of extract it is; empty: its folder, its name or its header says so
 * @param receivedOn the day of its delivery for files that state none themselves
 */
public record Arrival(Path file, Optional<String> feed, Optional<LocalDate> receivedOn) {

    /** A file that says all about itself. */
    public static Arrival of(Path file) {
        return new Arrival(file, Optional.empty(), Optional.empty());
    }

    /** The same file as one of {@code feed}. */
    public Arrival asFeed(String name) {
        return new Arrival(file, Optional.of(name), receivedOn);
    }

    /** The same file, delivered on {@code day} unless it says otherwise. */
    public Arrival receivedOn(LocalDate day) {
        return new Arrival(file, feed, Optional.of(day));
    }

    /**
     * The same file, for somebody who named it.
     *
     * @throws SetupException if there is no such file or it cannot be read
     */
    public Arrival required() {
        if (!Files.exists(file)) {
            throw new SetupException("Missing file %s: expected a delivered extract. Check the path".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new SetupException("Cannot read %s: expected a file, found a folder".formatted(file));
        }
        if (!Files.isReadable(file)) {
            throw new SetupException(
                    "Cannot read %s: permission denied. Give this user the right to read it".formatted(file));
        }
        return this;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
