package org.zhigong.jobs;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.transform.Holds;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what a home holds and whether it is whole. */
@Command(name = "status", description = "What the home holds; --verify reads everything. / 数据目录现状。")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "One JSON document. / 输出 JSON。")
    private boolean isJson;

    @Option(names = "--verify", description = "Read every file and compare its hash. / 校验所有文件。")
    private boolean isVerifying;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Home opened = HomeGuard.forReading(settings.home());
        List<String> damaged = isVerifying ? damaged(opened) : List.of();
        Map<String, Object> status =
                isVerifying && !damaged.isEmpty() ? new LinkedHashMap<>() : status(settings, opened);
        if (isVerifying) {
            status.put("damaged", damaged);
        }
        if (isJson) {
            zhigong.console.answerJson(status);
        } else {
            show(status);
        }
        return damaged.isEmpty() ? 0 : 1;
    }

    private Map<String, Object> status(Settings settings, Home opened) {
        List<Batch> batches = Batches.read(opened);
        Map<String, Object> status = new LinkedHashMap<>();
        Optional<CurrentRelease> release = CurrentRelease.find(opened);
        status.put("home", opened.root().toString());
        status.put("release", release.map(CurrentRelease::id));
        release.map(CurrentRelease::manifest).ifPresent(manifest -> {
            status.put("published_at", manifest.publishedAt());
            status.put("closing", manifest.closing());
            status.put("synthetic", manifest.synthetic());
            status.put("figures", manifest.counts().getOrDefault("figures", 0L));
            status.put("counts", manifest.counts());
        });
        status.put("batches", batches.size());
        status.put("rejected", files(batches, Verdict.REJECTED));
        status.put("held", held(settings, opened, batches));
        status.put(
                "rows_quarantined",
                batches.stream().mapToLong(Batch::quarantined).sum());
        status.put("warnings", warnings(settings, batches));
        return status;
    }

    private static List<String> files(List<Batch> batches, Verdict verdict) {
        return batches.stream()
                .filter(batch -> batch.verdict() == verdict)
                .map(batch -> batch.feed() + "/" + batch.file())
                .toList();
    }

    private static List<Map<String, Object>> held(Settings settings, Home home, List<Batch> batches) {
        List<Map<String, Object>> held = new ArrayList<>();
        for (Holds.Held each :
                HeldBatches.of(new Content(settings.content()), home, batches).held()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("batch", each.batch().batchId());
            row.put("feed", each.batch().feed());
            row.put("file", each.batch().file());
            row.put("reason", each.reason());
            held.add(row);
        }
        return held;
    }

    private static List<String> warnings(Settings settings, List<Batch> batches) {
        List<String> warnings = new ArrayList<>();
        for (String version : batches.stream()
                .map(Batch::keyVersion)
                .filter(version -> !version.isBlank())
                .distinct()
                .sorted()
                .toList()) {
            if (!PersonKeys.has(settings.keys(), version)) {
                warnings.add(
                        ("Key %s of person pseudonyms is missing from %s: persons of new files could not be joined with"
                                        + " those of old ones. Restore it from a backup before the next ingest")
                                .formatted(version, settings.keys()));
            }
        }
        return warnings;
    }

    private static List<String> damaged(Home home) {
        List<String> damaged = new ArrayList<>();
        Outputs outputs = new Outputs(home);
        outputs.all()
                .forEach(key -> outputs.verify(key)
                        .ifPresent(what -> damaged.add(what + "; delete its folder and run again: it is built anew")));
        batches(home, damaged);
        try {
            CurrentRelease.find(home).ifPresent(release -> files(release, damaged));
        } catch (DataException e) {
            damaged.add(e.getMessage() + "; 'zhigong rollback' makes the release before current");
        }
        return damaged;
    }

    private static void batches(Home home, List<String> damaged) {
        try {
            for (Batch batch : Batches.read(home)) {
                var rows = home.batch(batch.feed(), batch.batchId()).resolve("rows.parquet");
                if (batch.verdict() != Verdict.REJECTED
                        && (!Files.exists(rows) || !Hashes.ofFile(rows).equals(batch.contentHash()))) {
                    damaged.add("%s is damaged or missing: delete its folder and ingest %s/%s again"
                            .formatted(rows, batch.feed(), batch.file()));
                }
            }
        } catch (DataException e) {
            damaged.add(e.getMessage() + "; delete the batch's folder and ingest its file again");
        }
    }

    private static void files(CurrentRelease release, List<String> damaged) {
        for (Manifest.ReleasedFile file : release.manifest().files()) {
            var path = release.folder().resolve(file.name());
            if (!Files.exists(path) || !Hashes.ofFile(path).equals(file.sha256())) {
                damaged.add("%s is damaged or missing: 'zhigong rollback' makes the release before current"
                        .formatted(path));
            }
        }
    }

    private void show(Map<String, Object> status) {
        TextTable table = new TextTable(List.of("", ""));
        status.forEach((name, value) -> table.row(List.of(name, shown(value))));
        zhigong.console.answer(table.render());
    }

    private static String shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).orElse("none / 无");
        }
        return value instanceof List<?> list && list.isEmpty() ? "none / 无" : value.toString();
    }
}
