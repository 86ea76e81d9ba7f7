package org.zhigong.marts.release;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

/** Finds releases in their folders. */
final class ReleaseFolders {

    private ReleaseFolders() {}

    /** The ids of all releases, of whatever status, in order. */
    static List<String> ids(Home home) {
        if (!Files.isDirectory(home.releases())) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.releases())) {
            folders.forEach(folder -> ids.add(folder.getFileName().toString()));
        } catch (IOException e) {
            throw AtomicFiles.failed("list", home.releases(), e);
        }
        ids.sort(null);
        return ids;
    }

    /** The closing month that an id begins with. */
    static YearMonth closing(String releaseId) {
        return YearMonth.parse(releaseId.substring(0, "2025-03".length()));
    }

    /** The manifest of a release, unless it is missing or damaged. */
    static Optional<Manifest> find(Home home, String id) {
        if (!Files.exists(Manifest.file(home.release(id)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(home, id));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** The manifest of a release whose files are all there. */
    static Optional<Manifest> findWhole(Home home, String id) {
        return find(home, id)
                .filter(manifest -> manifest.files().stream()
                        .allMatch(file -> Files.exists(home.release(id).resolve(file.name()))));
    }

    /** The manifest of a release that may be current, after a look at each of its bytes. */
    static Manifest passed(Home home, String id) {
        Manifest manifest = find(home, id)
                .filter(found -> found.status() == Manifest.Status.PASSED)
                .orElseThrow(() -> new SetupException(
                        "There is no release %s that passed: expected one of %s".formatted(id, passed(home))));
        for (Manifest.ReleasedFile file : manifest.files()) {
            Path path = home.release(id).resolve(file.name());
            if (!Files.exists(path) || !Hashes.ofFile(path).equals(file.sha256())) {
                throw new DataException("Damaged release %s: %s is not what its manifest says; choose another one of %s"
                        .formatted(id, path, passed(home)));
            }
        }
        return manifest;
    }

    /** The release to go back to when nobody says which: the one that was current before. */
    static String before(Home home, Optional<String> current) {
        String id = current.orElseThrow(
                () -> new SetupException("The home %s has no release to roll back from".formatted(home.root())));
        return findBefore(home, id)
                .orElseThrow(() -> new SetupException(
                        "There is no release before %s to roll back to; 'zhigong rollback --to ID' names one of %s"
                                .formatted(id, passed(home))));
    }

    /** The passed release that was current before {@code id}, or the nearest one before that which is still there. */
    static Optional<String> findBefore(Home home, String id) {
        List<String> passed = passed(home);
        Set<String> seen = new HashSet<>();
        Optional<String> before = previous(home, id);
        while (before.isPresent() && !passed.contains(before.get()) && seen.add(before.get())) {
            before = previous(home, before.get());
        }
        return before.filter(passed::contains);
    }

    private static Optional<String> previous(Home home, String id) {
        return find(home, id)
                .flatMap(Manifest::previous)
                .or(() -> History.of(home).events().stream()
                        .filter(event -> event.release().equals(id) && event.action() == History.Action.PUBLISHED)
                        .findFirst()
                        .flatMap(History.Event::from));
    }

    private static List<String> passed(Home home) {
        return ids(home).stream()
                .filter(id -> find(home, id)
                        .filter(manifest -> manifest.status() == Manifest.Status.PASSED)
                        .isPresent())
                .toList();
    }

    /** Takes a folder out of the home in one step, then deletes it; a missing one is fine. */
    static void remove(HomeLock lock, Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        Path away = lock.scratch().resolve("removed").resolve(Objects.requireNonNull(folder.getFileName()));
        try {
            Files.createDirectories(Objects.requireNonNull(away.getParent()));
            AtomicFiles.delete(away);
            Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw AtomicFiles.failed("remove", folder, e);
        }
        AtomicFiles.delete(away);
    }
}
