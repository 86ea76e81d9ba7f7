package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The link {@code current}, made to follow {@link Head}; the names inside a release are constant, so readers use it.
 */
public final class CurrentLink {

    private static final int ATTEMPTS = 5;

    /** What makes a link; a file system without links throws. */
    @FunctionalInterface
    interface Maker {
        void link(Path link, Path target) throws IOException;
    }

    private CurrentLink() {}

    /**
     * Points the link at the release that HEAD names, or removes it where HEAD names none. A home without a link is
     * whole, so trouble is said and not thrown.
     *
     * @return why the link does not follow HEAD, if so
     */
    public static Optional<String> repair(Home home) {
        // Other storages have no links; there HEAD alone says what is current.
        return Store.isLocal(home.root()) ? repair(home, Files::createSymbolicLink) : Optional.empty();
    }

    static Optional<String> repair(Home home, Maker maker) {
        try {
            Optional<Path> target = target(home);
            for (int i = 0; i < ATTEMPTS && !target.equals(found(home)); i++) {
                point(home, target, maker);
                // Somebody may have published meanwhile: HEAD is replaced before the link, so a second look settles it.
                target = target(home);
            }
            return Optional.empty();
        } catch (UnsupportedOperationException | IOException | DataException | SetupException e) {
            return Optional.of(
                    "%s does not follow HEAD (%s); read the folder below %s that HEAD names, or fix what is in the way"
                            .formatted(home.current(), e, home.releases()));
        }
    }

    /** Removes links that a dead process made and did not rename. */
    static void removeUnfinished(Home home) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(home.root(), "current.*.new")) {
            for (Path link : links) {
                Files.deleteIfExists(link);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("tidy", home.root(), e);
        }
    }

    private static Optional<Path> target(Home home) {
        return Head.read(home).map(id -> home.root().relativize(home.release(id)));
    }

    private static Optional<Path> found(Home home) throws IOException {
        if (!Files.exists(home.current(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readSymbolicLink(home.current()));
        } catch (NotLinkException e) {
            throw new SetupException("%s is no link: move it away".formatted(home.current()), e);
        }
    }

    private static void point(Home home, Optional<Path> target, Maker maker) throws IOException {
        if (target.isEmpty()) {
            Files.deleteIfExists(home.current());
            return;
        }
        Path beside = home.root().resolve("current.%s.new".formatted(Scratch.processName()));
        Files.deleteIfExists(beside);
        maker.link(beside, target.get());
        Files.move(beside, home.current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
