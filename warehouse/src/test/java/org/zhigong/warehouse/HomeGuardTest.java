package org.zhigong.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeGuardTest {

    private static final String FIRST = "2025-01-0123456789ab";
    private static final String SECOND = "2025-02-ba9876543210";
    private static final HomeLock.Holder HOLDER =
            new HomeLock.Holder(4711, "zhigong run", Instant.parse("2025-04-03T05:00:00Z"), "warehouse-1");

    @TempDir
    private Path folder;

    private Path root;
    private Home home;

    @BeforeEach
    void nameTheHome() {
        root = folder.resolve("home");
        home = new Home(root);
    }

    @Test
    void aWriterMakesTheHomeThatIsNotThere() throws IOException {
        try (HomeLock lock = HomeGuard.forWriting(root, HOLDER)) {
            assertThat(lock.home()).isEqualTo(home);
        }

        assertThat(Files.readString(home.version()))
                .matches("\\{\n  \"home\" : \"[0-9a-f]{16}\",\n  \"layout\" : 1\n}\n");
        assertThat(HomeGuard.forReading(root)).isEqualTo(home);
    }

    @Test
    void aHomeStaysTheSameWhoeverWritesToIt() {
        HomeGuard.forWriting(root, HOLDER).close();
        String id = HomeGuard.id(home);

        HomeGuard.forWriting(root, HOLDER).close();

        assertThat(HomeGuard.id(home)).isEqualTo(id);
    }

    @Test
    void aReaderMakesNothing() {
        assertThatThrownBy(() -> HomeGuard.forReading(root))
                .isInstanceOf(SetupException.class)
                .hasMessage("There is no home at %s: expected the file zhigong-home.json in it. 'zhigong run' and"
                                .formatted(root)
                        + " 'zhigong ingest' make one; --home or ZHIGONG_HOME names another");

        assertThat(root).doesNotExist();
    }

    @Test
    void aHomeOfANewerVersionIsLeftAlone() throws IOException {
        Files.createDirectories(root);
        Files.writeString(home.version(), "{\"layout\": 2, \"more\": true}");
        String message = "The home %s is a home of a newer version: its layout is 2 and this Zhigong knows 1. Use the"
                        .formatted(root)
                + " newer Zhigong that made it, or name another home with --home or ZHIGONG_HOME";

        assertThatThrownBy(() -> HomeGuard.forReading(root))
                .isInstanceOf(SetupException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> HomeGuard.forWriting(root, HOLDER))
                .isInstanceOf(SetupException.class)
                .hasMessage(message);
        assertThat(home.lock()).doesNotExist();
    }

    @Test
    void aHomeThatLostItsVersionIsNotTakenForANewOne() throws IOException {
        Files.createDirectories(home.releases());

        assertThatThrownBy(() -> HomeGuard.forWriting(root, HOLDER))
                .isInstanceOf(SetupException.class)
                .hasMessage("The home %s has lost its version: it holds releases, and zhigong-home.json is missing."
                                .formatted(root)
                        + " Restore that file from a backup, or write {\"layout\": 1} into it if no newer Zhigong was"
                        + " used here");
    }

    @Test
    void aVersionThatCannotBeReadIsSaid() throws IOException {
        Files.createDirectories(root);
        Files.writeString(home.version(), "{}");

        assertThatThrownBy(() -> HomeGuard.forReading(root))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "Damaged file %s: expected {\"layout\": 1} and found layout missing".formatted(home.version()));
    }

    @Test
    void aSecondWriterOfTheSameProcessHearsWhoTheFirstIs() {
        try (HomeLock first = HomeGuard.forWriting(root, HOLDER)) {
            assertThatThrownBy(() -> HomeGuard.forWriting(root, HOLDER))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(heldBy("'zhigong run' (process 4711 on warehouse-1, since 2025-04-03T05:00:00Z)"));
            assertThat(HomeGuard.forReading(root)).isEqualTo(first.home());
        }

        HomeGuard.forWriting(root, HOLDER).close();
    }

    @Test
    void aSecondWriterOfAnotherProcessHearsWhoTheFirstIsUntilThatOneDies() throws Exception {
        Process other = writerInAnotherProcess();
        try (BufferedReader says =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(says.readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> HomeGuard.forWriting(root, HOLDER))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(heldBy("'zhigong build' (process %d on elsewhere, since 2025-04-03T06:00:00Z)"
                            .formatted(other.pid())));
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (HomeLock lock = HomeGuard.forWriting(root, HOLDER)) {
            assertThat(home.scratch()).isEmptyDirectory();
            assertThat(Files.readString(home.lock())).contains("4711");
            assertThat(lock.scratch()).doesNotExist();
        }
    }

    @Test
    void onlyTheWorkOfDeadProcessesIsDeleted() throws IOException {
        Path mine = Files.createDirectories(Scratch.ofThisProcess(home));
        Path reused = Files.createDirectories(
                home.scratch().resolve(ProcessHandle.current().pid() + "-1000"));
        Path unnamed = Files.createDirectories(home.scratch().resolve("something"));

        assertThat(Scratch.abandoned(home)).containsExactlyInAnyOrder(reused, unnamed);
        HomeGuard.forWriting(root, HOLDER).close();

        assertThat(reused).doesNotExist();
        assertThat(unnamed).doesNotExist();
        assertThat(mine).as("closing the lock ends the work of this process").doesNotExist();
    }

    @Test
    void everyCommandMakesTheLinkFollowHead() throws IOException {
        HomeGuard.forWriting(root, HOLDER).close();
        Files.createSymbolicLink(home.current(), Path.of("releases", FIRST));
        Head.replace(home, SECOND);

        HomeGuard.forReading(root);

        assertThat(Files.readSymbolicLink(home.current())).isEqualTo(Path.of("releases", SECOND));
    }

    @Test
    void aLinkWithoutHeadIsRemoved() throws IOException {
        HomeGuard.forWriting(root, HOLDER).close();
        Files.createSymbolicLink(home.current(), Path.of("releases", FIRST));

        HomeGuard.forReading(root);

        assertThat(Files.exists(home.current(), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void withoutLinksAHomeIsStillAHome() {
        HomeGuard.forWriting(root, HOLDER).close();
        Head.replace(home, FIRST);

        assertThat(CurrentLink.repair(home, (link, target) -> {
                    throw new UnsupportedOperationException("no links here");
                }))
                .contains(("%s does not follow HEAD (java.lang.UnsupportedOperationException: no links here); read the"
                                + " folder below %s that HEAD names, or fix what is in the way")
                        .formatted(home.current(), home.releases()));
    }

    @Test
    void aFolderInThePlaceOfTheLinkIsNobodysToDelete() throws IOException {
        HomeGuard.forWriting(root, HOLDER).close();
        Head.replace(home, FIRST);
        Path file = Files.createDirectories(home.current()).resolve("notes.txt");
        Files.writeString(file, "mine");

        HomeGuard.forReading(root);

        assertThat(file).hasContent("mine");
    }

    @Test
    void aReleasePublishedWhileTheLinkIsRepairedWins() throws IOException {
        HomeGuard.forWriting(root, HOLDER).close();
        Head.replace(home, FIRST);

        CurrentLink.repair(home, (link, target) -> {
            Head.replace(home, SECOND);
            Files.createSymbolicLink(link, target);
        });

        assertThat(Files.readSymbolicLink(home.current())).isEqualTo(Path.of("releases", SECOND));
    }

    @Test
    void aDamagedHeadIsSaidAndDoesNotKeepAnybodyOut() throws IOException {
        HomeGuard.forWriting(root, HOLDER).close();
        Files.writeString(home.head(), "\0\0\0");

        HomeGuard.forReading(root);

        assertThatThrownBy(() -> Head.read(home))
                .isInstanceOf(DataException.class)
                .hasMessage("Damaged file %s: expected the id of a release, like 2025-03-0123456789ab, and found"
                                .formatted(home.head())
                        + " '\0\0\0'. 'zhigong releases' lists them, 'zhigong rollback --to ID' names one again");
    }

    private String heldBy(String who) {
        return ("The home %s is being written to by %s. Only one command writes at a time: wait until it has ended, or"
                        + " end it, and run again; what reads works meanwhile")
                .formatted(root, who);
    }

    private Process writerInAnotherProcess() throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                WriterInAnotherProcess.class.getName(),
                root.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
