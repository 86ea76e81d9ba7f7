package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.Arrival;
import org.zhigong.ingest.FileReport;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings files into the home. */
@Command(name = "ingest", description = "Check files against their contracts and keep them as batches. / 接收文件。")
final class IngestCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--inbox", paramLabel = "DIR", description = "Every file of DIR/<feed>/. / 收件目录。")
    private @Nullable Path inbox;

    @Option(names = "--feed", paramLabel = "F", description = "The feed of the files named. / 报表。")
    private @Nullable String feed;

    @Option(
            names = "--received",
            paramLabel = "DATE",
            description = "The delivery date of files that declare none. / 报送日期。")
    private @Nullable String received;

    @Option(names = "--json", description = "One JSON document. / 输出 JSON。")
    private boolean isJson;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to ingest. / 文件。")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        if ((inbox == null) == files.isEmpty()) {
            throw new SetupException("Expected either --inbox DIR or files to ingest");
        }
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "ingest")) {
            Content content = new Content(settings.content());
            Intake intake = new Intake(settings, content, lock, zhigong.console);
            var day = Optional.ofNullable(received).map(text -> CloseOptions.day("--received", text));
            var stated = Optional.ofNullable(feed)
                    .map(name -> content.contracts().contract(name).feed());
            List<FileReport> reports = inbox == null
                    ? intake.files(files.stream()
                            .map(file -> new Arrival(file, stated, day).required())
                            .toList())
                    : intake.inbox(inbox, day);
            if (isJson) {
                zhigong.console.answerJson(Map.of("files", reports));
            } else {
                show(zhigong.console, reports);
                zhigong.console.lastLine(summary(reports));
            }
            return reports.stream().anyMatch(report -> report.verdict() == Verdict.REJECTED) ? 1 : 0;
        }
    }

    /** The files as a table, and why each of those that do not count was rejected or held. */
    static void show(Console console, List<FileReport> reports) {
        console.answer(table(reports));
        for (FileReport report : reports) {
            if (report.verdict() == Verdict.REJECTED || report.verdict() == Verdict.HELD) {
                report.messages()
                        .forEach(message -> console.progress(
                                "%s/%s: %s / %s".formatted(report.feed(), report.file(), message.zh(), message.en())));
            }
        }
    }

    /** The files as a table. */
    static String table(List<FileReport> reports) {
        TextTable table =
                new TextTable(List.of("feed", "file", "verdict", "rows", "accepted", "quarantined", "dropped"));
        for (FileReport report : reports) {
            table.row(List.of(
                    report.feed(),
                    report.file(),
                    word(report.verdict()),
                    report.rowsRead(),
                    report.accepted(),
                    report.quarantined(),
                    report.dropped()));
        }
        return table.render();
    }

    /** Counts for a script: new files with their rows, and files that were judged before and still lie there. */
    static Map<String, Object> summary(List<FileReport> reports) {
        List<FileReport> fresh =
                reports.stream().filter(report -> !report.seenBefore()).toList();
        Map<String, Long> verdicts = new TreeMap<>();
        fresh.forEach(report -> verdicts.merge(word(report.verdict()), 1L, Long::sum));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("files", fresh.size());
        line.put("seen_before", reports.size() - fresh.size());
        line.put("verdicts", verdicts);
        line.put("rows_read", fresh.stream().mapToLong(FileReport::rowsRead).sum());
        line.put("accepted", fresh.stream().mapToLong(FileReport::accepted).sum());
        line.put(
                "quarantined", fresh.stream().mapToLong(FileReport::quarantined).sum());
        line.put("dropped", fresh.stream().mapToLong(FileReport::dropped).sum());
        return line;
    }

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT);
    }
}
