package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folders for unfinished work, one a process, {@code scratch/<pid>-<start>}: whose process is dead may be deleted. */
public final class Scratch {

    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    // The start of a process is reckoned from the boot time, which moves when the clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private Scratch() {}

    /** The folder of this process in {@code home}; not created. */
    public static Path ofThisProcess(Home home) {
        return home.scratch().resolve(processName());
    }

    /** The folder of this process for work on the local disk, wherever {@code home} lies; not created. */
    public static Path local(Home home) {
        return Store.isLocal(home.root()) ? ofThisProcess(home) : onLocalDisk();
    }

    /** A folder of this process beside all homes, deleted when it ends. */
    static Path onLocalDisk() {
        return OnLocalDisk.FOLDER;
    }

    /** The folders of processes that have ended, and whatever else nobody works in. */
    public static List<Path> abandoned(Home home) {
        if (!Files.isDirectory(home.scratch())) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.scratch())) {
            for (Path folder : folders) {
                if (!isInUse(folder.getFileName().toString())) {
                    found.add(folder);
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("list", home.scratch(), e);
        }
        found.sort(null);
        return found;
    }

    /** Made when it is first asked for. */
    private static final class OnLocalDisk {
        private static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Files.createTempDirectory("zhigong-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> AtomicFiles.delete(folder)));
                return folder;
            } catch (IOException e) {
                throw AtomicFiles.failed("make a folder in", Path.of(System.getProperty("java.io.tmpdir")), e);
            }
        }
    }

    static String processName() {
        ProcessHandle here = ProcessHandle.current();
        return here.pid() + "-" + startOf(here).toEpochMilli();
    }

    private static boolean isInUse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        Instant start = Instant.ofEpochMilli(Long.parseLong(matcher.group(2)));
        return ProcessHandle.of(Long.parseLong(matcher.group(1)))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(start, startOf(process)).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
