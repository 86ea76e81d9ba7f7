package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.FileReport;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;

class IntakeTest {

    private static final String GOOD = "unions_110000_202503_20250408.csv";

    @TempDir
    private Path folder;

    @Test
    void oneWrongFileEndsNoRun() throws IOException {
        deliver("unions/" + GOOD);
        deliver("unions/unions_110000_202513_20250408.csv");
        deliver("unions/2024/unions_110000_202412_20250108.csv");
        deliver("unnions/" + GOOD);
        deliver("unions_110000_202504_20250508.csv");
        Files.writeString(folder.resolve("inbox/notes.txt"), "Nothing to see here.\n");
        Files.writeString(folder.resolve("inbox/.hidden"), "Nor here.\n");
        Files.writeString(folder.resolve("inbox/parameters.yaml"), "rules: {}\n");
        Files.createSymbolicLink(folder.resolve("inbox/unions/unions_gone.csv"), folder.resolve("gone"));

        assertThat(intake())
                .extracting(report -> report.feed() + " " + report.file() + " " + report.verdict() + " "
                        + report.reasons().keySet())
                .containsExactly(
                        "unknown notes.txt REJECTED [FEED_UNKNOWN]",
                        "unions unions_110000_202412_20250108.csv ACCEPTED [COL_MISSING_OPT]",
                        "unions unions_110000_202503_20250408.csv ACCEPTED [COL_MISSING_OPT]",
                        "unions unions_110000_202513_20250408.csv REJECTED [FILE_UNDECLARED]",
                        "unions unions_gone.csv REJECTED [FILE_UNREADABLE]",
                        "unions unions_110000_202504_20250508.csv ACCEPTED [COL_MISSING_OPT]",
                        "unnions unions_110000_202503_20250408.csv REJECTED [FEED_UNKNOWN]");
        assertThat(Batches.read(home())).hasSize(4);
    }

    private List<FileReport> intake() {
        Settings settings = new Settings(folder.resolve("home"), folder.resolve("keys"), Path.of(".."), 2, 512);
        try (HomeLock lock =
                HomeGuard.forWriting(settings.home(), HomeLock.Holder.here("test", Instant.EPOCH, "here"))) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            Console console = new Console(nowhere, nowhere, false, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            return new Intake(settings, new Content(settings.content()), lock, console)
                    .inbox(folder.resolve("inbox"), Optional.empty());
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private void deliver(String path) throws IOException {
        Path file = folder.resolve("inbox").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                工会编号,工会名称,组织类型,成立日期,更新日期
                GH0000000001,合成工会 %s,1,2010-01-05,2024-12-01
                """.formatted(path.replaceAll("[^0-9]", "").substring(6, 12)));
    }
}
