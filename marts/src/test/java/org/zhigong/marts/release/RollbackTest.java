package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

class RollbackTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
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
                            "district 110105 was delivered twice",
                            Optional.empty()));
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
}
