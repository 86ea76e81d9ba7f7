package org.zhigong.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who corrects whom among some batches. An overlay stands by the batch that its origin's file makes today, also where
 * that was read again under another contract. Of several overlays that speak of one row, the later delivered counts.
 */
public final class Overlays {

    /** The column of an overlay's {@code rows.parquet} that says which row of its origin a row corrects, from 0. */
    public static final Column ORIGIN_ROW = new Column("origin_row", ColumnType.BIGINT);

    private static final Comparator<Batch> BY_DELIVERY =
            Comparator.comparing(Batch::receivedOn).thenComparing(Batch::sha256).thenComparing(Batch::batchId);

    private final Map<String, Batch> files = new HashMap<>();
    private final Map<String, List<Batch>> overlays = new HashMap<>();

    private Overlays() {}

    /** The overlays among {@code batches}, each with its origin if that is among them too. */
    public static Overlays among(Collection<Batch> batches) {
        Overlays found = new Overlays();
        for (Batch batch : batches) {
            if (batch.verdict() == Verdict.ACCEPTED && !batch.isOverlay()) {
                found.files.put(Batches.corrected(batch), batch);
            }
        }
        batches.stream()
                .filter(Batch::isOverlay)
                .sorted(BY_DELIVERY)
                .forEach(batch -> found.overlays
                        .computeIfAbsent(Batches.corrected(batch), file -> new ArrayList<>())
                        .add(batch));
        return found;
    }

    /** The batch whose rows {@code overlay} corrects; empty if its file does not count. */
    public Optional<Batch> origin(Batch overlay) {
        return Optional.ofNullable(files.get(Batches.corrected(overlay)));
    }

    /** The overlays of {@code origin}, earlier delivered first. */
    public List<Batch> of(Batch origin) {
        return List.copyOf(overlays.getOrDefault(Batches.corrected(origin), List.of()));
    }

    /** The rows of the origin that {@code overlay} corrects and of which a later overlay says something else. */
    public NavigableSet<Long> replaced(Batch overlay) {
        List<Batch> all = of(overlay);
        Set<Long> later = new HashSet<>();
        all.subList(all.indexOf(overlay) + 1, all.size())
                .forEach(other -> spokenOf(other).forEach(later::add));
        NavigableSet<Long> replaced = new TreeSet<>(repaired(overlay.overlay()));
        replaced.retainAll(later);
        return replaced;
    }

    /** The rows of {@code origin} that nobody has to look at any more: corrected, or taken back. */
    public NavigableSet<Long> settled(Batch origin) {
        NavigableSet<Long> settled = new TreeSet<>();
        of(origin).forEach(overlay -> spokenOf(overlay).forEach(settled::add));
        return settled;
    }

    /** The rows of {@code origin} of which the last word is a correction that counts. */
    public NavigableSet<Long> repaired(Batch origin) {
        NavigableSet<Long> repaired = new TreeSet<>();
        for (Batch overlay : of(origin)) {
            spokenOf(overlay).forEach(repaired::remove);
            repaired.addAll(repaired(overlay.overlay()));
        }
        return repaired;
    }

    private static Stream<Long> spokenOf(Batch overlay) {
        return Stream.concat(
                repaired(overlay.overlay()).stream(),
                overlay.overlay().stream().flatMap(each -> each.withdrawn().stream()));
    }

    private static List<Long> repaired(Optional<Batch.Overlay> overlay) {
        return overlay.map(Batch.Overlay::repaired).orElse(List.of());
    }
}
