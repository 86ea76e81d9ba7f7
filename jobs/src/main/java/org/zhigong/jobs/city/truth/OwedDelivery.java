package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/**
 * What one deliverer owed or sent of one feed for a month.
 *
 * @param accepted rows of its accepted files
 * @param quarantined and those of them that were not accepted
 */
record OwedDelivery(Feed feed, Place place, boolean isDue, boolean isOnTime, long accepted, long quarantined)
        implements TrueRow {

    /** Nobody who must not be recognised: a district or an office. */
    @Override
    public boolean isContributor() {
        return false;
    }

    static List<TrueIndicator<OwedDelivery>> indicators() {
        return List.of(
                TrueIndicator.<OwedDelivery>rate(
                                "feed_timeliness",
                                Counted.UNITS,
                                row -> row.isOnTime() ? 1 : 0,
                                row -> row.isDue() ? 1 : 0,
                                row -> 0)
                        .duty(114)
                        .by(Set.of("feed")),
                TrueIndicator.<OwedDelivery>rate(
                                "feed_row_quality",
                                Counted.UNITS,
                                OwedDelivery::accepted,
                                row -> row.accepted() + row.quarantined(),
                                row -> 0)
                        .duty(114)
                        .by(Set.of("feed")));
    }

    /** Everything owed or sent for {@code month}, by whom has ever sent the feed until then. */
    static List<OwedDelivery> of(CityStream city, YearMonth month, LocalDate knownOn) {
        Map<Feed, Map<String, List<Delivery>>> sent = new TreeMap<>();
        for (YearMonth earlier : city.months()) {
            for (Delivery delivery : city.deliveries(earlier)) {
                boolean isKnown = !delivery.receivedOn().isAfter(knownOn)
                        && delivery.fate() != Delivery.Fate.DUPLICATE
                        && !earlier.isAfter(month);
                if (isKnown) {
                    sent.computeIfAbsent(delivery.feed(), any -> new TreeMap<>())
                            .computeIfAbsent(delivery.deliverer(), any -> new ArrayList<>())
                            .add(delivery);
                }
            }
        }
        List<OwedDelivery> owed = new ArrayList<>();
        sent.forEach((feed, byDeliverer) -> byDeliverer.forEach((deliverer, all) -> {
            List<Delivery> now = all.stream()
                    .filter(delivery -> delivery.period().equals(month))
                    .toList();
            owed.add(of(city, feed, deliverer, city.dueOn(feed, month), now));
        }));
        return owed;
    }

    private static OwedDelivery of(
            CityStream city, Feed feed, String deliverer, Optional<LocalDate> due, List<Delivery> sent) {
        long accepted = 0;
        long quarantined = 0;
        boolean isOnTime = false;
        for (Delivery delivery : sent) {
            if (delivery.fate() == Delivery.Fate.ACCEPTED) {
                CityStream.Counts counts = city.counts(delivery);
                accepted += counts.accepted();
                quarantined += counts.quarantined();
                // A file without a row is rejected, as nobody declared that there is none.
                boolean isDelivered = counts.accepted() > 0;
                isOnTime |=
                        isDelivered && due.isPresent() && !delivery.receivedOn().isAfter(due.get());
            }
        }
        return new OwedDelivery(feed, Place.ofUnit(deliverer), due.isPresent(), isOnTime, accepted, quarantined);
    }
}
