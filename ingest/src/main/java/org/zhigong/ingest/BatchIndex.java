package org.zhigong.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhigong.ingest.read.Terms;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

/** The batches that a home has already, by the content of their files; may be asked by several threads. */
final class BatchIndex {

    private final Map<String, List<Batch>> batches = new HashMap<>();

    private BatchIndex() {}

    /** No batch yet, as in a home that does not know the file. */
    static BatchIndex empty() {
        return new BatchIndex();
    }

    static BatchIndex of(Home home) {
        BatchIndex index = new BatchIndex();
        Batches.read(home).stream().filter(batch -> !batch.isOverlay()).forEach(index::add);
        return index;
    }

    synchronized void add(Batch batch) {
        batches.merge(
                key(batch.feed(), batch.sha256()),
                List.of(batch),
                (old, one) -> Stream.concat(
                                old.stream().filter(other -> !Batches.isOneDelivery(other, batch)), one.stream())
                        .toList());
    }

    /**
     * The batch that the same bytes made before. A snapshot says the same about another month, or of another deliverer,
     * when nothing has changed: then it is not the same delivery.
     */
    synchronized Optional<Batch> find(String feed, String sha256, Batch.Kind kind, String deliverer, Terms terms) {
        return batches.getOrDefault(key(feed, sha256), List.of()).stream()
                .filter(batch -> kind == Batch.Kind.EVENTS
                        || (batch.deliverer().equals(deliverer)
                                && terms.period()
                                        .map(period -> period.toString().equals(batch.period()))
                                        .orElse(true)))
                .findFirst();
    }

    /** The batch that the same bytes became before, whoever sent them, if they were not refused. */
    synchronized Optional<Batch> kept(String feed, String sha256) {
        return batches.getOrDefault(key(feed, sha256), List.of()).stream()
                .filter(batch -> batch.verdict() != Verdict.REJECTED)
                .findFirst();
    }

    /** Whether {@code batch} is among them, alike in all. */
    synchronized boolean holds(Batch batch) {
        return batches.getOrDefault(key(batch.feed(), batch.sha256()), List.of())
                .contains(batch);
    }

    private static String key(String feed, String sha256) {
        return feed + " " + sha256;
    }
}
