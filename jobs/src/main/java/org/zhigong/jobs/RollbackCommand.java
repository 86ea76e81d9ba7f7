package org.zhigong.jobs;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.release.Publication;
import org.zhigong.marts.release.Releases;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes an older release current again. */
@Command(name = "rollback", description = "Make an older release current again. / 回退到较早的发布。")
final class RollbackCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--to", paramLabel = "RELEASE", description = "Which; else the one before the current one. / 目标发布。")
    private @Nullable String to;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept. / 原因。")
    private String reason = "";

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "rollback")) {
            Publication publication = Releases.of(lock)
                    .rollback(
                            Optional.ofNullable(to),
                            reason,
                            zhigong.console.clock().instant());
            zhigong.console.progress(
                    publication.message().zh() + " / " + publication.message().en());
            zhigong.console.lastLine(PublishCommand.summary(publication));
            return 0;
        }
    }
}
