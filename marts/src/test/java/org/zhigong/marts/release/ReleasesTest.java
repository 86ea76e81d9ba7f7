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
    // SignOffTest crashes after the step that only a sign-off has.
    @EnumSource(names = "SIGNED", mode = EnumSource.Mode.EXCLUDE)
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

    private List<Object> numerators(CurrentRelease release) {
        Engine engine = Sandbox.engine(1);
        release.define(engine);
        return engine.query("select numerator from marts.figures").stream()
                .map(row -> row.get("numerator"))
                .toList();
    }
}
