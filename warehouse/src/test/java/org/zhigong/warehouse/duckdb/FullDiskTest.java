package org.zhigong.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;

/** Fills a small disk that it mounts; where that is not allowed, it says so and checks nothing. */
class FullDiskTest {

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        if (!mounted) {
            System.err.println("Skipped: a small disk to fill can only be mounted by root on Linux");
        }
        assumeTrue(mounted);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void whatDoesNotFitOnTheDiskIsSaidInOneSentence() {
        Path file = disk.resolve("out/part.parquet");
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(2, 512, folder.resolve("spill")))) {

            assertThatThrownBy(
                            () -> engine.write("select hash(range)::varchar as h from range(2000000)", List.of(), file))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(("Cannot write %s: the disk is full (No space left on device). Nothing half done is"
                                    + " visible; free some space and run again")
                            .formatted(file));
        }
    }

    @Test
    void whatIsSpilledToAFullDiskIsSaidToo() {
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 128, disk.resolve("spill")))) {
            assertThatThrownBy(() -> engine.write(
                            "select hash(range)::varchar as h from range(20000000)",
                            List.of("h"),
                            folder.resolve("x.parquet")))
                    .isInstanceOf(SetupException.class)
                    .hasMessageMatching(
                            "The disk is full: work that does not fit into memory found no room in the scratch"
                                    + " folder \\(.*failed to offload.*\\)\\. Nothing half done is visible; free some space, or"
                                    + " allow more memory, and run again");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
