package org.zhigong.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what was quarantined: the list that a steward works through. */
@Command(
        name = "quarantine",
        description = "What was quarantined, by position and reason; --summary counts it. / 查看隔离的行。")
final class QuarantineCommand implements Callable<Integer> {

    private static final long MOST_IN_A_TABLE = 1000;

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

    @Option(names = "--reason", paramLabel = "CODE", description = "Only for this reason. / 原因代码。")
    private @Nullable String reason;

    @Option(names = "--summary", description = "Rows by feed, deliverer and reason. / 按报表、单位和原因汇总。")
    private boolean isSummary;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Home opened = HomeGuard.forReading(settings.home());
        List<Batch> batches = narrowed(Batches.read(opened));
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(Scratch.local(opened)))) {
            Quarantine quarantine = new Quarantine(engine, opened, batches);
            if (reason != null) {
                requireReason(reason, quarantine);
            }
            sayHowMany(show(quarantine, Optional.ofNullable(reason)), batches);
        }
        return 0;
    }

    private long show(Quarantine quarantine, Optional<String> only) {
        if (isSummary) {
            List<Map<String, Object>> rows = quarantine.summary(only);
            format.show(zhigong.console, Quarantine.SUMMARY, rows);
            return rows.size();
        }
        // Scripts take all there is, row by row; nobody reads a table of so many.
        Answer answer = format.answer(zhigong.console, format.isTable() ? MOST_IN_A_TABLE : Long.MAX_VALUE);
        quarantine.findings(format.isTable() ? Quarantine.SHORT : Quarantine.FINDING, only, answer);
        answer.end();
        if (answer.isCut()) {
            zhigong.console.progress(
                    "只显示前 %1$d 条；--summary 汇总，--format csv 输出全部 / Only the first %1$d findings are shown: --summary counts them, --format csv gives all"
                            .formatted(MOST_IN_A_TABLE));
        }
        return answer.shown();
    }

    private List<Batch> narrowed(List<Batch> all) {
        List<Batch> batches = all;
        if (feed != null) {
            List<String> feeds = new Content(zhigong.settings.content())
                    .contracts().feeds().stream().sorted().toList();
            require("feed", feed, feeds);
            batches =
                    batches.stream().filter(batch -> batch.feed().equals(feed)).toList();
        }
        if (deliverer != null) {
            require(
                    "deliverer",
                    deliverer,
                    batches.stream().map(Batch::deliverer).distinct().toList());
            batches = batches.stream()
                    .filter(batch -> batch.deliverer().equals(deliverer))
                    .toList();
        }
        if (period != null) {
            String month = CloseOptions.month("--period", period).toString();
            batches = batches.stream()
                    .filter(batch -> batch.period().equals(month))
                    .toList();
        }
        return batches;
    }

    private static void requireReason(String reason, Quarantine quarantine) {
        List<String> known = quarantine.reasons().stream()
                .map(row -> String.valueOf(row.get("reason")))
                .toList();
        if (!known.isEmpty()) {
            require("reason", reason, known);
        }
    }

    private static void require(String what, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new SetupException(
                    "Unknown %s '%s'%s; there are %s".formatted(what, value, NearestNames.hint(value, known), known));
        }
    }

    private void sayHowMany(long rows, List<Batch> batches) {
        if (rows == 0) {
            zhigong.console.progress("没有隔离的行 / Nothing is quarantined here");
        }
        long rejected = batches.stream()
                .filter(batch -> batch.verdict() == Verdict.REJECTED)
                .count();
        if (rejected > 0) {
            zhigong.console.progress(
                    "另有 %1$d 个文件整体被拒收，见 zhigong status / besides, %1$d files were rejected as a whole: see 'zhigong status'"
                            .formatted(rejected));
        }
    }
}
