package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhigong.transform.Models;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

class ReleasesTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void aReleaseThatPassesIsCurrentWithAllItsFiles() throws IOException {
        Publication published = sandbox.publish("2025-03", "aa", 60);

        assertThat(published.outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
        assertThat(published.message().en()).isEqualTo("Release %s is current".formatted(published.release()));
        assertThat(Head.read(sandbox.home)).contains(published.release());
        assertThat(sandbox.home.current().toRealPath())
                .isEqualTo(published.folder().toRealPath());
        assertThat(sandbox.home.current().resolve("marts/figures.parquet")).exists();
        assertThat(sandbox.home.current().resolve("marts/codes_divisions.parquet"))
                .exists();
        assertThat(sandbox.home.current().resolve("zhigong.duckdb")).exists();
        assertThat(sandbox.home.scratch()).isEmptyDirectory();
    }

    @Test
    void theManifestSaysWhatTheReleaseIsMadeOf() {
        Publication published = sandbox.publish("2025-03", "aa", 60);

        Manifest manifest = Manifest.read(sandbox.home, published.release());

        assertThat(manifest).isEqualTo(published.manifest());
        assertThat(manifest.status()).isEqualTo(Manifest.Status.PASSED);
        assertThat(manifest.synthetic()).isTrue();
        assertThat(manifest.previous()).isEmpty();
        assertThat(manifest.run()).isEqualTo(Map.of("run_id", "r-1"));
        assertThat(manifest.counts())
                .isEqualTo(new TreeMap<>(Map.of(
                        "batches", 1L,
                        "figures", 1L,
                        "figures_confidential", 0L,
                        "figures_ok", 1L,
                        "rows_accepted", 2L,
                        "rows_dropped", 0L,
                        "rows_quarantined", 1L,
                        "rows_read", 3L)));
        assertThat(manifest.files())
                .extracting(Manifest.ReleasedFile::name)
                .containsExactly("marts/figures.parquet", "marts/codes_divisions.parquet", "zhigong.duckdb");
    }

    @Test
    void theSameInputsAreTheSameReleaseAndNothingIsBuilt() {
        Publication first = sandbox.publish("2025-03", "aa", 60);
        Publication second = sandbox.publish("2025-03", "aa", 60);

        assertThat(second.outcome()).isEqualTo(Publication.Outcome.UNCHANGED);
        assertThat(second.release()).isEqualTo(first.release());
        assertThat(second.message().en())
                .isEqualTo("The inputs are unchanged: release %s stays current".formatted(first.release()));
        try (HomeLock lock = sandbox.lock()) {
            assertThat(Releases.of(lock).again(Sandbox.inputs("2025-03", "aa"), Sandbox.NOW))
                    .contains(second);
            assertThat(Releases.of(lock).again(Sandbox.inputs("2025-03", "bb"), Sandbox.NOW))
                    .isEmpty();
        }
        assertThat(History.of(sandbox.home).events()).hasSize(1);
    }

    @Test
    void theSameFiguresAreTheSameBytesInAnyOrderOfArrivalAndWithAnyNumberOfThreads() {
        List<Map<String, Object>> march =
                List.of(Sandbox.figure("members", "2025-03", 5, 10), Sandbox.figure("workers", "2025-03", 7, 10));
        List<Map<String, Object>> april = List.of(Sandbox.figure("members", "2025-04", 6, 10));
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
    void aRefusedCandidateStaysToLookAtAndTheOldReleaseStaysCurrent() {
        Publication good = sandbox.publish("2025-03", "aa", 60);
        try (HomeLock lock = sandbox.lock()) {
            ReleaseInputs inputs = Sandbox.inputs("2025-04", "bb");

            assertThatThrownBy(() -> sandbox.publish(
                            lock,
                            inputs,
                            70,
                            List.of(
                                    Sandbox.check("ends_after_it_begins", Severity.STOP, 2),
                                    Sandbox.check("is_filed", Severity.ALERT, 9)),
                            step -> {}))
                    .isInstanceOf(DataException.class)
                    .hasMessage("""
                            Release %s was refused by the gate; release %s stays current. / 发布 %s 未通过检查，当前发布不变。
                              - ends_after_it_begins at core.agreements: 2 new failures (0 known); e.g. A-1 ends before it begins
                                合同终止不早于起始 / An agreement ends after it begins
                                who can repair it: agreements steward; 请核对合同日期 / Correct the dates of the agreement
                            Look at %s and the files beside it""".formatted(
                                    inputs.releaseId(),
                                    good.release(),
                                    inputs.releaseId(),
                                    sandbox.home.release(inputs.releaseId()).resolve("manifest.json")));

            assertThat(Head.read(sandbox.home)).contains(good.release());
            CurrentRelease refused = CurrentRelease.of(sandbox.home, inputs.releaseId());
            assertThat(refused.manifest().status()).isEqualTo(Manifest.Status.REFUSED);
            assertThat(refused.tables().values()).allMatch(Files::exists);
        }
    }

    @Test
    void aRefusedCandidateIsJudgedAgainOnceItsFailuresAreAccepted() {
        ReleaseInputs inputs = Sandbox.inputs("2025-04", "bb");
        List<CheckResult> checks = List.of(Sandbox.check("ends_after_it_begins", Severity.STOP, 2));
        try (HomeLock lock = sandbox.lock()) {
            assertThatThrownBy(() -> sandbox.publish(lock, inputs, 70, checks, step -> {}))
                    .isInstanceOf(DataException.class);

            Baseline.read(sandbox.home)
                    .accepting(
                            Manifest.read(sandbox.home, inputs.releaseId()),
                            "ends_after_it_begins",
                            "the register is being corrected",
                            Sandbox.NOW)
                    .write(sandbox.home);
            Publication published = sandbox.publish(lock, inputs, 70, checks, step -> {});

            assertThat(published.outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
            assertThat(published.manifest().checks())
                    .singleElement()
                    .satisfies(judged -> assertThat(judged.known()).isEqualTo(2));
        }
    }

    @Test
    void aReleaseAsKnownNeverBecomesCurrent() {
        Publication good = sandbox.publish("2025-03", "aa", 60);
        try (HomeLock lock = sandbox.lock()) {
            ReleaseInputs inputs = Sandbox.inputs(
                    "2025-04",
                    Optional.of(java.time.LocalDate.parse("2025-05-01")),
                    List.of(Sandbox.batch("headcount", "bb")),
                    Sandbox.parameters());

            Publication asKnown = sandbox.publish(lock, inputs, 70, List.of(), step -> {});

            assertThat(asKnown.outcome()).isEqualTo(Publication.Outcome.AS_KNOWN);
            assertThat(asKnown.message().en())
                    .isEqualTo("Release %s shows what was known on 2025-05-01 and never becomes current"
                            .formatted(inputs.releaseId()));
            assertThat(Head.read(sandbox.home)).contains(good.release());
            assertThatThrownBy(() -> Releases.of(lock).rollback(Optional.of(asKnown.release()), "no", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("There is no release %s that passed: expected one of [%s]"
                            .formatted(asKnown.release(), good.release()));
        }
    }

    @Test
    void aReleaseOfAnEarlierMonthIsKeptAndNotMadeCurrent() {
        Publication april = sandbox.publish("2025-04", "bb", 70);

        Publication march = sandbox.publish("2025-03", "aa", 60);

        assertThat(march.outcome()).isEqualTo(Publication.Outcome.EARLIER);
        assertThat(march.message().en())
                .isEqualTo("Release %s is kept; release %s closes a later month and stays current"
                        .formatted(march.release(), april.release()));
        assertThat(Head.read(sandbox.home)).contains(april.release());
    }

    @ParameterizedTest
    @EnumSource(PublishStep.class)
    void aCrashAfterAnyStepLeavesAReleaseToReadAndTheNextRunCompletes(PublishStep deadly) throws IOException {
        Publication old = sandbox.publish("2025-03", "aa", 60);
        ReleaseInputs inputs = Sandbox.inputs("2025-04", "bb");
        List<CheckResult> checks = List.of(Sandbox.check("is_filed", Severity.ALERT, 9));
        try (HomeLock lock = sandbox.lock()) {
            assertThatThrownBy(() -> sandbox.publish(lock, inputs, 70, checks, step -> {
                        if (step == deadly) {
                            throw new IllegalStateException("killed after " + step);
                        }
                    }))
                    .hasMessage("killed after " + deadly);
        }

        boolean isNamed = deadly.compareTo(PublishStep.NAMED) >= 0;
        CurrentRelease after = CurrentRelease.open(HomeGuard.forReading(sandbox.root));
        assertThat(after.id()).isEqualTo(isNamed ? inputs.releaseId() : old.release());
        assertThat(numerators(after)).containsExactly(isNamed ? 70L : 60L);
        assertThat(sandbox.home.current().toRealPath()).isEqualTo(after.folder().toRealPath());

        try (HomeLock lock = sandbox.lock()) {
            sandbox.publish(lock, inputs, 70, checks, step -> {});
        }
        assertThat(Head.read(sandbox.home)).contains(inputs.releaseId());
        assertThat(History.of(sandbox.home).events())
                .extracting(History.Event::release, History.Event::from)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(old.release(), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(inputs.releaseId(), Optional.of(old.release())));
        assertThat(Baseline.read(sandbox.home).known().get("is_filed @ core.agreements"))
                .isEqualTo(new Baseline.Known(9, ""));
        assertThat(sandbox.home.scratch()).isEmptyDirectory();
    }

    @Test
    void aListShowsEveryReleaseByItsTimeWithTheCurrentOneAndDamagedOnes() throws IOException {
        Publication march = sandbox.publish("2025-03", "aa", 60);
        sandbox.at = Sandbox.NOW.plusSeconds(60);
        Publication april = sandbox.publish("2025-04", "bb", 70);
        Files.writeString(Manifest.file(march.folder()), "{");

        assertThat(Releases.list(sandbox.home))
                .containsExactly(
                        new Releases.Listed(march.release(), Optional.empty(), false),
                        new Releases.Listed(april.release(), Optional.of(april.manifest()), true));
    }

    @Test
    void rollingBackGoesToTheReleaseBeforeAndKeepsTheReason() {
        Publication march = sandbox.publish("2025-03", "aa", 60);
        Publication april = sandbox.publish("2025-04", "bb", 70);
        try (HomeLock lock = sandbox.lock()) {
            Publication back =
                    Releases.of(lock).rollback(Optional.empty(), "district 110105 was delivered twice", Sandbox.NOW);

            assertThat(back.release()).isEqualTo(march.release());
            assertThat(Head.read(sandbox.home)).contains(march.release());
            assertThat(sandbox.home.current().resolve("manifest.json")).exists();
            assertThat(History.of(sandbox.home).events())
                    .last()
                    .isEqualTo(new History.Event(
                            Sandbox.NOW,
                            History.Action.ROLLED_BACK,
                            march.release(),
                            Optional.of(april.release()),
                            "district 110105 was delivered twice"));
        }
    }

    @Test
    void whatWasRolledBackFromReturnsByHandOrWithOtherInputsOnly() {
        sandbox.publish("2025-03", "aa", 60);
        Publication april = sandbox.publish("2025-04", "bb", 70);
        try (HomeLock lock = sandbox.lock()) {
            Releases.of(lock).rollback(Optional.empty(), "wrong", Sandbox.NOW);
        }

        Publication again = sandbox.publish("2025-04", "bb", 70);

        assertThat(again.outcome()).isEqualTo(Publication.Outcome.WITHDRAWN);
        assertThat(again.message().en())
                .isEqualTo(("Release %1$s was rolled back from at 2025-04-15T04:00:00Z (wrong);"
                                + " 'zhigong rollback --to %1$s' makes it current again")
                        .formatted(april.release()));
        assertThat(sandbox.publish("2025-04", "cc", 71).outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
        try (HomeLock lock = sandbox.lock()) {
            Releases.of(lock).rollback(Optional.of(april.release()), "it was right", Sandbox.NOW);
        }
        assertThat(sandbox.publish("2025-04", "bb", 70).outcome()).isEqualTo(Publication.Outcome.UNCHANGED);
    }

    @Test
    void thereIsNothingToRollBackToBeforeTheFirstRelease() {
        Publication only = sandbox.publish("2025-03", "aa", 60);
        try (HomeLock lock = sandbox.lock()) {
            assertThatThrownBy(() -> Releases.of(lock).rollback(Optional.empty(), "wrong", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(
                            "There is no release before %1$s to roll back to; 'zhigong rollback --to ID' names one of [%1$s]"
                                    .formatted(only.release()));
            assertThatThrownBy(() -> Releases.of(lock).rollback(Optional.empty(), " ", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Cannot roll back without a reason: it is kept in the home's history");
        }
    }

    @Test
    void aDamagedReleaseIsNotGoneBackTo() throws IOException {
        Publication march = sandbox.publish("2025-03", "aa", 60);
        Publication april = sandbox.publish("2025-04", "bb", 70);
        Path figures = march.folder().resolve("marts/figures.parquet");
        Files.writeString(figures, "damaged");
        try (HomeLock lock = sandbox.lock()) {
            assertThatThrownBy(() -> Releases.of(lock).rollback(Optional.empty(), "wrong", Sandbox.NOW))
                    .isInstanceOf(DataException.class)
                    .hasMessage("Damaged release %s: %s is not what its manifest says; choose another one of [%s, %s]"
                            .formatted(march.release(), figures, march.release(), april.release()));
        }
        assertThat(Head.read(sandbox.home)).contains(april.release());
    }

    @Test
    void aReleaseThatLostAFileIsMadeAgainByTheNextRun() {
        Publication published = sandbox.publish("2025-03", "aa", 60);
        AtomicFiles.delete(published.folder().resolve("marts/figures.parquet"));

        sandbox.publish("2025-03", "aa", 60);

        assertThat(numerators(CurrentRelease.open(sandbox.home))).containsExactly(60L);
        assertThat(Head.read(sandbox.home)).contains(published.release());
    }

    @Test
    void aReaderWhoBeganBeforeAPublicationReadsTheOldReleaseToTheEnd() {
        sandbox.publish("2025-03", "aa", 60);
        CurrentRelease reader = CurrentRelease.open(sandbox.home);

        sandbox.publish("2025-04", "bb", 70);

        assertThat(numerators(reader)).containsExactly(60L);
        assertThat(numerators(CurrentRelease.open(sandbox.home))).containsExactly(70L);
    }

    @Test
    void aHomeWithoutAReleaseSaysHowToMakeOne() {
        sandbox.lock().close();

        assertThatThrownBy(() -> CurrentRelease.open(sandbox.home))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "The home %s has no release yet: 'zhigong run' makes the first".formatted(sandbox.home.root()));
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
                    List.of(Sandbox.figure("members", "2025-03", 6, 10)),
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

    private List<Object> numerators(CurrentRelease release) {
        Engine engine = Sandbox.engine(1);
        release.define(engine);
        return engine.query("select numerator from marts.figures").stream()
                .map(row -> row.get("numerator"))
                .toList();
    }

    private static List<Manifest.ReleasedFile> parquet(Candidate candidate) {
        return candidate.files().stream()
                .filter(file -> file.name().endsWith(".parquet"))
                .toList();
    }
}
