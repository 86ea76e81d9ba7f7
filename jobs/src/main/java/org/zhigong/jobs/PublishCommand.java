package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhigong.marts.release.Publication;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Publishes a release. */
@Command(name = "publish", description = "Ask the gate and publish what is built. / 过关并发布。")
final class PublishCommand implements Callable<Integer> {

    static final int NOTHING_TO_DO = 99;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final CloseOptions options = new CloseOptions();

    @Option(names = "--skip-if-unchanged", description = "End with 99 where there is nothing to do. / 无变化时退出码为 99。")
    private boolean isSkipping;

    @Override
    public Integer call() {
        Console console = zhigong.console;
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, console, "publish")) {
            MonthClose close = new MonthClose(settings, new Content(settings.content()), lock, console);
            Publication publication = close.publish(options.request(), Batches.read(lock.home()), console.clock());
            console.progress(
                    publication.message().zh() + " / " + publication.message().en());
            console.lastLine(summary(publication));
            return isSkipping && publication.outcome() == Publication.Outcome.UNCHANGED ? NOTHING_TO_DO : 0;
        }
    }

    /** What a script wants to know of a publication. */
    static Map<String, Object> summary(Publication publication) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("release", publication.release());
        line.put("outcome", publication.outcome().name().toLowerCase(java.util.Locale.ROOT));
        line.put("closing", publication.manifest().closing());
        line.put("previous", publication.manifest().previous());
        line.put("counts", publication.manifest().counts());
        line.put(
                "alerts",
                publication.manifest().checks().stream()
                        .filter(check -> check.check().failures() > 0)
                        .count());
        return line;
    }
}
