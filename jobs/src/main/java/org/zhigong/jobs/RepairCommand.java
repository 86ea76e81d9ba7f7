package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.RepairReport;
import org.zhigong.ingest.Repairs.Order;
import org.zhigong.ingest.Repairs.Wanted;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Sends quarantined rows to their deliverer and takes them back corrected. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Quarantined rows out as a workbook, and back corrected. / 隔离行的更正：导出与回收。",
        subcommands = {RepairCommand.Export.class, RepairCommand.Apply.class})
final class RepairCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        zhigong.console.answer(spec.commandLine().getUsageMessage());
    }

    /** Writes the workbook. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write what one deliverer has to repair into a workbook. / 导出更正表。")
    static final class Export implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RepairCommand repair;

        @Mixin
        private final HomeOption home = new HomeOption();

        @Option(names = "--deliverer", required = true, paramLabel = "D", description = "Whose rows. / 报送单位。")
        private String deliverer = "";

        @Option(names = "--feed", paramLabel = "F", description = "Only of this feed. / 报表。")
        private @Nullable String feed;

        @Option(names = "--period", paramLabel = "YYYY-MM", description = "Only of files for this month. / 报送月份。")
        private @Nullable String period;

        @Option(names = "--to", required = true, paramLabel = "FILE.xlsx", description = "The new workbook. / 导出文件。")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path target;

        @Override
        public Integer call() {
            Zhigong zhigong = repair.zhigong;
            Settings settings = home.applied(zhigong.settings);
            NewFile.require(target, ".xlsx", settings.home());
            Wanted wanted = new Wanted(
                    deliverer,
                    Optional.ofNullable(feed),
                    Optional.ofNullable(period)
                            .map(text -> CloseOptions.month("--period", text).toString()));
            // What it says of the home is written there, if nobody did so before.
            try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "repair export");
                    RepairWork work = RepairWork.open(settings, lock)) {
                work.requireFeed(wanted.feed());
                Map<String, Long> rows = work.repairs().export(lock.home(), wanted, work.surroundings(), target);
                answer(zhigong.console, rows);
                return 0;
            }
        }

        private void answer(Console console, Map<String, Long> rows) {
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            console.progress(
                    all == 0
                            ? "没有待更正的行 / Nothing waits for a correction here; no workbook was written"
                            : "已导出 %1$d 行到 %2$s / %1$d rows were written to %2$s".formatted(all, target));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("deliverer", deliverer);
            line.put("rows", all);
            line.put("feeds", rows);
            line.put("file", all == 0 ? "" : target.toString());
            console.lastLine(line);
        }
    }

    /** Takes the workbook back. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Read a corrected workbook; the next build counts its rows. / 回收更正表。")
    static final class Apply implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RepairCommand repair;

        @Mixin
        private final HomeOption home = new HomeOption();

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who applies it. / 经办人。")
        private String by = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is right. / 原因。")
        private String reason = "";

        @Option(
                names = "--received",
                paramLabel = "DATE",
                description = "The day it was delivered, unless its name says so. / 报送日期。")
        private @Nullable String received;

        @Option(names = "--json", description = "One JSON document. / 输出 JSON。")
        private boolean isJson;

        @Parameters(paramLabel = "FILE.xlsx", description = "The workbook that came back. / 交回的更正表。")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Override
        public Integer call() {
            Zhigong zhigong = repair.zhigong;
            Settings settings = home.applied(zhigong.settings);
            Order order = new Order(
                    by, reason, Optional.ofNullable(received).map(text -> CloseOptions.day("--received", text)));
            try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "repair apply");
                    RepairWork work = RepairWork.open(settings, lock)) {
                RepairReport report = work.repairs().apply(lock.home(), file, order, work.surroundings());
                if (isJson) {
                    zhigong.console.answerJson(report);
                } else {
                    show(zhigong.console, report);
                }
                return 0;
            }
        }

        private static void show(Console console, RepairReport report) {
            TextTable table = new TextTable(
                    List.of("feed", "origin", "rows", "accepted", "quarantined", "withdrawn", "later / other"));
            for (RepairReport.Overlay overlay : report.overlays()) {
                table.row(List.of(
                        overlay.feed(),
                        overlay.origin(),
                        overlay.rowsRead(),
                        overlay.accepted(),
                        overlay.quarantined(),
                        overlay.withdrawn(),
                        overlay.dropped() - overlay.withdrawn()));
            }
            console.answer(table.render());
            switch (report.outcome()) {
                case ALREADY_APPLIED ->
                    console.progress(
                            "该更正表已由 %1$s 回收（报送日期 %2$s），未重复处理 / This workbook was applied by %1$s before, as delivered on %2$s; nothing was done"
                                    .formatted(report.by(), report.receivedOn()));
                case APPLIED ->
                    console.progress("已回收，重新运行 zhigong run 后生效 / Applied; run 'zhigong run' again to count the rows");
            }
            report.superseded()
                    .forEach(each -> console.progress(
                            "%1$s/%2$s 已重新报送，%3$d 行更正不再需要 / %1$s/%2$s was delivered again, so that %3$d corrections are not needed"
                                    .formatted(each.feed(), each.file(), each.rows())));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("outcome", report.outcome().name().toLowerCase(java.util.Locale.ROOT));
            line.put("accepted", report.accepted());
            line.put("quarantined", report.quarantined());
            line.put("superseded", report.superseded().size());
            console.lastLine(line);
        }
    }
}
