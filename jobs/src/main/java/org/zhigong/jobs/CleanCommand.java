package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zhigong.marts.release.Cleaning;
import org.zhigong.marts.release.Retention;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes what nothing needs: old releases by the policy of the parameters, and what only they were made of. */
@Command(
        name = "clean",
        description = "Remove old releases and what nothing needs; --dry-run only lists it. / 清理不再需要的内容。")
final class CleanCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("kind", "path", "bytes", "原因", "why");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--dry-run", description = "List it and remove nothing. / 只列出。")
    private boolean isDryRun;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "clean")) {
            Home opened = lock.home();
            Set<String> live = Batches.read(opened).stream().map(Batch::batchId).collect(Collectors.toSet());
            Retention retention = Retention.of(MonthClose.parameters(opened.parameters()));
            List<Cleaning.Item> items = Cleaning.plan(
                    opened, retention, live, zhigong.console.clock().instant());
            show(opened, items);
            long freed = isDryRun ? 0 : Cleaning.remove(lock, items);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("removed", isDryRun ? 0 : items.size());
            line.put("bytes_freed", freed);
            line.put("listed", items.size());
            zhigong.console.lastLine(line);
            return 0;
        }
    }

    private void show(Home opened, List<Cleaning.Item> items) {
        if (items.isEmpty()) {
            zhigong.console.progress("没有可清理的内容 / There is nothing to remove");
            return;
        }
        TextTable table = new TextTable(COLUMNS);
        items.forEach(item -> table.row(List.of(
                item.kind().name().toLowerCase(Locale.ROOT),
                opened.root().relativize(item.path()),
                item.bytes(),
                item.why().zh(),
                item.why().en())));
        zhigong.console.answer(table.render());
    }
}
