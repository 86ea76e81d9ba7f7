package org.zhigong.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of a home: nobody gets a {@link Home} to work in but through here. Whoever comes in finds a layout that this
 * version knows and a link {@code current} that follows HEAD; who comes to write is alone.
 */
public final class HomeGuard {

    /** The version of the layout that {@link Home} draws. */
    static final int LAYOUT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(HomeGuard.class);

    private HomeGuard() {}

    /**
     * A home to read from, whoever writes meanwhile. @throws SetupException if none is there or it is of a newer
     * version
     */
    public static Home forReading(Path root) {
        Home home = new Home(root);
        if (!Files.exists(home.version())) {
            refuseRemains(home);
            throw new SetupException(
                    ("There is no home at %s: expected the file zhigong-home.json in it. 'zhigong run' and 'zhigong"
                                    + " ingest' make one; --home or ZHIGONG_HOME names another")
                            .formatted(home.root()));
        }
        checkLayout(home);
        repairLink(home);
        return home;
    }

    /**
     * The right to write to the home at {@code root}, which is made if it is not there; what dead processes left
     * unfinished is deleted.
     *
     * @throws SetupException if somebody else writes, naming them, or if the home is of a newer version
     */
    public static HomeLock forWriting(Path root, HomeLock.Holder holder) {
        Home home = new Home(root);
        if (Files.exists(home.version())) {
            checkLayout(home);
        } else {
            refuseRemains(home);
            makeFolder(home);
        }
        HomeLock lock = HomeLock.take(home, holder);
        try {
            if (id(home).isEmpty()) {
                AtomicFiles.replace(home.version(), Json.pretty(Map.of("home", newId(), "layout", LAYOUT)));
            }
            CurrentLink.removeUnfinished(home);
            Scratch.abandoned(home).forEach(AtomicFiles::delete);
            repairLink(home);
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Which home this is, wherever it lies; empty if nobody has written to it since homes have ids. */
    public static String id(Home home) {
        return Files.exists(home.version())
                ? Json.read(home.version(), JsonNode.class).path("home").asText("")
                : "";
    }

    private static String newId() {
        byte[] id = new byte[8];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static void checkLayout(Home home) {
        JsonNode layout = Json.read(home.version(), JsonNode.class).path("layout");
        if (!layout.isInt() || layout.intValue() < 1) {
            throw new DataException("Damaged file %s: expected {\"layout\": %d} and found layout %s"
                    .formatted(home.version(), LAYOUT, layout.isMissingNode() ? "missing" : layout));
        }
        if (layout.intValue() > LAYOUT) {
            throw new SetupException(
                    ("The home %s is a home of a newer version: its layout is %d and this Zhigong knows %d. Use the"
                                    + " newer Zhigong that made it, or name another home with --home or ZHIGONG_HOME")
                            .formatted(home.root(), layout.intValue(), LAYOUT));
        }
    }

    // A home gets its version before anything else, so a crash cannot leave one without.
    private static void refuseRemains(Home home) {
        List<Path> remains = Stream.of(home.head(), home.releases(), home.batches(), home.tables())
                .filter(Files::exists)
                .toList();
        if (!remains.isEmpty()) {
            throw new SetupException(
                    ("The home %s has lost its version: it holds %s, and zhigong-home.json is missing. Restore that file"
                                    + " from a backup, or write {\"layout\": %d} into it if no newer Zhigong was used here")
                            .formatted(home.root(), remains.get(0).getFileName(), LAYOUT));
        }
    }

    private static void makeFolder(Home home) {
        try {
            Files.createDirectories(home.root());
        } catch (IOException e) {
            throw AtomicFiles.failed("make the home", home.root(), e);
        }
    }

    private static void repairLink(Home home) {
        CurrentLink.repair(home).ifPresent(trouble -> LOG.warn("{}", trouble));
    }
}
