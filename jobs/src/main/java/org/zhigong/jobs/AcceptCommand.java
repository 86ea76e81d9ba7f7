package org.zhigong.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.release.Baseline;
import org.zhigong.marts.release.Manifest;
import org.zhigong.transform.HoldRelease;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes responsibility: for a held batch, or for failures that made the gate refuse a release. */
@Command(
        name = "accept",
        description =
                "Release a held batch, or take failures of a check as known, with a name and a reason. / 放行批次或认可已知问题。")
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

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Subject subject;

    /** What is accepted: one of the two. */
    private static final class Subject {

        @Parameters(paramLabel = "BATCH", description = "The batch's id, as 'status' lists it. / 批次。")
        private @Nullable String batch;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Failed failed;
    }

    /** A check that a refused release failed. */
    private static final class Failed {

        @Option(names = "--check", required = true, paramLabel = "NAME", description = "A failed check. / 未通过的检查。")
        private String check = "";

        @Option(names = "--release", required = true, paramLabel = "ID", description = "The refused release. / 被拒的发布。")
        private String release = "";
    }

    @Override
    public Integer call() {
        if (by.isBlank() || reason.isBlank()) {
            throw new SetupException("Cannot accept anything without a name and a reason: both are kept");
        }
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "accept")) {
            if (subject.failed != null) {
                acceptFailures(lock.home(), subject.failed);
            } else {
                release(settings, lock.home(), String.valueOf(subject.batch));
            }
            return 0;
        }
    }

    private void acceptFailures(Home opened, Failed failed) {
        Manifest refused = Manifest.read(opened, failed.release);
        if (refused.status() != Manifest.Status.REFUSED) {
            throw new SetupException(
                    "Release %s was not refused: there is nothing to accept".formatted(failed.release));
        }
        Instant now = zhigong.console.clock().instant();
        Baseline.read(opened)
                .accepting(refused, failed.check, "%s: %s".formatted(by, reason), now)
                .write(opened);
        zhigong.console.lastLine(Map.of("release", failed.release, "check", failed.check, "accepted", true));
    }

    private void release(Settings settings, Home opened, String batch) {
        List<String> held =
                HeldBatches.of(new Content(settings.content()), opened, Batches.read(opened)).held().stream()
                        .map(each -> each.batch().batchId())
                        .toList();
        if (!held.contains(batch)) {
            throw new SetupException(
                    "Batch '%s' is not held%s; held are %s".formatted(batch, NearestNames.hint(batch, held), held));
        }
        LocalDate day = LocalDate.ofInstant(zhigong.console.clock().instant(), ZoneOffset.UTC);
        new HoldRelease(batch, by, reason, day).write(opened);
        zhigong.console.lastLine(Map.of("batch", batch, "released", true));
    }
}
