package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.StoredOutput;

/** What the gate need not look at again, and what it must. */
class JudgedBeforeTest {

    private static final ReleaseInputs INPUTS = Sandbox.inputs("2025-03", "aa");
    private static final StoredOutput JUDGED = output("2025-03", "aa11");

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void nothingWasJudgedBeforeTheFirstRelease() {
        assertThat(JudgedBefore.of(sandbox.home, INPUTS).hold(List.of(JUDGED))).isFalse();
    }

    @Test
    void whatTheCurrentReleaseHoldsWasJudgedAndOtherContentWasNot() {
        publish(List.of());
        JudgedBefore before = JudgedBefore.of(sandbox.home, Sandbox.inputs("2025-04", "bb"));

        assertThat(before.hold(List.of(JUDGED))).isTrue();
        assertThat(before.hold(List.of(JUDGED, output("2025-04", "aa11")))).isFalse();
        assertThat(before.hold(List.of(output("2025-03", "bb22")))).isFalse();
    }

    @Test
    void underOtherRulesEverythingIsJudgedAgain() {
        publish(List.of());

        assertThat(judged(Map.of("models", "aa", "indicators", "other"), "duckdb test", "inside"))
                .isFalse();
        assertThat(judged(INPUTS.code(), "another engine", "inside")).isFalse();
        assertThat(judged(INPUTS.code(), "duckdb test", "outside")).isFalse();
        assertThat(judged(INPUTS.code(), "duckdb test", "inside")).isTrue();
    }

    @Test
    void whereACheckOfFiguresFoundSomethingEverythingIsJudgedAgain() {
        CheckResult known = new CheckResult(
                "figures_are_unique",
                "marts.figures",
                "warehouse",
                Severity.ALERT,
                1,
                List.of(),
                new Label("唯一", "unique"),
                new Label("修复", "repair"));
        publish(List.of(known));

        assertThat(JudgedBefore.of(sandbox.home, INPUTS).hold(List.of(JUDGED))).isFalse();
    }

    private boolean judged(Map<String, String> code, String engine, String audience) {
        ReleaseInputs inputs = new ReleaseInputs(
                INPUTS.closing(),
                INPUTS.knownAt(),
                engine,
                code,
                INPUTS.parameters(),
                new ProtectionInForce("primary", audience),
                INPUTS.batches(),
                List.of());
        return JudgedBefore.of(sandbox.home, inputs).hold(List.of(JUDGED));
    }

    private void publish(List<CheckResult> checks) {
        try (HomeLock lock = sandbox.lock()) {
            Candidate candidate = sandbox.candidate(
                    lock, 1, INPUTS, List.of(List.of(FigureRows.figure("workers", "2025-03", 60, 100))));
            Releases.of(lock)
                    .publish(
                            candidate,
                            Gate.judge(checks, Baseline.read(sandbox.home)),
                            List.of(Manifest.Partition.of(JUDGED)),
                            Map.of(),
                            Sandbox.NOW);
        }
    }

    private static StoredOutput output(String period, String sha256) {
        return new StoredOutput("marts.figures", period, "f" + sha256, 1, 1, sha256, List.of(), List.of());
    }
}
