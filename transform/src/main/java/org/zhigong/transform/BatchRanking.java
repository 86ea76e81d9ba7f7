package org.zhigong.transform;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.Verdict;

/** Decides which batches of a snapshot feed count: of one deliverer and month, the last delivered alone. */
public final class BatchRanking {

    /** Earlier delivered first; of one day, the smaller hash first. */
    public static final Comparator<Batch> BY_DELIVERY =
            Comparator.comparing(Batch::receivedOn).thenComparing(Batch::sha256).thenComparing(Batch::batchId);

    /** What one snapshot says all about. */
    private record Subject(String feed, String deliverer, String period) {
        static Subject of(Batch batch) {
            return new Subject(batch.feed(), batch.deliverer(), batch.period());
        }
    }

    private BatchRanking() {}

    /**
     * The ids of those of {@code batches} that no other replaces; batches of events never replace one another, and an
     * overlay is current with the batch that it corrects.
     */
    public static Set<String> current(Collection<Batch> batches) {
        Map<Subject, Batch> winners = new LinkedHashMap<>();
        Set<String> current = new HashSet<>();
        for (Batch batch :
                accepted(batches).stream().filter(each -> !each.isOverlay()).toList()) {
            switch (batch.kind()) {
                case SNAPSHOT -> winners.put(Subject.of(batch), batch);
                case EVENTS -> current.add(batch.batchId());
            }
        }
        winners.values().forEach(winner -> current.add(winner.batchId()));
        Overlays overlays = Overlays.among(batches);
        batches.stream()
                .filter(Batch::isOverlay)
                .filter(batch -> isCurrent(overlays.origin(batch), current))
                .forEach(batch -> current.add(batch.batchId()));
        return current;
    }

    private static boolean isCurrent(Optional<Batch> origin, Set<String> current) {
        return origin.filter(batch -> current.contains(batch.batchId())).isPresent();
    }

    /** Those of {@code batches} that were accepted, in the order of their delivery. */
    static List<Batch> accepted(Collection<Batch> batches) {
        return batches.stream()
                .filter(batch -> batch.verdict() == Verdict.ACCEPTED)
                .sorted(BY_DELIVERY)
                .toList();
    }
}
