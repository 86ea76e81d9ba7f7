package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

/** Releases that become current by the word of a named person, and those that need none. */
class SignOffTest {

    private static final String SIGNER = "Director A";

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void whereTheHomeAsksForItAReleaseWaitsForOneOfTheNamed() {
        try (HomeLock lock = sandbox.lock()) {
            Publication march = publish(lock, "2025-03", "aa", 60, signedBy(SIGNER), "");

            assertThat(march.outcome()).isEqualTo(Publication.Outcome.AWAITING_SIGN_OFF);
            assertThat(march.message().en())
                    .isEqualTo(("Release %1$s waits to be signed off; the current one stays."
                                    + " 'zhigong sign-off %1$s --by 'Director A'' makes it current")
                            .formatted(march.release()));
            assertThat(Head.read(sandbox.home)).isEmpty();
            assertThat(SignOff.awaited(sandbox.home))
                    .extracting(Manifest::release)
                    .containsExactly(march.release());
            assertThatThrownBy(() -> Releases.of(lock).signOff(march.release(), "Clerk B", "", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(("'Clerk B' may not sign release %s off: expected one of [Director A],"
                                    + " as parameters.yaml says under publication.sign_off_by")
                            .formatted(march.release()));
            assertThatThrownBy(() ->
                            Releases.of(lock).rollback(Optional.of(march.release()), "past the sign-off", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(march.message().en());

            Publication signed = Releases.of(lock).signOff(march.release(), SIGNER, "", Sandbox.NOW);

            assertThat(signed.outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
            assertThat(Head.read(sandbox.home)).contains(march.release());
            assertThat(SignOff.awaited(sandbox.home)).isEmpty();
            assertThat(History.of(sandbox.home).events())
                    .extracting(History.Event::action, History.Event::by)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(History.Action.SIGNED_OFF, Optional.of(SIGNER)),
                            org.assertj.core.groups.Tuple.tuple(History.Action.PUBLISHED, Optional.empty()));
            assertThatThrownBy(() -> Releases.of(lock).signOff(march.release(), SIGNER, "", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Release %s was signed off already, by Director A at 2025-04-15T04:00:00Z"
                            .formatted(march.release()));
        }
    }

    @Test
    void aRunThatIsRepeatedMakesNothingCurrentThatWaits() {
        try (HomeLock lock = sandbox.lock()) {
            publish(lock, "2025-03", "aa", 60, signedBy(SIGNER), "");

            assertThat(publish(lock, "2025-03", "aa", 60, signedBy(SIGNER), "").outcome())
                    .isEqualTo(Publication.Outcome.AWAITING_SIGN_OFF);
        }
    }

    @Test
    void aSignOffThatACrashCutShortIsCompletedByTheNextRun() {
        try (HomeLock lock = sandbox.lock()) {
            Publication march = publish(lock, "2025-03", "aa", 60, signedBy(SIGNER), "");
            Releases crashing = new Releases(lock, step -> {
                if (step == PublishStep.SIGNED) {
                    throw new IllegalStateException("killed");
                }
            });
            assertThatThrownBy(() -> crashing.signOff(march.release(), SIGNER, "", Sandbox.NOW))
                    .hasMessage("killed");

            assertThat(publish(lock, "2025-03", "aa", 60, signedBy(SIGNER), "").outcome())
                    .isEqualTo(Publication.Outcome.PUBLISHED);
        }
    }

    @Test
    void whoChangesFinalFiguresSaysWhyOrSomebodyElseDoesBeforeItIsCurrent() throws IOException {
        try (HomeLock lock = sandbox.lock()) {
            publish(lock, "2025-03", "aa", 60, finalAtOnce(), "");

            Publication silent = publish(lock, "2025-03", "bb", 61, finalAtOnce(), "");

            assertThat(silent.outcome()).isEqualTo(Publication.Outcome.AWAITING_SIGN_OFF);
            assertThat(silent.message().en())
                    .isEqualTo(
                            ("Release %1$s waits to be signed off with a note on why 1 final figures change; the current"
                                            + " one stays. 'zhigong sign-off %1$s --by 'NAME' --note TEXT' makes it current")
                                    .formatted(silent.release()));
            assertThatThrownBy(() -> Releases.of(lock).signOff(silent.release(), SIGNER, " ", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage(
                            ("Cannot sign release %s off without a note: it changes 1 final figures, and --note has to say"
                                            + " why. %s lists them")
                                    .formatted(silent.release(), silent.folder().resolve("notes.md")));
            assertThat(Releases.of(lock)
                            .signOff(silent.release(), SIGNER, "A district corrected its report", Sandbox.NOW)
                            .outcome())
                    .isEqualTo(Publication.Outcome.PUBLISHED);

            Publication said = publish(lock, "2025-03", "cc", 62, finalAtOnce(), "Another | correction");

            assertThat(said.outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
            assertThat(Files.readString(said.folder().resolve("notes.md")))
                    .isEqualTo("""
                            # 发布说明 Release notes · %s

                            **合成数据 SYNTHETIC**

                            - 截止月份 Closing month: 2025-03
                            - 比较对象 Compared with: %s
                            - 2025-04-01 前结束的期间为最终数，其余为初步数 Periods that ended before 2025-04-01 are final, the others provisional
                            - 修订最终数 Final figures revised: 1
                            - 修订说明 Revision note: Another \\| correction

                            ## 指标变化 What changed

                            | 指标 indicator | | 变化 change | 数量 figures | 其中最终数 of them final |
                            |---|---|---|---|---|
                            | coverage_any_workers | 集体合同职工覆盖率 Coverage | 数值修订 revised | 1 | 1 |

                            ## 新到文件 Files that came in

                            | 数据 feed | 文件 files | 退回 rejected | 接收行 rows accepted | 隔离行 rows quarantined |
                            |---|---|---|---|---|
                            | headcount | 1 | 0 | 2 | 1 |

                            ## 检查提示 Alerts of the gate

                            无 None
                            """.formatted(said.release(), silent.release()));
        }
    }

    @Test
    void provisionalFiguresMayChangeWithoutAWord() {
        try (HomeLock lock = sandbox.lock()) {
            publish(lock, "2025-03", "aa", 60, JsonNode::deepCopy, "");

            assertThat(publish(lock, "2025-03", "bb", 61, JsonNode::deepCopy, "")
                            .outcome())
                    .isEqualTo(Publication.Outcome.PUBLISHED);
        }
    }

    @Test
    void whatNeedsNoSignOffCannotBeSignedOff() {
        try (HomeLock lock = sandbox.lock()) {
            Publication march = publish(lock, "2025-03", "aa", 60, JsonNode::deepCopy, "");

            assertThatThrownBy(() -> Releases.of(lock).signOff("2025-03-none", SIGNER, "", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("There is no release 2025-03-none; none waits to be signed off");
            assertThatThrownBy(() -> Releases.of(lock).signOff(march.release(), SIGNER, "", Sandbox.NOW))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("Release %s needs no sign-off; none waits to be signed off".formatted(march.release()));
        }
    }

    private interface Saying {
        JsonNode in(JsonNode parameters);
    }

    private static Saying signedBy(String name) {
        return parameters -> {
            ((ObjectNode) parameters)
                    .putObject("publication")
                    .putArray("sign_off_by")
                    .add(name);
            return parameters;
        };
    }

    private static Saying finalAtOnce() {
        return parameters -> {
            ((ObjectNode) parameters).putObject("publication").put("final_after_months", 0);
            return parameters;
        };
    }

    private Publication publish(
            HomeLock lock, String month, String hash, long numerator, Saying parameters, String note) {
        ReleaseInputs inputs = Sandbox.inputs(
                month,
                Optional.empty(),
                List.of(Sandbox.batch("headcount", hash)),
                parameters.in(Sandbox.parameters()));
        Map<String, Object> figure = FigureRows.figure("coverage_any_workers", month, numerator, 100);
        Gate gate = Gate.judge(List.of(), Baseline.read(sandbox.home));
        Candidate candidate = new ReleaseNotes(
                        Sandbox.engine(1),
                        sandbox.home,
                        Map.of("coverage_any_workers", new Label("集体合同职工覆盖率", "Coverage")))
                .addedTo(sandbox.candidate(lock, 1, inputs, List.of(List.of(figure))), gate, List.of(), note);
        return Releases.of(lock).publish(candidate, gate, List.of(), Map.of(), Sandbox.NOW);
    }
}
