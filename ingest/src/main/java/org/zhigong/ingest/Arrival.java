package org.zhigong.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.zhigong.ingest.form.Archive;
import org.zhigong.warehouse.SetupException;

/**
 * A file that somebody brings.
 *
 * @param file where it is
 * @param feed what kind of extract it is; empty: its folder, its name or its header says so
 * @param receivedOn the day of its delivery for files that state none themselves
 * @param packed in what it came, if in an archive
 */
public record Arrival(Path file, Optional<String> feed, Optional<LocalDate> receivedOn, Optional<Packed> packed) {

    /**
     * What an archive says of a file.
     *
     * @param archive the name of the archive
     * @param entry the name of the file there, with folders
     * @param isGbk whether that name is written in GBK
     */
    record Packed(String archive, String entry, boolean isGbk) {}

    /** A file as it is, in no archive. */
    public Arrival(Path file, Optional<String> feed, Optional<LocalDate> receivedOn) {
        this(file, feed, receivedOn, Optional.empty());
    }

    /** What the name of a sidecar ends with, after that of its file. */
    static final String SIDECAR = ".json";

    /** A file that says all about itself. */
    public static Arrival of(Path file) {
        return new Arrival(file, Optional.empty(), Optional.empty());
    }

    /** The same file as one of {@code feed}. */
    public Arrival asFeed(String name) {
        return new Arrival(file, Optional.of(name), receivedOn, packed);
    }

    /** The same file, delivered on {@code day} unless it says otherwise. */
    public Arrival receivedOn(LocalDate day) {
        return new Arrival(file, feed, Optional.of(day), packed);
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

    /** The file {@code unpacked} of this archive. */
    Arrival entry(Archive.Unpacked unpacked) {
        Packed inside = new Packed(name(), unpacked.name(), unpacked.isGbk());
        return new Arrival(unpacked.file(), feed, receivedOn, Optional.of(inside));
    }

    /**
     * Whether {@code file} is not delivered itself but belongs to a file beside it: a control file, a sidecar; names
     * that begin with a dot are nobody's delivery. What is called like a sidecar of no file is a delivery in JSON.
     */
    public static boolean isBeside(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean isSidecar = name.endsWith(SIDECAR)
                && Files.exists(file.resolveSibling(name.substring(0, name.length() - SIDECAR.length())));
        return name.startsWith(".") || name.endsWith(".ctl") || isSidecar;
    }

    /** Its own name, which may say who delivered it, when and for which month. */
    String name() {
        return packed.map(inside -> inside.entry().substring(inside.entry().lastIndexOf('/') + 1))
                .orElseGet(() -> String.valueOf(file.getFileName()));
    }

    /** The name by which people find it: within its archive, if it came in one. */
    String place() {
        return packed.map(inside -> inside.archive() + "/" + inside.entry()).orElseGet(this::name);
    }
}
