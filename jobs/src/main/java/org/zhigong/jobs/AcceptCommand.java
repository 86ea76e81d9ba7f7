package org.zhigong.jobs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhigong.transform.HoldRelease;
import org.zhigong.transform.Holds;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Releases a held batch. */
@Command(name = "accept", description = "Release a held batch, with a name and a reason. / 放行被暂缓的批次。")
final class AcceptCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who takes responsibility. / 放行人。")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is right. / 原因。")
    private String reason = "";

    @Parameters(paramLabel = "BATCH", description = "The batch's id, as 'status' lists it. / 批次。")
    private String batchId = "";

    @Override
    public Integer call() {
        if (by.isBlank() || reason.isBlank()) {
            throw new SetupException("Cannot release a held batch without a name and a reason: both are kept");
        }
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "accept")) {
            MonthClose close =
                    new MonthClose(settings, new Content(settings.content()), lock, HomeWork.progress(zhigong.console));
            List<String> held = close.holds(Batches.read(lock.home())).held().stream()
                    .map(Holds.Held::batch)
                    .map(batch -> batch.batchId())
                    .toList();
            if (!held.contains(batchId)) {
                throw new SetupException("Batch '%s' is not held%s; held are %s"
                        .formatted(batchId, NearestNames.hint(batchId, held), held));
            }
            LocalDate day = LocalDate.ofInstant(zhigong.console.clock().instant(), ZoneOffset.UTC);
            new HoldRelease(batchId, by, reason, day).write(lock.home());
            zhigong.console.lastLine(Map.of("batch", batchId, "released", true));
            return 0;
        }
    }
}
