package org.zhigong.marts.release;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.CurrentLink;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

/**
 * The releases of a home, for whoever holds its lock. A release becomes current in one atomic step, the replacement of
 * HEAD; a crash before it leaves the last release current, a crash after it leaves books that the next call completes.
 */
public final class Releases {

    private final HomeLock lock;
    private final Home home;
    private final Consumer<PublishStep> after;

    Releases(HomeLock lock, Consumer<PublishStep> after) {
        this.lock = lock;
        this.home = lock.home();
        this.after = after;
    }

    public static Releases of(HomeLock lock) {
        return new Releases(lock, step -> {});
    }

    /**
     * One release as a list shows it.
     *
     * @param manifest empty if it is damaged
     * @param isCurrent whether HEAD names it
     */
    public record Listed(String id, Optional<Manifest> manifest, boolean isCurrent) {}

    /** Every release of {@code home}, refused and damaged ones too: damaged ones first, then by time of publication. */
    public static List<Listed> list(Home home) {
        Optional<String> current = Head.read(home);
        return ReleaseFolders.ids(home).stream()
                .map(id -> new Listed(id, ReleaseFolders.find(home, id), current.equals(Optional.of(id))))
                .sorted(Comparator.comparing(
                        listed -> listed.manifest().map(Manifest::publishedAt).orElse(Instant.MIN)))
                .toList();
    }

    /**
     * The release of {@code inputs}, if it was made before: nothing has to be built for it. It is made current where
     * {@link #publish} would.
     */
    public Optional<Publication> again(ReleaseInputs inputs, Instant at) {
        String id = inputs.releaseId();
        return ReleaseFolders.findWhole(home, id).flatMap(manifest -> switch (manifest.status()) {
            case PASSED -> Optional.of(makeCurrent(manifest, at));
            case AS_KNOWN -> Optional.of(asKnown(manifest));
            case REFUSED -> Optional.empty();
        });
    }

    /**
     * Publishes {@code candidate} as {@code gate} decides.
     *
     * @param tables the outputs that it was computed from
     * @param run labels of the run: its id and the like
     * @param at the time of publication
     * @throws ReleaseRefused if the gate refuses it, saying what failed, where, who can repair it and where to look
     */
    public Publication publish(
            Candidate candidate, Gate gate, List<Manifest.Partition> tables, Map<String, String> run, Instant at) {
        Optional<String> current = Head.read(home);
        Manifest manifest = manifest(candidate, gate, tables, run, at, current);
        AtomicFiles.replace(Manifest.file(candidate.folder()), Json.pretty(manifest));
        after.accept(PublishStep.DESCRIBED);
        Optional<Publication> before = again(candidate.inputs(), at);
        if (before.isPresent()) {
            AtomicFiles.delete(candidate.folder());
            return before.get();
        }
        ReleaseFolders.remove(lock, home.release(manifest.release()));
        after.accept(PublishStep.CLEARED);
        AtomicFiles.publishFolder(candidate.folder(), home.release(manifest.release()));
        after.accept(PublishStep.MOVED);
        return switch (manifest.status()) {
            case REFUSED ->
                throw new ReleaseRefused(
                        gate.refusal(manifest.release(), current, home.release(manifest.release())), manifest);
            case AS_KNOWN -> asKnown(manifest);
            case PASSED -> makeCurrent(manifest, at);
        };
    }

    /**
     * Makes a passed release current again: {@code to}, or the one before the current one. What is taken back stays
     * taken back until somebody rolls to it, or until inputs change.
     *
     * @throws SetupException if there is no such release, it did not pass, or no reason is given
     */
    public Publication rollback(Optional<String> to, String reason, Instant at) {
        if (reason.isBlank()) {
            throw new SetupException("Cannot roll back without a reason: it is kept in the home's history");
        }
        Optional<String> current = Head.read(home);
        String id = to.orElseGet(() -> ReleaseFolders.before(home, current));
        Manifest target = ReleaseFolders.passed(home, id);
        if (current.equals(Optional.of(id))) {
            throw new SetupException("Release %s is current already".formatted(id));
        }
        if (SignOff.isAwaited(home, target)) {
            throw new SetupException(SignOff.request(target).en());
        }
        // The reason first: a release taken back without a word of it would come back with the next run.
        History.of(home)
                .append(new History.Event(at, History.Action.ROLLED_BACK, id, current, reason, Optional.empty()));
        lock.requireHeld();
        Head.replace(home, id);
        CurrentLink.repair(home);
        return publication(
                target,
                Publication.Outcome.PUBLISHED,
                new Label("当前发布已回退到 " + id, "Release " + id + " is current again"));
    }

    /**
     * Signs a release off that waits for it, and makes it current where {@link #publish} would.
     *
     * @param by who says that it may be current
     * @param note why final figures change; empty where none do, or where it was said before
     * @throws SetupException if no such release waits, {@code by} may not sign it off, or the note is missing
     */
    public Publication signOff(String id, String by, String note, Instant at) {
        SignOff.requireKnown(home, id);
        Manifest manifest = ReleaseFolders.passed(home, id);
        SignOff.require(home, manifest, by.strip(), note.strip());
        // The word first: a crash after it leaves a release that the next run makes current.
        History.of(home)
                .append(new History.Event(
                        at, History.Action.SIGNED_OFF, id, Head.read(home), note.strip(), Optional.of(by.strip())));
        after.accept(PublishStep.SIGNED);
        return makeCurrent(manifest, at);
    }

    private Publication makeCurrent(Manifest manifest, Instant at) {
        String id = manifest.release();
        Optional<String> current = Head.read(home);
        if (current.equals(Optional.of(id))) {
            settle(manifest, current, at);
            return publication(
                    manifest,
                    Publication.Outcome.UNCHANGED,
                    new Label("输入未变，当前发布仍为 " + id, "The inputs are unchanged: release " + id + " stays current"));
        }
        if (current.isPresent() && ReleaseFolders.closing(current.get()).isAfter(manifest.closing())) {
            return publication(
                    manifest,
                    Publication.Outcome.EARLIER,
                    new Label(
                            "发布 %s 已保存；当前发布 %s 的截止月份更晚，不作替换".formatted(id, current.get()),
                            "Release %s is kept; release %s closes a later month and stays current"
                                    .formatted(id, current.get())));
        }
        Optional<History.Event> withdrawal = History.of(home).withdrawalOf(id);
        if (withdrawal.isPresent()) {
            return publication(manifest, Publication.Outcome.WITHDRAWN, withdrawn(id, withdrawal.get()));
        }
        if (SignOff.isAwaited(home, manifest)) {
            return publication(manifest, Publication.Outcome.AWAITING_SIGN_OFF, SignOff.request(manifest));
        }
        lock.requireHeld();
        Head.replace(home, id);
        after.accept(PublishStep.NAMED);
        settle(manifest, current, at);
        return publication(
                manifest,
                Publication.Outcome.PUBLISHED,
                new Label("发布 " + id + " 已成为当前发布", "Release " + id + " is current"));
    }

    // What follows a new HEAD; the history is written last, so that without its line the rest is done again.
    private void settle(Manifest manifest, Optional<String> before, Instant at) {
        CurrentLink.repair(home);
        after.accept(PublishStep.LINKED);
        History history = History.of(home);
        if (history.lastCurrent().equals(Optional.of(manifest.release()))) {
            return;
        }
        Baseline.read(home).after(manifest.checks()).write(home);
        after.accept(PublishStep.COUNTED);
        Optional<String> from =
                before.filter(id -> !id.equals(manifest.release())).or(manifest::previous);
        history.append(new History.Event(at, History.Action.PUBLISHED, manifest.release(), from, "", Optional.empty()));
        after.accept(PublishStep.RECORDED);
    }

    private Publication asKnown(Manifest manifest) {
        String day = manifest.knownAt().map(Object::toString).orElse("");
        return publication(
                manifest,
                Publication.Outcome.AS_KNOWN,
                new Label(
                        "发布 %s 反映 %s 当时已知的情况，不作为当前发布".formatted(manifest.release(), day),
                        "Release %s shows what was known on %s and never becomes current"
                                .formatted(manifest.release(), day)));
    }

    private static Label withdrawn(String id, History.Event event) {
        return new Label(
                "发布 %s 已于 %s 回退（%s）；如需恢复，请执行 zhigong rollback --to %s".formatted(id, event.at(), event.reason(), id),
                "Release %s was rolled back from at %s (%s); 'zhigong rollback --to %s' makes it current again"
                        .formatted(id, event.at(), event.reason(), id));
    }

    private Publication publication(Manifest manifest, Publication.Outcome outcome, Label message) {
        return new Publication(manifest.release(), outcome, home.release(manifest.release()), manifest, message);
    }

    private static Manifest manifest(
            Candidate candidate,
            Gate gate,
            List<Manifest.Partition> tables,
            Map<String, String> run,
            Instant at,
            Optional<String> current) {
        ReleaseInputs inputs = candidate.inputs();
        Manifest.Status passed = inputs.knownAt().isPresent() ? Manifest.Status.AS_KNOWN : Manifest.Status.PASSED;
        return new Manifest(
                candidate.releaseId(),
                gate.passes() ? passed : Manifest.Status.REFUSED,
                inputs.closing(),
                inputs.knownAt(),
                at,
                current.filter(id -> !id.equals(candidate.releaseId())),
                inputs.isSynthetic(),
                inputs.protection(),
                inputs.engine(),
                inputs.code(),
                inputs.parameters(),
                new TreeMap<>(run),
                counts(candidate),
                gate.checks(),
                candidate.files(),
                inputs.batches().stream().map(Manifest.BatchEntry::of).toList(),
                inputs.releasedHolds(),
                tables,
                candidate.revision());
    }

    private static SortedMap<String, Long> counts(Candidate candidate) {
        SortedMap<String, Long> counts = new TreeMap<>(candidate.counts());
        List<Batch> batches = candidate.inputs().batches();
        counts.put("batches", (long) batches.size());
        counts.put("rows_read", batches.stream().mapToLong(Batch::rowsRead).sum());
        counts.put("rows_accepted", batches.stream().mapToLong(Batch::accepted).sum());
        counts.put(
                "rows_quarantined",
                batches.stream().mapToLong(Batch::quarantined).sum());
        counts.put("rows_dropped", batches.stream().mapToLong(Batch::dropped).sum());
        return counts;
    }
}
