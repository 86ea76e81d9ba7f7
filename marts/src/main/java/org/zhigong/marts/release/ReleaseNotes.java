package org.zhigong.marts.release;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

/**
 * What goes out with a release in words, {@code notes.md}: which figures changed against the release before, which
 * files came in, what the gate has to say. It is made from released figures and books alone, so it tells nothing of
 * persons or of what is confidential.
 */
public final class ReleaseNotes {

    /** The name of the notes in the folder of a release. */
    public static final String FILE = "notes.md";

    private final Engine engine;
    private final Home home;
    private final Map<String, Label> indicators;

    /** @param indicators the names of indicators, by id */
    public ReleaseNotes(Engine engine, Home home, Map<String, Label> indicators) {
        this.engine = engine;
        this.home = home;
        this.indicators = Map.copyOf(indicators);
    }

    /**
     * {@code candidate} with notes on what it changes against the current release of the home.
     *
     * @param tables the outputs that it was computed from
     * @param note what whoever makes it says about the changes; empty if nothing
     */
    public Candidate addedTo(Candidate candidate, Gate gate, List<Manifest.Partition> tables, String note) {
        Optional<CurrentRelease> before = Head.read(home)
                .filter(id -> !id.equals(candidate.releaseId()))
                .flatMap(id -> ReleaseFolders.findWhole(home, id)
                        .map(manifest -> new CurrentRelease(id, home.release(id), manifest)));
        List<ReleaseDiff.Count> counts = before.map(release -> ReleaseDiff.between(
                                engine, ReleaseDiff.Side.of(release), ReleaseDiff.Side.of(candidate, tables))
                        .counts())
                .orElse(List.of());
        Revision revision = revision(candidate, before, counts, note.strip());
        return candidate.with(revision, text(candidate, before, revision, counts, gate));
    }

    private static Revision revision(
            Candidate candidate, Optional<CurrentRelease> before, List<ReleaseDiff.Count> counts, String note) {
        SortedMap<String, Long> changes = new TreeMap<>();
        counts.forEach(count -> changes.merge(count.kind().word(), count.figures(), Long::sum));
        long finals = counts.stream()
                .filter(count -> count.kind().isRevision())
                .mapToLong(ReleaseDiff.Count::finals)
                .sum();
        return new Revision(
                before.map(CurrentRelease::id),
                changes,
                finals,
                note,
                PublicationRules.of(candidate.inputs().parameters()).signers());
    }

    private String text(
            Candidate candidate,
            Optional<CurrentRelease> before,
            Revision revision,
            List<ReleaseDiff.Count> counts,
            Gate gate) {
        ReleaseInputs inputs = candidate.inputs();
        StringBuilder text = new StringBuilder();
        text.append("# 发布说明 Release notes · %s\n\n".formatted(candidate.releaseId()));
        if (inputs.isSynthetic()) {
            text.append("**合成数据 SYNTHETIC**\n\n");
        }
        text.append("- 截止月份 Closing month: %s\n".formatted(inputs.closing()));
        inputs.knownAt()
                .ifPresent(day -> text.append("- 截至 %1$s 所知，不作为当前发布 As known on %1$s; never current\n".formatted(day)));
        text.append("- 比较对象 Compared with: %s\n".formatted(revision.since().orElse("无，首次发布 none, this is the first")));
        text.append("- %1$s 前结束的期间为最终数，其余为初步数 Periods that ended before %1$s are final, the others provisional\n"
                .formatted(inputs.finalBefore()));
        if (revision.finals() > 0) {
            text.append("- 修订最终数 Final figures revised: %d\n".formatted(revision.finals()));
        }
        if (!revision.note().isEmpty()) {
            text.append("- 修订说明 Revision note: %s\n".formatted(cell(revision.note())));
        }
        section(
                text,
                "指标变化 What changed",
                "| 指标 indicator | | 变化 change | 数量 figures | 其中最终数 of them final |",
                changes(counts));
        section(
                text,
                "新到文件 Files that came in",
                "| 数据 feed | 文件 files | 退回 rejected | 接收行 rows accepted | 隔离行 rows quarantined |",
                files(inputs.batches(), before));
        section(
                text,
                "检查提示 Alerts of the gate",
                "| 检查 check | 位置 where | 数量 failures | 应满足 should hold |",
                alerts(gate));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String header, List<String> rows) {
        text.append("\n## %s\n\n".formatted(title));
        if (rows.isEmpty()) {
            text.append("无 None\n");
            return;
        }
        long columns = header.chars().filter(c -> c == '|').count() - 1;
        text.append(header).append('\n').append("|---".repeat((int) columns)).append("|\n");
        rows.forEach(row -> text.append(row).append('\n'));
    }

    private List<String> changes(List<ReleaseDiff.Count> counts) {
        return counts.stream()
                .map(count -> {
                    @Nullable Label name = indicators.get(count.indicator());
                    return row(
                            count.indicator(),
                            name == null ? "" : name.zh() + " " + name.en(),
                            count.kind().label().zh() + " "
                                    + count.kind().label().en(),
                            count.figures(),
                            count.finals());
                })
                .toList();
    }

    private static List<String> files(List<Batch> batches, Optional<CurrentRelease> before) {
        Set<String> known = new HashSet<>();
        before.ifPresent(
                release -> release.manifest().batches().forEach(batch -> known.add(batch.feed() + batch.batchId())));
        Map<String, List<Batch>> byFeed = batches.stream()
                .filter(batch -> !known.contains(batch.feed() + batch.batchId()))
                .collect(Collectors.groupingBy(Batch::feed, TreeMap::new, Collectors.toList()));
        return byFeed.entrySet().stream()
                .map(feed -> row(
                        feed.getKey(),
                        feed.getValue().size(),
                        feed.getValue().stream()
                                .filter(batch -> batch.verdict() == Verdict.REJECTED)
                                .count(),
                        feed.getValue().stream().mapToLong(Batch::accepted).sum(),
                        feed.getValue().stream().mapToLong(Batch::quarantined).sum()))
                .toList();
    }

    private static List<String> alerts(Gate gate) {
        return gate.checks().stream()
                .map(JudgedCheck::check)
                .filter(check -> check.failures() > 0)
                .map(check -> row(
                        check.name(),
                        check.where(),
                        check.failures(),
                        check.promise().zh() + " " + check.promise().en()))
                .toList();
    }

    private static String row(Object... cells) {
        return List.of(cells).stream()
                .map(value -> cell(value.toString()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(String text) {
        return text.replace('\n', ' ').replace("|", "\\|");
    }
}
