package org.zhigong.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.JudgedCheck;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.PublicationRules;
import org.zhigong.marts.release.Revision;
import org.zhigong.marts.release.SignOff;
import org.zhigong.marts.release.Verification;
import org.zhigong.transform.Holds;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

/**
 * What a home holds, in the form that scripts rely on.
 *
 * @param batches files that count or wait, rejected ones apart
 * @param rowsQuarantined rows of these files that were kept out
 * @param corrections what became of them since
 * @param awaiting releases that a named person has to sign off
 * @param alerts checks of the current release that failed without stopping it
 * @param damaged what is not as it was written; empty also where nobody asked
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record HomeStatus(
        String home,
        Optional<String> release,
        Optional<Instant> publishedAt,
        Optional<YearMonth> closing,
        boolean synthetic,
        long figures,
        SortedMap<String, Long> counts,
        long batches,
        long rowsQuarantined,
        Corrections corrections,
        List<WaitingFile> held,
        List<RejectedFile> rejected,
        List<AwaitingRelease> awaiting,
        List<Alert> alerts,
        List<String> warnings,
        List<Damaged> damaged) {

    /** A file that waits for somebody's word. */
    record WaitingFile(String batch, String feed, String file, Batch.Message reason) {}

    /** A release that waits for somebody's word. */
    record AwaitingRelease(
            String release, YearMonth closing, long finalFiguresChanged, List<String> signers, Label request) {

        static AwaitingRelease of(Manifest manifest) {
            Revision revision = manifest.revision().orElseThrow();
            return new AwaitingRelease(
                    manifest.release(),
                    manifest.closing(),
                    revision.finals(),
                    revision.signers(),
                    SignOff.request(manifest));
        }
    }

    /** A file of which nothing was taken. */
    record RejectedFile(String feed, String file, List<String> codes, List<Batch.Message> reasons) {}

    /** A check that failed without stopping the release. */
    record Alert(String check, String where, long failures, String owner, String promiseZh, String promise) {}

    /** A file that is not as it was written. */
    record Damaged(String path, String found, String nextZh, String next) {}

    /** Looks into {@code home}; nothing is verified. */
    static HomeStatus of(Settings settings, Home home, LocalDate today) {
        List<Batch> batches = Batches.read(home);
        Optional<Manifest> manifest = CurrentRelease.find(home).map(CurrentRelease::manifest);
        return new HomeStatus(
                home.root().toString(),
                manifest.map(Manifest::release),
                manifest.map(Manifest::publishedAt),
                manifest.map(Manifest::closing),
                manifest.map(Manifest::synthetic).orElse(false),
                manifest.map(each -> each.counts().getOrDefault("figures", 0L)).orElse(0L),
                manifest.map(Manifest::counts).orElseGet(TreeMap::new),
                files(batches).count(),
                files(batches).mapToLong(Batch::quarantined).sum(),
                Corrections.of(batches),
                held(settings, home, batches),
                rejected(batches),
                SignOff.awaited(home).stream().map(AwaitingRelease::of).toList(),
                manifest.map(HomeStatus::alerts).orElseGet(List::of),
                Stream.concat(
                                overdue(home, manifest.map(Manifest::closing), today).stream(),
                                warnings(settings, batches).stream())
                        .toList(),
                List.of());
    }

    private static Stream<Batch> files(List<Batch> batches) {
        return batches.stream().filter(batch -> batch.verdict() != Verdict.REJECTED && !batch.isOverlay());
    }

    /** What can still be said of a home in which {@code damages} were found. */
    static HomeStatus damaged(Home home, List<Verification.Damage> damages) {
        return new HomeStatus(
                        home.root().toString(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        0,
                        new TreeMap<>(),
                        0,
                        0,
                        Corrections.of(List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .with(damages);
    }

    /** This with what a verification found. */
    HomeStatus with(List<Verification.Damage> damages) {
        List<Damaged> found = damages.stream()
                .map(each -> new Damaged(
                        Path.of(home).relativize(each.path()).toString(),
                        each.found(),
                        each.next().zh(),
                        each.next().en()))
                .toList();
        return new HomeStatus(
                home,
                release,
                publishedAt,
                closing,
                synthetic,
                figures,
                counts,
                batches,
                rowsQuarantined,
                corrections,
                held,
                rejected,
                awaiting,
                alerts,
                warnings,
                found);
    }

    private static List<WaitingFile> held(Settings settings, Home home, List<Batch> batches) {
        List<WaitingFile> held = new ArrayList<>();
        for (Holds.Held each :
                HeldBatches.of(new Content(settings.content()), home, batches).held()) {
            Batch batch = each.batch();
            held.add(new WaitingFile(batch.batchId(), batch.feed(), batch.file(), each.reason()));
        }
        return held;
    }

    private static List<RejectedFile> rejected(List<Batch> batches) {
        return batches.stream()
                .filter(batch -> batch.verdict() == Verdict.REJECTED)
                .map(batch -> new RejectedFile(
                        batch.feed(), batch.file(), List.copyOf(batch.reasons().keySet()), batch.messages()))
                .toList();
    }

    private static List<Alert> alerts(Manifest manifest) {
        return manifest.checks().stream()
                .map(JudgedCheck::check)
                .filter(check -> check.failures() > 0)
                .map(check -> new Alert(
                        check.name(),
                        check.where(),
                        check.failures(),
                        check.owner(),
                        check.promise().zh(),
                        check.promise().en()))
                .toList();
    }

    /** What has to be said where the deadline of a month passed without a release that closes it. */
    private static Optional<String> overdue(Home home, Optional<YearMonth> closing, LocalDate today) {
        PublicationRules rules = PublicationRules.of(MonthClose.parameters(home.parameters()));
        return rules.due(today)
                .filter(due -> closing.isEmpty() || closing.get().isBefore(due))
                .map(due -> ("%1$s 应于 %2$s 前发布，现有发布截止 %3$s / %1$s was due on %2$s; the current release closes %4$s."
                                + " 'zhigong run --month %1$s' makes it")
                        .formatted(
                                due,
                                rules.deadlineOf(due),
                                closing.map(YearMonth::toString).orElse("（尚无）"),
                                closing.map(YearMonth::toString).orElse("nothing yet")));
    }

    private static List<String> warnings(Settings settings, List<Batch> batches) {
        return batches.stream()
                .map(Batch::keyVersion)
                .filter(version -> !version.isBlank())
                .distinct()
                .sorted()
                .filter(version -> !PersonKeys.has(settings.keys(), version))
                .map(version -> ("假名密钥 %1$s 不在 %2$s，新文件中的人员无法与原有人员对应，请先从备份恢复"
                                + " / Key %1$s of person pseudonyms is missing from %2$s: persons of new files could not be"
                                + " joined with those of old ones. Restore it from a backup before the next ingest")
                        .formatted(version, settings.keys()))
                .toList();
    }
}
