package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

class CandidateTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void theSameFiguresAreTheSameBytesInAnyOrderOfArrivalAndWithAnyNumberOfThreads() {
        List<Map<String, Object>> march =
                List.of(FigureRows.figure("members", "2025-03", 5, 10), FigureRows.figure("workers", "2025-03", 7, 10));
        List<Map<String, Object>> april = List.of(FigureRows.figure("members", "2025-04", 6, 10));
        try (HomeLock lock = sandbox.lock()) {
            Candidate one = sandbox.candidate(lock, 1, Sandbox.inputs("2025-04", "aa"), List.of(march, april));
            Candidate other = sandbox.candidate(lock, 2, Sandbox.inputs("2025-04", "bb"), List.of(april, march));

            assertThat(parquet(one)).isEqualTo(parquet(other));
        }
    }

    @Test
    void theOrderOfBatchesAndTheKeysOfParametersMakeNoOtherRelease() {
        var one = Sandbox.batch("unions", "11");
        var two = Sandbox.batch("headcount", "22");
        var parameters = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("a", 1)
                .put("b", 2);
        var turned = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("b", 2)
                .put("a", 1);
        turned.putObject("retention").put("months", 3);

        assertThat(Sandbox.inputs("2025-03", Optional.empty(), List.of(one, two), parameters)
                        .releaseId())
                .isEqualTo(Sandbox.inputs("2025-03", Optional.empty(), List.of(two, one), turned)
                        .releaseId())
                .isNotEqualTo(Sandbox.inputs("2025-03", Optional.empty(), List.of(one), parameters)
                        .releaseId());
    }

    @Test
    void aModelOfAReleaseReadsWhatTheReleaseHoldsAndNothingElse() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        model(models, "coverage", "select place, value, status as value_status from marts.figures -- open ones");
        model(models, "peeping", "select place, value, status as value_status from core.employers");
        Engine engine = Sandbox.engine(1);
        try (HomeLock lock = sandbox.lock()) {
            Candidate candidate = sandbox.candidate(
                    lock,
                    Sandbox.inputs("2025-03", "aa"),
                    List.of(FigureRows.figure("members", "2025-03", 6, 10)),
                    Models.readLayer("marts", models).all().subList(0, 1));

            assertThat(candidate.files())
                    .extracting(Manifest.ReleasedFile::name)
                    .contains("marts/coverage.parquet");
            assertThat(engine.query("select * from marts.coverage"))
                    .containsExactly(Map.of("place", "110000", "value", 0.6, "value_status", "ok"));
            assertThatThrownBy(() -> sandbox.candidate(
                            lock,
                            Sandbox.inputs("2025-03", "aa"),
                            List.of(),
                            Models.readLayer("marts", models).all()))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(
                            ("%s: model marts.peeping reads core.employers, but a model of a release reads only what"
                                            + " the release holds: [marts.codes_divisions, marts.coverage, marts.figures]")
                                    .formatted(models.resolve("peeping.sql")));
        }
    }

    @Test
    void anAttachmentIsAFileOfTheReleaseLikeOthersAndReplacesNone() {
        Attachment leaflet = candidate -> {
            AtomicFiles.replace(candidate.folder().resolve("leaflet.txt"), candidate.releaseId());
            return List.of("leaflet.txt");
        };
        try (HomeLock lock = sandbox.lock()) {
            Candidate candidate = sandbox.candidate(lock, 1, Sandbox.inputs("2025-03", "aa"), List.of(List.of()));

            Candidate whole = candidate.with(List.of(leaflet));

            assertThat(whole.files().subList(0, candidate.files().size())).isEqualTo(candidate.files());
            assertThat(whole.files())
                    .last()
                    .isEqualTo(new Manifest.ReleasedFile(
                            "leaflet.txt",
                            Hashes.ofFile(candidate.folder().resolve("leaflet.txt")),
                            Optional.empty(),
                            List.of()));
            assertThatThrownBy(() -> whole.with(List.of(leaflet)))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Two files of a release are called leaflet.txt: rename one");
        }
    }

    private static void model(Path folder, String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name + ".sql"), "-- One row per place.\n" + sql + "\n");
        Files.writeString(folder.resolve(name + ".yaml"), """
                name: {zh: 覆盖率, en: Coverage}
                description: {zh: 每个地区一行, en: One row per place.}
                release: true
                grain: [place]
                columns:
                  place: {type: varchar, zh: 地区, en: Place}
                  value: {type: double, zh: 值, en: Value}
                  value_status: {type: varchar, zh: 状态, en: Status}
                """);
    }

    private static List<Manifest.ReleasedFile> parquet(Candidate candidate) {
        return candidate.files().stream()
                .filter(file -> file.name().endsWith(".parquet"))
                .toList();
    }
}
