package org.zhigong.jobs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhigong.marts.release.Verification;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
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
        HomeStatus status = isVerifying ? verified(settings, opened) : HomeStatus.of(settings, opened, today());
        if (isJson) {
            zhigong.console.answerJson(status);
        } else {
            show(status);
        }
        return status.damaged().isEmpty() ? 0 : 1;
    }

    private HomeStatus verified(Settings settings, Home opened) {
        List<Verification.Damage> damages = Verification.of(opened);
        try {
            return HomeStatus.of(settings, opened, today()).with(damages);
        } catch (DataException e) {
            if (damages.isEmpty()) {
                throw e;
            }
            return HomeStatus.damaged(opened, damages);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(zhigong.console.clock().instant(), ZoneOffset.UTC);
    }

    private void show(HomeStatus status) {
        facts(status);
        section(
                "待签发的发布 Releases to sign off",
                List.of("release", "待办", "what to do"),
                status.awaiting().stream()
                        .map(each -> List.<Object>of(
                                each.release(),
                                each.request().zh(),
                                each.request().en()))
                        .toList());
        section(
                "等待确认的文件 Held files",
                List.of("batch", "file", "原因", "why"),
                status.held().stream()
                        .map(each -> List.<Object>of(
                                each.batch(),
                                each.feed() + "/" + each.file(),
                                each.reason().zh(),
                                each.reason().en()))
                        .toList());
        section("被拒收的文件 Rejected files", List.of("file", "codes", "原因", "why"), rejected(status));
        section(
                "发布中的提示 Alerts of the release",
                List.of("where", "failures", "owner", "应满足", "should hold"),
                status.alerts().stream()
                        .map(each -> List.<Object>of(
                                each.where(), each.failures(), each.owner(), each.promiseZh(), each.promise()))
                        .toList());
        section(
                "警告 Warnings",
                List.of("warning"),
                status.warnings().stream().map(List::<Object>of).toList());
        section(
                "已损坏 Damaged",
                List.of("path", "found", "处理", "next"),
                status.damaged().stream()
                        .map(each -> List.<Object>of(each.path(), each.found(), each.nextZh(), each.next()))
                        .toList());
        if (isVerifying && status.damaged().isEmpty()) {
            zhigong.console.answerLine("所有文件完好 / Every file is as it was written");
        }
    }

    private void facts(HomeStatus status) {
        TextTable table = new TextTable(List.of("", "现状 status"));
        table.row(List.of("home", status.home()));
        table.row(List.of("release", status.release().orElse("尚无 none")));
        status.publishedAt().ifPresent(at -> table.row(List.of("published_at", at.toString())));
        status.closing().ifPresent(month -> table.row(List.of("closing", month.toString())));
        if (status.synthetic()) {
            table.row(List.of("synthetic", "合成数据 SYNTHETIC"));
        }
        status.counts().forEach((name, count) -> table.row(List.of(name, "%,d".formatted(count))));
        table.row(List.of("files that count or wait", "%,d".formatted(status.batches())));
        Corrections corrections = status.corrections();
        table.row(List.of("rows quarantined", "%,d".formatted(corrections.quarantined())));
        table.row(List.of("  repaired 已更正", "%,d".formatted(corrections.repaired())));
        table.row(List.of("  withdrawn 已撤回", "%,d".formatted(corrections.withdrawn())));
        table.row(List.of("  open 待更正", "%,d".formatted(corrections.open())));
        zhigong.console.answer(table.render());
    }

    private static List<List<Object>> rejected(HomeStatus status) {
        List<List<Object>> rows = new ArrayList<>();
        for (HomeStatus.RejectedFile file : status.rejected()) {
            rows.add(List.of(
                    file.feed() + "/" + file.file(),
                    String.join(" ", file.codes()),
                    file.reasons().isEmpty() ? "" : file.reasons().get(0).zh(),
                    file.reasons().isEmpty() ? "" : file.reasons().get(0).en()));
        }
        return rows;
    }

    private void section(String title, List<String> header, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(header);
        rows.forEach(table::row);
        zhigong.console.answer("\n" + title + "\n" + table.render());
    }
}
