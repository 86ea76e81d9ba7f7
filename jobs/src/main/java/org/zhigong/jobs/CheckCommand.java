package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.Arrival;
import org.zhigong.ingest.FileReport;
import org.zhigong.ingest.Ingest;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.warehouse.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a file without a home. */
@Command(name = "check", description = "The verdict that ingest would give, without a home. / 预检文件。")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Option(names = "--feed", paramLabel = "F", description = "The feed; else its name or header says so. / 报表。")
    private @Nullable String feed;

    @Option(names = "--received", paramLabel = "DATE", description = "The delivery date, if undeclared. / 报送日期。")
    private @Nullable String received;

    @Option(names = "--json", description = "One JSON document. / 输出 JSON。")
    private boolean isJson;

    @Parameters(paramLabel = "FILE", description = "The file. / 文件。")
    private Path file = Path.of(".");

    @Override
    public Integer call() {
        Settings settings = zhigong.settings;
        Path scratch = Path.of(System.getProperty("java.io.tmpdir", "."));
        Contracts contracts = new Content(settings.content()).contracts();
        Arrival arrival = new Arrival(
                        file,
                        Optional.ofNullable(feed)
                                .map(name -> contracts.contract(name).feed()),
                        Optional.ofNullable(received).map(text -> CloseOptions.day("--received", text)))
                .required();
        try (Ingest ingest = Ingest.forChecking(contracts, settings.engine(scratch))) {
            List<FileReport> reports = ingest.checkAll(arrival);
            if (isJson) {
                zhigong.console.answerJson(reports.size() == 1 ? reports.get(0) : Map.of("files", reports));
            } else {
                IngestCommand.show(zhigong.console, reports);
                reports.forEach(this::showReasons);
            }
            return reports.stream().anyMatch(report -> report.verdict() == Verdict.REJECTED) ? 1 : 0;
        }
    }

    private void showReasons(FileReport report) {
        TextTable reasons = new TextTable(List.of("reason", "rows"));
        report.reasons().forEach((code, rows) -> reasons.row(List.of(code, rows)));
        zhigong.console.answer(reasons.render());
    }
}
