package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;

/** Bad input and bad luck: what is said, with which exit code, and that the last release stays. */
class TroubleTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 2, 20);

    @TempDir
    private static Path shared;

    private static Workplace closed;

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeAll
    static void closeAMonth() {
        closed = new Workplace(shared.resolve("closed")).deliver(Workplace.city(), FIRST);
        closed.run("2025-01").ending(0);
    }

    @BeforeEach
    void begin() {
        place = closed.copiedTo(folder.resolve("place"));
    }

    /** Whatever happened: no stack trace, and the release of before is current and whole. */
    private void assertThatNothingIsLost(Workplace.Outcome outcome) {
        assertThat(outcome.out() + outcome.err()).doesNotContain("\tat ").doesNotContain("Exception");
        Workplace sound = new Workplace(place.folder);
        assertThat(sound.current()).isEqualTo(closed.current());
        sound.zhigong("query", "select count(*) from marts.figures").ending(0);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatNothingIsLost(
                place.zhigong("run", "--inbox", folder.resolve("nowhere")).ending(2));
        assertThatNothingIsLost(
                place.zhigong("ingest", folder.resolve("nothing.csv")).ending(2));
        assertThatNothingIsLost(
                place.zhigong("check", folder.resolve("nothing.csv")).ending(2));
        assertThat(place.zhigong("run", "--inbox", place.inbox, "--month", "2025-13")
                        .ending(2)
                        .err())
                .contains("--month", "2025-12", "2025-13");
        assertThat(place.zhigong("build", "--known-at", "yesterday").ending(2).err())
                .contains("--known-at", "yesterday");
        assertThat(place.zhigong("build", "--engine", "sparc").ending(2).err()).contains("sparc", "duckdb");
        place.zhigong("frobnicate").ending(2);
        assertThat(place.zhigong("ingest", "--feed", "membrs", place.inbox.resolve("parameters.yaml"))
                        .ending(2)
                        .err())
                .contains("membrs", "members");
        assertThat(place.zhigong("figures", "--home", folder.resolve("new"))
                        .ending(2)
                        .err())
                .contains("new");
    }

    @Test
    void namesTheNearestIndicatorPlaceAndPeriod() {
        assertThat(place.zhigong("figures", "--indicator", "coverage_any_worker")
                        .ending(2)
                        .err())
                .contains("coverage_any_workers");
        assertThat(place.zhigong("figures", "--indicator", "members", "--place", "110199")
                        .ending(2)
                        .err())
                .contains("Unknown place '110199'");
        assertThat(place.zhigong("figures", "--indicator", "members", "--period", "2024-01")
                        .ending(2)
                        .err())
                .contains("2024-01", "2025-01");
        Workplace.Outcome writing =
                place.zhigong("query", "create table marts.mine as select 1").ending(2);
        assertThatNothingIsLost(writing);
    }

    @Test
    void pointsAtABrokenContract() {
        Path contract = place.ownContent().resolve("ingest/feeds/unions.yaml");
        replace(contract, "logicalType: string", "logicalTipe: string");

        Workplace.Outcome outcome = place.run("2025-01").ending(2);

        assertThat(outcome.err()).containsPattern("unions\\.yaml, line \\d+: .*'logicalType'");
        assertThatNothingIsLost(outcome);
    }

    @Test
    void pointsAtABrokenModel() {
        Path model = place.ownContent().resolve("transform/models/core/employers.sql");
        replace(model, "staging.employers", "staging.employrs");

        Workplace.Outcome outcome = place.run("2025-01").ending(2);

        assertThat(outcome.err()).contains("employers", "staging.employrs");
        assertThatNothingIsLost(outcome);
    }

    @Test
    void keepsTheOldReleaseWhenTheGateSaysNo() {
        replace(place.ownContent().resolve("marts/identities.yaml"), "holds: covered <= workers", "holds: covered < 0");

        Workplace.Outcome outcome = place.run("2025-01").ending(1);

        assertThat(outcome.err()).contains("refused by the gate", "covered_are_workers", "who can repair it");
        assertThat(outcome.last().path("outcome").asText()).isEqualTo("refused");
        assertThat(outcome.last().path("refused_by").findValuesAsText("check")).containsExactly("covered_are_workers");
        assertThatNothingIsLost(outcome);
        String refused = place.zhigong("releases", "--format", "json").ending(0).json().findParents("status").stream()
                .filter(release -> release.path("status").asText().equals("refused"))
                .map(release -> release.path("release").asText())
                .findFirst()
                .orElseThrow();
        assertThat(outcome.last().path("release").asText()).isEqualTo(refused);
        assertThat(outcome.last().path("intake").path("files").asLong()).isZero();
        assertThat(outcome.last().path("intake").path("seen_before").asLong()).isPositive();
        assertThat(place.zhigong("publish", "--month", "2025-01")
                        .ending(1)
                        .last()
                        .path("outcome")
                        .asText())
                .isEqualTo("refused");
        assertThat(place.home.resolve("releases").resolve(refused).resolve("marts/figures.parquet"))
                .as("stays inspectable")
                .exists();
        place.zhigong("accept", "--release", refused, "--check", "covered", "--by", "A", "--reason", "b")
                .ending(2);
        place.zhigong(
                        "accept",
                        "--release",
                        refused,
                        "--check",
                        "covered_are_workers",
                        "--by",
                        "An analyst",
                        "--reason",
                        "The promise itself is being changed")
                .ending(0);
        assertThat(place.run("2025-01").ending(0).last().path("release").asText())
                .isEqualTo(refused);
    }

    @Test
    void tellsWhoElseWrites() {
        HomeLock.Holder holder = HomeLock.Holder.here("another run", java.time.Instant.EPOCH, "elsewhere");
        try (HomeLock lock = HomeGuard.forWriting(place.home, holder)) {
            Workplace.Outcome outcome = place.run("2025-01").ending(2);

            assertThat(lock.home().root()).exists();
            assertThat(outcome.err()).contains("another run", "elsewhere");
            assertThatNothingIsLost(outcome);
        }
        place.run("2025-01").ending(0);
    }

    @Test
    void leavesAHomeOfANewerVersionAlone() throws IOException {
        Path version = place.home.resolve("zhigong-home.json");
        String text = Files.readString(version);
        Files.writeString(version, text.replaceAll("\\d+", "999"));

        assertThat(place.run("2025-01").ending(2).err()).contains("newer");
        assertThat(place.zhigong("status").ending(2).err()).contains("newer");
    }

    @Test
    void findsDamage() throws IOException {
        place.zhigong("status", "--verify").ending(0);
        Path table = Workplace.files(place.home.resolve("tables")).stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        Path batch = Workplace.files(place.home.resolve("batches")).stream()
                .filter(file -> file.endsWith("rows.parquet"))
                .findFirst()
                .orElseThrow();
        Files.write(batch, new byte[] {1, 2, 3});
        Path manifest = place.home.resolve("releases").resolve(place.current()).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).substring(0, 1000));

        Workplace.Outcome outcome = place.zhigong("status", "--verify").ending(1);

        assertThat(outcome.out())
                .contains(
                        place.home.relativize(table.getParent()).toString(),
                        place.home.relativize(batch).toString(),
                        "manifest.json",
                        "rollback");
        assertThat(outcome.out() + outcome.err()).doesNotContain("\tat ");
        assertThat(place.zhigong("query", "select 1").ending(1).err()).contains("manifest.json");
    }

    @Test
    void saysWhenTheDiskIsFull() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            place = new Workplace(disk).deliver(Workplace.city(), FIRST);

            Workplace.Outcome outcome = place.run("2025-01").ending(2);

            assertThat(outcome.err()).containsIgnoringCase("disk is full").doesNotContain("\tat ");
            assertThat(command("mount", "-o", "remount,size=200m", disk.toString()))
                    .isZero();
            place.run("2025-01").ending(0);
            place.zhigong("status", "--verify").ending(0);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static void replace(Path file, String old, String now) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(old);
            Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTourSaysWhatStandsBehindARateAboveTheWhole() throws IOException {
        List<String> lines = Files.readAllLines(place.inbox.resolve("headcount/headcount_110000_202501_20250207.csv"));
        List<String> tiny = new ArrayList<>(List.of(lines.get(0)));
        lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .forEach(employer -> tiny.add(employer + ",2025-01,1,0,1,0,0,0,1,0,0,0,0,0,0,0,0,0,5000.00"));
        tiny.set(2, tiny.get(2).replace(",1,0,1,", ",one,0,1,"));
        Files.write(place.inbox.resolve("headcount/headcount_110000_202501_20250209.csv"), tiny);
        place.run("2025-01").ending(0);
        StringWriter out = new StringWriter();
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(Writer.nullWriter()), false, Clock.systemUTC());

        new DemoSummary(Settings.from(place.environment, folder, 2, 2048), console, folder).show(YearMonth.of(2025, 1));

        int rows = 2 * (lines.size() - 1);
        assertThat(out.toString().lines().filter(line -> line.contains("above 100 %")))
                .hasSizeGreaterThan(1)
                .anySatisfy(line -> assertThat(line)
                        .matches(("membership_in_unionised: 超过 100 %%，如实列出：2025-01 有 ([1-9]\\d*) 个单位会员数超过所报职工数，"
                                        + "headcount 的 %1$d 行中有 1 行被隔离 / above 100 %%, shown as it is: in 2025-01, \\1"
                                        + " employers report fewer workers than they have members, and 1 of %1$d rows of"
                                        + " headcount are in quarantine")
                                .formatted(rows)));
    }
}
