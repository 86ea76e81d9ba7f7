package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

class GateTest {

    @TempDir
    private Path folder;

    @Test
    void aNewFailureStopsOrAlertsByItsSeverityAndAKnownOneDoesNeither() {
        Baseline baseline = new Baseline(
                new TreeMap<>(Map.of("known @ core.agreements", new Baseline.Known(3, "being corrected"))));

        Gate gate = Gate.judge(
                List.of(
                        Sandbox.check("known", Severity.STOP, 3),
                        Sandbox.check("worse", Severity.STOP, 1),
                        Sandbox.check("odd", Severity.ALERT, 2),
                        Sandbox.check("fine", Severity.STOP, 0)),
                baseline);

        assertThat(gate.passes()).isFalse();
        assertThat(gate.stops()).extracting(judged -> judged.check().name()).containsExactly("worse");
        assertThat(gate.alerts()).extracting(judged -> judged.check().name()).containsExactly("odd");
    }

    @Test
    void moreFailuresThanKnownAreNew() {
        Baseline baseline = new Baseline(new TreeMap<>(Map.of("known @ core.agreements", new Baseline.Known(3, ""))));

        Gate gate = Gate.judge(List.of(Sandbox.check("known", Severity.STOP, 5)), baseline);

        assertThat(gate.stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.newFailures()).isEqualTo(2));
    }

    @Test
    void aPublicationLowersTheBaselineCountsAlertsAndForgetsWhatIsNotChecked() {
        Baseline baseline = new Baseline(new TreeMap<>(Map.of(
                "better @ core.agreements", new Baseline.Known(3, "being corrected"),
                "gone @ core.agreements", new Baseline.Known(3, ""))));
        Gate gate = Gate.judge(
                List.of(
                        Sandbox.check("better", Severity.STOP, 1),
                        Sandbox.check("odd", Severity.ALERT, 2),
                        Sandbox.check("fine", Severity.STOP, 0)),
                baseline);

        assertThat(baseline.after(gate.checks()).known())
                .isEqualTo(new TreeMap<>(Map.of(
                        "better @ core.agreements", new Baseline.Known(1, "being corrected"),
                        "odd @ core.agreements", new Baseline.Known(2, ""))));
    }

    @Test
    void failuresAreAcceptedByNameForAReason() {
        Sandbox sandbox = new Sandbox(folder);
        Baseline empty = new Baseline(new TreeMap<>());
        try (HomeLock lock = sandbox.lock()) {
            Manifest refused = refused(sandbox, lock);

            assertThat(empty.accepting(refused, "worse", "known to the register", Instant.EPOCH)
                            .known())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "worse @ core.agreements",
                            new Baseline.Known(4, "known to the register (1970-01-01T00:00:00Z)"))));
            assertThatThrownBy(() -> empty.accepting(refused, "worst", "why", Instant.EPOCH))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Release %s has no failed check 'worst': expected one of [worse]"
                            .formatted(refused.release()));
            assertThatThrownBy(() -> empty.accepting(refused, "worse", "", Instant.EPOCH))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Cannot accept failures of worse without a reason");
        }
    }

    private static Manifest refused(Sandbox sandbox, HomeLock lock) {
        ReleaseInputs inputs = Sandbox.inputs("2025-03", "aa");
        assertThatThrownBy(() ->
                        sandbox.publish(lock, inputs, 1, List.of(Sandbox.check("worse", Severity.STOP, 4)), step -> {}))
                .hasMessageContaining("worse at core.agreements: 4 new failures (0 known)")
                .hasMessageContaining("there is no release yet");
        return Manifest.read(sandbox.home, inputs.releaseId());
    }
}
