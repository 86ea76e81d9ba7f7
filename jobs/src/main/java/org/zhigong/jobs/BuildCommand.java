package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Builds tables and figures. */
@Command(
        name = "build",
        description = "Build tables and figures without publishing; with --known-at, a release to look at. / 构建表和指标。")
final class BuildCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final CloseOptions options = new CloseOptions();

    @Override
    public Integer call() {
        Console console = zhigong.console;
        Settings settings = home.applied(zhigong.settings);
        CloseRequest request = options.request();
        try (HomeLock lock = HomeWork.lock(settings, console, "build")) {
            MonthClose close = new MonthClose(settings, new Content(settings.content()), lock, console);
            if (request.knownAt().isPresent()) {
                PublishCommand.ending(
                        console, Map.of(), () -> close.publish(request, Batches.read(lock.home()), console.clock()));
                return 0;
            }
            MonthClose.Built built = close.build(request, Batches.read(lock.home()));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("closing", built.inputs().closing());
            line.put("release", built.inputs().releaseId());
            line.put("built", built.computed());
            line.put(
                    "reused",
                    built.tables().ran().size() + built.figures().made().size() - built.computed());
            line.put("held", built.holds().held().size());
            console.lastLine(line);
            return 0;
        }
    }
}
