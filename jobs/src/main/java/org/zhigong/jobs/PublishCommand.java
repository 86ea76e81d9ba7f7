package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.zhigong.marts.release.JudgedCheck;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.Publication;
import org.zhigong.marts.release.ReleaseRefused;
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

    @Option(names = "--note", paramLabel = "TEXT", description = "Why figures change; it is kept. / 修订说明。")
    private String note = "";

    @Override
    public Integer call() {
        Console console = zhigong.console;
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, console, "publish")) {
            MonthClose close = new MonthClose(settings, new Content(settings.content()), lock, console);
            Publication publication = ending(
                    console,
                    Map.of(),
                    () -> close.publish(options.request(note), Batches.read(lock.home()), console.clock()));
            return isSkipping && publication.outcome() == Publication.Outcome.UNCHANGED ? NOTHING_TO_DO : 0;
        }
    }

    /**
     * Publishes, says what happened, and ends with the job's last line, also where the gate refuses.
     *
     * @param more what else the last line says
     */
    static Publication ending(Console console, Map<String, Object> more, Supplier<Publication> close) {
        try {
            Publication publication = close.get();
            console.progress(
                    publication.message().zh() + " / " + publication.message().en());
            Map<String, Object> line = summary(publication);
            line.putAll(more);
            console.lastLine(line);
            return publication;
        } catch (ReleaseRefused refused) {
            Map<String, Object> line = summary("refused", refused.manifest());
            line.put("refused_by", stops(refused.manifest()));
            line.putAll(more);
            console.lastLine(line);
            throw refused;
        }
    }

    /** What a script wants to know of a publication. */
    static Map<String, Object> summary(Publication publication) {
        return summary(publication.outcome().name().toLowerCase(java.util.Locale.ROOT), publication.manifest());
    }

    private static Map<String, Object> summary(String outcome, Manifest manifest) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("release", manifest.release());
        line.put("outcome", outcome);
        line.put("closing", manifest.closing());
        line.put("previous", manifest.previous());
        line.put("counts", manifest.counts());
        line.put(
                "alerts",
                manifest.checks().stream()
                        .filter(check -> check.check().failures() > 0 && !check.stops())
                        .count());
        return line;
    }

    private static List<Map<String, Object>> stops(Manifest manifest) {
        return manifest.checks().stream()
                .filter(JudgedCheck::stops)
                .map(stop -> {
                    Map<String, Object> check = new LinkedHashMap<>();
                    check.put("check", stop.check().name());
                    check.put("where", stop.check().where());
                    check.put("owner", stop.check().owner());
                    check.put("new_failures", stop.newFailures());
                    check.put("sample", stop.check().sample());
                    return check;
                })
                .toList();
    }
}
