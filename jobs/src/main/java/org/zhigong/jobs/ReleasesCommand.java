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
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the releases of a home. */
@Command(name = "releases", description = "List the releases; --changes compares the current one. / 列出各次发布。")
final class ReleasesCommand implements Callable<Integer> {

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

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Home opened = HomeGuard.forReading(settings.home());
        if (isComparing) {
            return compare(settings, opened);
        }
        Optional<String> current = CurrentRelease.find(opened).map(CurrentRelease::id);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Manifest manifest : manifests(opened)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("release", manifest.release());
            row.put("closing", manifest.closing().toString());
            row.put(
                    "status",
                    current.equals(Optional.of(manifest.release()))
                            ? "current"
                            : manifest.status().name().toLowerCase(java.util.Locale.ROOT));
            row.put("published_at", manifest.publishedAt().toString());
            row.put("figures", manifest.counts().getOrDefault("figures", 0L));
            row.put("batches", (long) manifest.batches().size());
            rows.add(row);
        }
        format.show(
                zhigong.console, List.of("release", "closing", "status", "published_at", "figures", "batches"), rows);
        return 0;
    }

    private int compare(Settings settings, Home opened) {
        CurrentRelease current = CurrentRelease.open(opened);
        Optional<String> before = current.manifest().previous();
        if (before.isEmpty()) {
            zhigong.console.progress(
                    "Release %s is the first: there is nothing to compare it with".formatted(current.id()));
            return 0;
        }
        List<Map<String, Object>> rows =
                ReleaseChanges.between(settings, opened, CurrentRelease.of(opened, before.get()), current);
        format.show(zhigong.console, ReleaseChanges.COLUMNS, rows);
        zhigong.console.progress("Release %s against %s".formatted(current.id(), before.get()));
        return 0;
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
