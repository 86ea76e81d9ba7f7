package org.zhigong.marts.release;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.Scratch;

/**
 * Removes from a home what nothing needs any more. What stays: the current release and the one to roll back to, a
 * release for each closing month that the policy keeps, everything younger than the policy's days, every batch and
 * every output that one of these was made of, and every live batch.
 */
public final class Cleaning {

    /** What a thing to remove is. */
    public enum Kind {
        RELEASE,
        OUTPUT,
        BATCH,
        SCRATCH
    }

    /**
     * Something that nothing needs.
     *
     * @param bytes what its removal frees
     * @param why it is not needed
     */
    public record Item(Kind kind, Path path, long bytes, Label why) {}

    private final Home home;
    private final Retention retention;
    private final Instant now;
    private final List<Manifest> manifests;
    private final Set<String> kept;

    private Cleaning(Home home, Retention retention, Instant now) {
        this.home = home;
        this.retention = retention;
        this.now = now;
        this.manifests = ReleaseFolders.ids(home).stream()
                .flatMap(id -> ReleaseFolders.find(home, id).stream())
                .toList();
        this.kept = kept();
    }

    /**
     * What may be removed; nothing is removed yet.
     *
     * @param liveBatches the ids of all batches that the contracts of today yield, rejected ones too
     * @throws org.zhigong.warehouse.DataException if HEAD is damaged, as nobody knows then what is needed
     */
    public static List<Item> plan(Home home, Retention retention, Set<String> liveBatches, Instant now) {
        Cleaning cleaning = new Cleaning(home, retention, now);
        List<Item> items = new ArrayList<>();
        items.addAll(cleaning.releases());
        items.addAll(cleaning.outputs());
        items.addAll(cleaning.batches(liveBatches));
        Scratch.abandoned(home)
                .forEach(folder -> items.add(item(
                        Kind.SCRATCH, folder, new Label("已结束进程的临时文件", "unfinished work of a process that has ended"))));
        return items;
    }

    /** Removes {@code items}, releases first, so that what stays is whole at any moment. @return the bytes freed */
    public static long remove(HomeLock lock, List<Item> items) {
        long freed = 0;
        for (Item item : items.stream().sorted(Comparator.comparing(Item::kind)).toList()) {
            ReleaseFolders.remove(lock, item.path());
            freed += item.bytes();
        }
        return freed;
    }

    private Set<String> kept() {
        Optional<String> current = Head.read(home);
        Set<String> ids = new HashSet<>(current.stream().toList());
        current.flatMap(id -> ReleaseFolders.findBefore(home, id)).ifPresent(ids::add);
        SortedMap<YearMonth, Manifest> latest = new TreeMap<>(Comparator.reverseOrder());
        for (Manifest manifest : manifests) {
            if (manifest.publishedAt().plus(retention.grace()).isAfter(now)) {
                ids.add(manifest.release());
            }
            if (manifest.status() == Manifest.Status.PASSED) {
                latest.merge(
                        manifest.closing(),
                        manifest,
                        (one, other) -> current.equals(Optional.of(one.release()))
                                        || one.publishedAt().isAfter(other.publishedAt())
                                ? one
                                : other);
            }
        }
        latest.values().stream()
                .limit(retention.months())
                .map(Manifest::release)
                .forEach(ids::add);
        return ids;
    }

    private List<Item> releases() {
        return manifests.stream()
                .filter(manifest -> !kept.contains(manifest.release()))
                .map(manifest -> item(Kind.RELEASE, home.release(manifest.release()), why(manifest)))
                .toList();
    }

    private Label why(Manifest manifest) {
        return switch (manifest.status()) {
            case PASSED ->
                new Label(
                        "已被取代，或超出保留的 %d 个月".formatted(retention.months()),
                        "replaced, or older than the %d months to keep".formatted(retention.months()));
            case REFUSED ->
                new Label(
                        "未通过检查且超过 %d 天".formatted(retention.days()),
                        "refused more than %d days ago".formatted(retention.days()));
            case AS_KNOWN ->
                new Label(
                        "历史时点版本，超过 %d 天".formatted(retention.days()),
                        "shown as known, more than %d days ago".formatted(retention.days()));
        };
    }

    private Stream<Manifest> keptManifests() {
        return manifests.stream().filter(manifest -> kept.contains(manifest.release()));
    }

    private List<Item> outputs() {
        Set<Path> needed = keptManifests()
                .flatMap(manifest -> manifest.tables().stream())
                .map(partition -> home.tables().resolve(partition.table()).resolve(partition.fingerprint()))
                .collect(Collectors.toSet());
        return new Outputs(home)
                .all().stream()
                        .map(key -> home.output(key.table(), key.fingerprint()))
                        .filter(folder -> !needed.contains(folder))
                        .map(folder -> item(Kind.OUTPUT, folder, new Label("没有发布引用", "no release was made of it")))
                        .toList();
    }

    private List<Item> batches(Set<String> live) {
        Set<String> needed = keptManifests()
                .flatMap(manifest -> manifest.batches().stream())
                .map(Manifest.BatchEntry::batchId)
                .collect(Collectors.toSet());
        List<Item> items = new ArrayList<>();
        for (Path feed : inside(home.batches())) {
            for (Path batch : inside(feed)) {
                String id = batch.getFileName().toString();
                if (!needed.contains(id) && !live.contains(id)) {
                    items.add(item(
                            Kind.BATCH,
                            batch,
                            new Label(
                                    "合约已更新，文件已重新接收，且没有发布引用",
                                    "ingested again by a newer contract, and no release was made of it")));
                }
            }
        }
        return items;
    }

    private static Item item(Kind kind, Path path, Label why) {
        return new Item(kind, path, bytes(path), why);
    }

    private static long bytes(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            long sum = 0;
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                sum += Files.size(path);
            }
            return sum;
        } catch (IOException e) {
            throw AtomicFiles.failed("read", root, e);
        }
    }

    private static List<Path> inside(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, Files::isDirectory)) {
            paths.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw AtomicFiles.failed("list", folder, e);
        }
        found.sort(null);
        return found;
    }
}
