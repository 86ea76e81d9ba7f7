package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;

/**
 * What stands in a feed that states everything every month. A row that is missing from a month's file stands for as
 * many more months as are carried, and is gone after that.
 */
final class Register<K, R extends FeedRow> {

    private final KnownDeliveries deliveries;
    private final Feed feed;
    private final Class<R> type;
    private final int carriedMonths;
    private final Function<R, K> key;
    private final Function<R, @Nullable LocalDate> updatedOn;
    private final TreeMap<YearMonth, Map<K, Sighting<R>>> stated = new TreeMap<>();

    Register(
            KnownDeliveries deliveries,
            Feed feed,
            Class<R> type,
            int carriedMonths,
            Function<R, K> key,
            Function<R, @Nullable LocalDate> updatedOn) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.type = type;
        this.carriedMonths = carriedMonths;
        this.key = key;
        this.updatedOn = updatedOn;
    }

    /** The row that stands for each key at the end of {@code month}. Months are asked for in order. */
    Map<K, Sighting<R>> at(YearMonth month) {
        stated.headMap(month.minusMonths(carriedMonths)).clear();
        Map<K, Sighting<R>> standing = new HashMap<>();
        for (int back = carriedMonths; back >= 0; back--) {
            standing.putAll(stated.computeIfAbsent(month.minusMonths(back), this::read));
        }
        return standing;
    }

    private Map<K, Sighting<R>> read(YearMonth month) {
        Map<K, Sighting<R>> rows = new HashMap<>();
        long[] line = {0};
        deliveries.snapshot(feed, month, type, (delivery, row) -> {
            Sighting<R> sighting = new Sighting<>(
                    row, month, delivery.receivedOn(), deliveries.hashOf(delivery), updatedOn.apply(row), line[0]++);
            rows.merge(key.apply(row), sighting, Sighting::stronger);
        });
        return rows;
    }
}
