package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs in the middle, again and again: the last release stays readable, and the next run ends as if nothing had
 * been.
 */
class KillTest {

    private static final int KILLS = 50;
    private static final int KILLS_A_ROUND = 10;
    private static final int SEED = 20_251_231;
    private static final long LEAST_MILLIS = 250;
    private static final long SPAN_MILLIS = 2_400;
    private static final LocalDate EVERYTHING = LocalDate.of(2026, 12, 31);

    @TempDir
    private Path folder;

    @Test
    void endsAsIfNothingHadHappened() throws IOException, InterruptedException {
        Workplace calm = new Workplace(folder.resolve("calm")).deliver(Workplace.city("some"), EVERYTHING);
        String january = calm.run("2025-01").ending(0).last().path("release").asText();
        Workplace start = calm.copiedTo(folder.resolve("start"));
        String february = calm.run("2025-02").ending(0).last().path("release").asText();

        Random random = new Random(SEED);
        List<String> ends = new ArrayList<>();
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            // A round begins with nothing, or with January closed, so that every stage has its share of kills.
            Path place = folder.resolve("round-" + round);
            boolean isFresh = round % 2 == 0;
            Workplace disturbed = isFresh ? fresh(calm, place) : start.copiedTo(place);
            String month = isFresh ? "2025-01" : "2025-02";
            for (int i = 0; i < KILLS_A_ROUND && isKilled(disturbed, month, random); i++) {
                kills++;
                assertThatTheLastReleaseIsReadable(disturbed, isFresh ? "" : january, isFresh ? january : february);
            }
            String release =
                    disturbed.run(month).ending(0).last().path("release").asText();
            ends.add(release);
            assertThat(release).isEqualTo(isFresh ? january : february);
            assertThat(parquet(disturbed, release)).isEqualTo(parquet(calm, release));
            disturbed.zhigong("status", "--verify").ending(0);
            Workplace.delete(place);
        }

        System.out.printf("%d runs killed in %d rounds%n", kills, ends.size());
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
    }

    private static Map<String, String> parquet(Workplace place, String release) {
        Map<String, String> hashes = place.hashes(release);
        hashes.keySet().removeIf(name -> !name.endsWith(".parquet"));
        return hashes;
    }

    private static Workplace fresh(Workplace like, Path place) {
        Workplace.copyAll(like.inbox, place.resolve("inbox"));
        Workplace.copyAll(like.folder.resolve("keys"), place.resolve("keys"));
        return new Workplace(place);
    }

    /** Starts a run in a process of its own and kills it after a random time. @return false if it was done before */
    private static boolean isKilled(Workplace place, String month, Random random)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.zhigong.jobs.Main",
                "run",
                "--inbox",
                place.inbox.toString(),
                "--month",
                month);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.folder.resolve("log").toFile());
        builder.environment().putAll(place.environment);
        Process process = builder.start();
        boolean isDone = process.waitFor(LEAST_MILLIS + random.nextLong(SPAN_MILLIS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        if (isDone && process.exitValue() != 0) {
            throw new AssertionError(Files.readString(place.folder.resolve("log")));
        }
        return !isDone;
    }

    private static void assertThatTheLastReleaseIsReadable(Workplace place, String before, String after) {
        if (!Files.exists(place.home.resolve("zhigong-home.json"))) {
            return;
        }
        JsonNode status = place.zhigong("status", "--json").ending(0).json();
        String release =
                status.path("release").isNull() ? "" : status.path("release").asText();
        assertThat(release).isIn(before, after);
        if (!release.isEmpty()) {
            String counted = place.zhigong("query", "--format", "csv", "select count(*) as figures from marts.figures")
                    .ending(0)
                    .out();
            assertThat(counted)
                    .isEqualTo("figures\n%d\n".formatted(status.path("figures").asLong()));
        }
    }
}
