package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.ReleaseDiff;
import org.zhigong.marts.release.SignOff;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.Scratch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the releases of a home. */
@Command(name = "releases", description = "List the releases; --changes compares the current one. / 列出各次发布。")
final class ReleasesCommand implements Callable<Integer> {

    private static final int MOST = 10_000; // changed figures of one indicator that are worth reading

    private static final List<String> COUNTS = List.of("indicator", "change", "变化", "figures");
    private static final List<String> CHANGES = List.of(
            "period", "place_scheme", "place", "breakdown", "breakdown_value", "category", "change", "before", "after");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(
            names = "--changes",
            description = "What the current release changed against the one before it, by indicator. / 与上一次发布相比的变化。")
    private boolean isComparing;

    @Option(
            names = "--indicator",
            paramLabel = "X",
            description = "With --changes: each figure of this indicator that changed. / 指标。")
    private @Nullable String indicator;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Home opened = HomeGuard.forReading(settings.home());
        if (isComparing) {
            return compare(settings, opened);
        }
        Optional<String> current = CurrentRelease.find(opened).map(CurrentRelease::id);
        List<String> awaited =
                SignOff.awaited(opened).stream().map(Manifest::release).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Manifest manifest : manifests(opened)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("release", manifest.release());
            row.put("closing", manifest.closing().toString());
            row.put("status", status(manifest, current, awaited));
            row.put("published_at", manifest.publishedAt().toString());
            row.put("figures", manifest.counts().getOrDefault("figures", 0L));
            row.put("batches", (long) manifest.batches().size());
            rows.add(row);
        }
        format.show(
                zhigong.console, List.of("release", "closing", "status", "published_at", "figures", "batches"), rows);
        return 0;
    }

    private static String status(Manifest manifest, Optional<String> current, List<String> awaited) {
        if (current.equals(Optional.of(manifest.release()))) {
            return "current";
        }
        return awaited.contains(manifest.release())
                ? "awaiting_sign_off"
                : manifest.status().name().toLowerCase(java.util.Locale.ROOT);
    }

    private int compare(Settings settings, Home opened) {
        CurrentRelease current = CurrentRelease.open(opened);
        Optional<String> before = current.manifest().previous();
        if (before.isEmpty()) {
            zhigong.console.progress(
                    "首次发布，无可比较 / Release %s is the first: there is nothing to compare it with".formatted(current.id()));
            return 0;
        }
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(Scratch.local(opened)))) {
            ReleaseDiff diff = ReleaseDiff.between(engine, CurrentRelease.of(opened, before.get()), current);
            if (indicator == null) {
                format.show(
                        zhigong.console,
                        COUNTS,
                        diff.counts().stream().map(ReleasesCommand::row).toList());
            } else {
                List<ReleaseDiff.Change> changes = diff.changes(Optional.of(indicator), MOST);
                format.show(
                        zhigong.console,
                        CHANGES,
                        changes.stream().map(ReleasesCommand::row).toList());
            }
        }
        zhigong.console.progress("%s ← %s".formatted(current.id(), before.get()));
        return 0;
    }

    private static Map<String, Object> row(ReleaseDiff.Count count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator", count.indicator());
        row.put("change", count.kind().word());
        row.put("变化", count.kind().label().zh());
        row.put("figures", count.figures());
        return row;
    }

    private static Map<String, Object> row(ReleaseDiff.Change change) {
        Map<String, Object> row = new LinkedHashMap<>(change.figure());
        row.put("change", change.kind().word());
        row.put("before", change.before().isEmpty() ? null : change.before().toString());
        row.put("after", change.after().isEmpty() ? null : change.after().toString());
        return row;
    }

    private static List<Manifest> manifests(Home opened) {
        try (Stream<Path> folders = Files.list(opened.releases())) {
            return folders.filter(folder -> Files.exists(folder.resolve("manifest.json")))
                    .map(folder -> Manifest.read(opened, folder.getFileName().toString()))
                    .sorted(Comparator.comparing(Manifest::publishedAt))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw AtomicFiles.failed("list", opened.releases(), e);
        }
    }
}
