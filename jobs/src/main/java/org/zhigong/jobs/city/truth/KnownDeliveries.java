package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;

/** The files that had arrived, whole and good, by one day. */
final class KnownDeliveries {

    private static final Set<Feed> EVENTS = Set.of(
            Feed.AGREEMENT_EVENTS,
            Feed.RECEIPTS,
            Feed.TRAINING,
            Feed.CERTIFICATES,
            Feed.TRAINING_FUNDS,
            Feed.REQUESTS,
            Feed.SERVICES,
            Feed.DUES,
            Feed.MEDIATION,
            Feed.ARBITRATION);

    private final CityStream city;
    private final LocalDate knownOn;
    private final FileHash hash;

    KnownDeliveries(CityStream city, LocalDate knownOn, FileHash hash) {
        this.city = city;
        this.knownOn = knownOn;
        this.hash = hash;
    }

    /** The first month for which any file states what there is. */
    Optional<YearMonth> firstMonth() {
        return city.months().stream()
                .filter(month -> known(month).stream().anyMatch(delivery -> !EVENTS.contains(delivery.feed())))
                .findFirst();
    }

    /**
     * For how many months up to {@code closing} every feed of {@code feeds} has been delivered, and anything states
     * what there is.
     */
    long monthsKnown(Set<Feed> feeds, YearMonth closing) {
        Optional<YearMonth> first = firstMonth();
        for (Feed feed : feeds) {
            Optional<YearMonth> delivered = city.months().stream()
                    .filter(month -> known(month).stream().anyMatch(delivery -> delivery.feed() == feed))
                    .findFirst();
            first = first.flatMap(one -> delivered.map(other -> one.isAfter(other) ? one : other));
        }
        return first.map(month -> Math.max(0, ChronoUnit.MONTHS.between(month, closing) + 1))
                .orElse(0L);
    }

    /** Shows the rows that state what there is in {@code period}: each deliverer's file that arrived last. */
    <R extends FeedRow> void snapshot(
            Feed feed, YearMonth period, Class<R> type, BiConsumer<? super Delivery, ? super R> each) {
        for (Delivery delivery : lastOfEachDeliverer(feed, period)) {
            show(delivery, type, each);
        }
    }

    /** Shows the rows of every file of a feed of events, whatever month it is made for. */
    <R extends FeedRow> void events(Feed feed, Class<R> type, BiConsumer<? super Delivery, ? super R> each) {
        for (YearMonth month : city.months()) {
            for (Delivery delivery : known(month)) {
                if (delivery.feed() == feed) {
                    show(delivery, type, each);
                }
            }
        }
    }

    private <R extends FeedRow> void show(
            Delivery delivery, Class<R> type, BiConsumer<? super Delivery, ? super R> each) {
        city.accepted(delivery, type, row -> {
            if (!city.isUnproven(row)) {
                each.accept(delivery, row);
            }
        });
    }

    String hashOf(Delivery delivery) {
        return hash.of(delivery);
    }

    private Collection<Delivery> lastOfEachDeliverer(Feed feed, YearMonth period) {
        List<Delivery> inOrder = new ArrayList<>(known(period));
        inOrder.removeIf(delivery -> delivery.feed() != feed);
        inOrder.sort(Comparator.comparing(Delivery::receivedOn).thenComparing(hash::of));
        TreeMap<String, Delivery> last = new TreeMap<>();
        inOrder.forEach(delivery -> last.put(delivery.deliverer(), delivery));
        return last.values();
    }

    private List<Delivery> known(YearMonth period) {
        return city.deliveries(period).stream()
                .filter(delivery -> delivery.fate() == Delivery.Fate.ACCEPTED)
                .filter(delivery -> !delivery.receivedOn().isAfter(knownOn))
                .toList();
    }
}
