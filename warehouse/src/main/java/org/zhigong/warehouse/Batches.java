package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The batches of a home. A file that was read again under a changed contract has several; the one written last stands
 * for it, the others wait for {@code zhigong clean}.
 */
public final class Batches {

    private static final String RECORD = "batch.json";

    private record Found(Batch batch, FileTime written) {}

    private Batches() {}

    /** One batch for each delivery, rejected ones too, by feed, period, delivery date and hash. */
    public static List<Batch> read(Home home) {
        Map<String, Found> last = new TreeMap<>();
        for (Path record : records(home)) {
            Found found = found(record);
            // The overlays of a workbook count together or not at all.
            if (found.batch().isOverlay()
                    && !Files.exists(home.repair(found.batch().sha256()))) {
                continue;
            }
            last.merge(delivery(found.batch()), found, (one, other) -> later(one, other) ? one : other);
        }
        Set<String> declared = last.values().stream()
                .map(Found::batch)
                .filter(batch -> !batch.isUndeclared())
                .map(Batches::content)
                .collect(Collectors.toSet());
        return last.values().stream()
                .map(Found::batch)
                // The same bytes came again, and said what they are: that settles it.
                .filter(batch -> !batch.isUndeclared() || !declared.contains(content(batch)))
                .sorted(Comparator.comparing(Batch::feed)
                        .thenComparing(Batch::period)
                        .thenComparing(Batch::receivedOn)
                        .thenComparing(Batch::sha256))
                .toList();
    }

    /** Whether two batches were made of one delivery, so that only one of them stands for it. */
    public static boolean isOneDelivery(Batch one, Batch other) {
        return delivery(one).equals(delivery(other));
    }

    // A snapshot has the same bytes for the next month when nothing has changed: these are two deliveries.
    private static String delivery(Batch batch) {
        String own = delivery(batch, batch.sha256());
        // One repair workbook corrects rows of several files.
        return batch.isOverlay() ? own + " over " + corrected(batch) : own;
    }

    private static String delivery(Batch batch, String sha256) {
        String content = batch.feed() + " " + sha256;
        return switch (batch.kind()) {
            case SNAPSHOT -> content + " " + batch.deliverer() + " " + batch.period();
            case EVENTS -> content;
        };
    }

    /** What {@code batch} is a batch of: the delivered file, or of an overlay the file whose rows it corrects. */
    static String corrected(Batch batch) {
        return delivery(batch, batch.overlay().map(Batch.Overlay::originSha256).orElse(batch.sha256()));
    }

    private static String content(Batch batch) {
        return batch.feed() + " " + batch.sha256();
    }

    /** Every batch folder that is not among {@code live}. */
    public static List<Path> superseded(Home home, List<Batch> live) {
        List<Path> kept = live.stream()
                .map(batch -> home.batch(batch.feed(), batch.batchId()))
                .toList();
        return records(home).stream()
                .map(Path::getParent)
                .filter(folder -> !kept.contains(folder))
                .toList();
    }

    private static boolean later(Found one, Found other) {
        int time = one.written().compareTo(other.written());
        return time != 0
                ? time > 0
                : one.batch().batchId().compareTo(other.batch().batchId()) > 0;
    }

    private static Found found(Path record) {
        try {
            return new Found(Json.read(record, Batch.class), Files.getLastModifiedTime(record));
        } catch (IOException e) {
            throw AtomicFiles.failed("read", record, e);
        }
    }

    private static List<Path> records(Home home) {
        List<Path> records = new ArrayList<>();
        for (Path feed : inside(home.batches())) {
            for (Path batch : inside(feed)) {
                Path record = batch.resolve(RECORD);
                if (Files.exists(record)) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw AtomicFiles.failed("list", folder, e);
        }
    }
}
