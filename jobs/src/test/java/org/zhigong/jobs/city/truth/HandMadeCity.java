package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;

/** A city of a few rows, each delivered as a test says. */
final class HandMadeCity implements CityStream {

    static final YearMonth MARCH = YearMonth.of(2025, 3);
    static final LocalDate EVER = LocalDate.of(2030, 1, 1);

    private static final String CITY = "110000";

    private final Map<Delivery, List<FeedRow>> deliveries = new LinkedHashMap<>();
    private long concentratedFrom = 50;

    HandMadeCity concentratedFrom(long enterprises) {
        concentratedFrom = enterprises;
        return this;
    }

    /** One file for {@code period}, delivered on the fifth of the month after. */
    HandMadeCity deliver(YearMonth period, FeedRow... rows) {
        return deliver(period, period.plusMonths(1).atDay(5), rows);
    }

    /** One file of each feed that there are rows of; what has no deliverer of its own comes from the city. */
    HandMadeCity deliver(YearMonth period, LocalDate receivedOn, FeedRow... rows) {
        for (Feed feed : Feed.values()) {
            List<FeedRow> ofFeed =
                    List.of(rows).stream().filter(feed.rowType()::isInstance).toList();
            if (!ofFeed.isEmpty()) {
                deliver(feed, CITY, period, receivedOn, ofFeed);
            }
        }
        return this;
    }

    HandMadeCity deliver(
            Feed feed, String deliverer, YearMonth period, LocalDate receivedOn, List<? extends FeedRow> rows) {
        int attempt = (int) deliveries.keySet().stream()
                .filter(known -> known.feed() == feed
                        && known.deliverer().equals(deliverer)
                        && known.period().equals(period))
                .count();
        String file = "%s_%s_%s_%s_%d.csv".formatted(feed.id(), deliverer, period, receivedOn, attempt);
        deliveries.put(
                new Delivery(feed, deliverer, period, receivedOn, file, attempt, Delivery.Fate.ACCEPTED),
                List.copyOf(rows));
        return this;
    }

    /** The figures of the release that closes {@code closing}, with everything known. */
    TrueFigures figures(YearMonth closing) {
        return figuresKnownOn(closing, EVER);
    }

    TrueFigures figuresKnownOn(YearMonth closing, LocalDate knownOn) {
        return new TrueFigures(new Truth(this, Delivery::fileName).figures(closing, knownOn));
    }

    @Override
    public Counts counts(Delivery delivery) {
        return new Counts(deliveries.getOrDefault(delivery, List.of()).size(), 0);
    }

    /** Every feed is due on the tenth. */
    @Override
    public Optional<LocalDate> dueOn(Feed feed, YearMonth period) {
        return Optional.of(period.plusMonths(1).atDay(10));
    }

    @Override
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        deliveries.keySet().stream().map(Delivery::period).distinct().sorted().forEach(months::add);
        return months;
    }

    @Override
    public List<Delivery> deliveries(YearMonth period) {
        return deliveries.keySet().stream()
                .filter(delivery -> delivery.period().equals(period))
                .sorted(Comparator.comparing(Delivery::feed)
                        .thenComparing(Delivery::deliverer)
                        .thenComparing(Delivery::receivedOn))
                .toList();
    }

    @Override
    public void accepted(Delivery delivery, Consumer<? super FeedRow> each) {
        deliveries.getOrDefault(delivery, List.of()).forEach(each);
    }

    @Override
    public long concentratedStreetSmallEnterprises() {
        return concentratedFrom;
    }
}
