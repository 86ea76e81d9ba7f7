package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.HomeLock;

class ReleaseDiffTest {

    @TempDir
    private Path folder;

    @Test
    void everyFigureThatDiffersIsNamedWithHowAndConfidentialOnesTellNothing() {
        Map<String, Object> figure = FigureRows.figure("members", "2025-03", 60, 100);
        Map<String, Object> other = FigureRows.figure("workers", "2025-03", 60, 100);
        List<Map<String, Object>> before = List.of(
                figure,
                FigureRows.with(figure, "place", "110101"),
                FigureRows.with(figure, "place", "110102"),
                FigureRows.confidential(FigureRows.with(figure, "place", "110105")),
                FigureRows.confidential(FigureRows.with(figure, "place", "110106")),
                FigureRows.with(figure, "place", "110107"),
                other);
        List<Map<String, Object>> after = List.of(
                figure,
                FigureRows.with(figure, "place", "110101", "numerator", 61, "value", 0.61),
                FigureRows.confidential(FigureRows.with(figure, "place", "110102")),
                FigureRows.with(figure, "place", "110105"),
                FigureRows.with(
                        FigureRows.confidential(FigureRows.with(figure, "place", "110106")),
                        "protection_reason",
                        "DOMINANCE"),
                FigureRows.with(other, "definition_version", 2),
                FigureRows.with(other, "period", "2025-04"));

        Sandbox sandbox = new Sandbox(folder);
        Engine engine = Sandbox.engine(1);
        try (HomeLock lock = sandbox.lock()) {
            CurrentRelease old = publish(sandbox, lock, "2025-03", before);
            CurrentRelease now = publish(sandbox, lock, "2025-04", after);

            ReleaseDiff diff = ReleaseDiff.between(engine, old, now);

            assertThat(diff.counts())
                    .containsExactly(
                            new ReleaseDiff.Count("members", ReleaseDiff.Kind.NOW_CONFIDENTIAL, 1, 0),
                            new ReleaseDiff.Count("members", ReleaseDiff.Kind.NOW_OPEN, 1, 0),
                            new ReleaseDiff.Count("members", ReleaseDiff.Kind.REMOVED, 1, 0),
                            new ReleaseDiff.Count("members", ReleaseDiff.Kind.REVISED, 1, 0),
                            new ReleaseDiff.Count("workers", ReleaseDiff.Kind.ADDED, 1, 0),
                            new ReleaseDiff.Count("workers", ReleaseDiff.Kind.REDEFINED, 1, 0));
            assertThat(diff.changes(Optional.of("members"), 2))
                    .extracting(
                            ReleaseDiff.Change::kind,
                            change -> change.figure().get("place"),
                            change -> change.before().get("numerator"),
                            change -> change.after().get("numerator"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(ReleaseDiff.Kind.REVISED, "110101", "60", "61"),
                            org.assertj.core.groups.Tuple.tuple(
                                    ReleaseDiff.Kind.NOW_CONFIDENTIAL, "110102", "60", null));
            assertThat(ReleaseDiff.between(engine, now, now).counts()).isEmpty();
        }
    }

    private static CurrentRelease publish(
            Sandbox sandbox, HomeLock lock, String month, List<Map<String, Object>> figures) {
        Candidate candidate = sandbox.candidate(lock, 1, Sandbox.inputs(month, "aa"), List.of(figures));
        Gate gate = Gate.judge(List.of(), Baseline.read(sandbox.home));
        Publication published = Releases.of(lock).publish(candidate, gate, List.of(), Map.of(), Sandbox.NOW);
        return CurrentRelease.of(sandbox.home, published.release());
    }
}
