package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhigong.ingest.FileReport;
import org.zhigong.marts.release.Publication;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Closes a month. */
@Command(name = "run", description = "Ingest, build, gate, publish: the monthly job. / 月度关账：接收、构建、过关、发布。")
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final CloseOptions options = new CloseOptions();

    @Option(names = "--inbox", required = true, paramLabel = "DIR", description = "Every file of DIR/<feed>/. / 收件目录。")
    private Path inbox = Path.of("inbox");

    @Option(names = "--skip-if-unchanged", description = "End with 99 where there is nothing to do. / 无变化时退出码为 99。")
    private boolean isSkipping;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why figures change; it is kept. / 修订说明。")
    private String note = "";

    @Override
    public Integer call() {
        Console console = zhigong.console;
        Settings settings = home.applied(zhigong.settings);
        CloseRequest request = options.request(note);
        try (HomeLock lock = HomeWork.lock(settings, console, "run")) {
            Content content = new Content(settings.content());
            List<FileReport> reports = new Intake(settings, content, lock, console).inbox(inbox, Optional.empty());
            IngestCommand.show(
                    new Console(console.err(), console.err(), false, console.clock()),
                    reports.stream().filter(report -> !report.seenBefore()).toList());
            Publication publication = PublishCommand.ending(
                    console,
                    Map.of("intake", IngestCommand.summary(reports)),
                    () -> new MonthClose(settings, content, lock, console)
                            .publish(request, Batches.read(lock.home()), console.clock()));
            return isSkipping && publication.outcome() == Publication.Outcome.UNCHANGED
                    ? PublishCommand.NOTHING_TO_DO
                    : 0;
        }
    }
}
