package org.zhigong.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what a month that was delivered again says otherwise, row by row. */
@Command(
        name = "restatements",
        description = "What a delivery says otherwise than the one it replaced, row by row; --summary counts it."
                + " / 重新报送与原报送的逐行差异。")
final class RestatementsCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = "--feed", paramLabel = "F", description = "Only of this feed. / 报表。")
    private @Nullable String feed;

    @Option(names = "--deliverer", paramLabel = "D", description = "Only of who delivers under this code. / 报送单位。")
    private @Nullable String deliverer;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "Only of files for this month. / 报送月份。")
    private @Nullable String period;

    @Option(names = "--summary", description = "Rows added, removed and changed by file. / 按文件汇总。")
    private boolean isSummary;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Home opened = HomeGuard.forReading(settings.home());
        Contracts contracts = new Content(settings.content()).contracts();
        List<Batch> batches = narrowed(Batches.read(opened), contracts);
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(Scratch.local(opened)))) {
            Restatements restatements = new Restatements(engine, opened, contracts::contract);
            List<Map<String, Object>> rows =
                    isSummary ? restatements.summary(batches) : restatements.differences(batches);
            format.show(zhigong.console, isSummary ? Restatements.SUMMARY : Restatements.DIFFERENCE, rows);
            if (rows.isEmpty()) {
                zhigong.console.progress("没有重新报送的差异 / No month was delivered again with other rows here");
            }
        }
        return 0;
    }

    private List<Batch> narrowed(List<Batch> all, Contracts contracts) {
        if (feed != null) {
            require("feed", feed, contracts.feeds().stream().sorted().toList());
        }
        if (deliverer != null) {
            require(
                    "deliverer",
                    deliverer,
                    all.stream().map(Batch::deliverer).distinct().sorted().toList());
        }
        String month =
                period == null ? null : CloseOptions.month("--period", period).toString();
        return all.stream()
                .filter(batch -> feed == null || batch.feed().equals(feed))
                .filter(batch -> deliverer == null || batch.deliverer().equals(deliverer))
                .filter(batch -> month == null || batch.period().equals(month))
                .toList();
    }

    private static void require(String what, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new SetupException(
                    "Unknown %s '%s'%s; there are %s".formatted(what, value, NearestNames.hint(value, known), known));
        }
    }
}
