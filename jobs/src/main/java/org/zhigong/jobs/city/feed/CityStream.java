package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The deliveries of a city, and what ingest is expected to accept of each. Reading is repeatable and holds no more than
 * a file's worth of state; a delivery's rows come in file order.
 */
public interface CityStream {

    /** The months that snapshot files are made for, in order. */
    List<YearMonth> months();

    /**
     * Every delivery made for {@code period}, whenever it arrives: ordered by feed, deliverer, arrival. No two accepted
     * deliveries of one feed, deliverer and period arrive on one day.
     */
    List<Delivery> deliveries(YearMonth period);

    /**
     * The rows of {@code delivery} that ingest accepts, flagged ones included, rows that it quarantines or drops not;
     * none unless the delivery's fate is accepted. What needs other files (later deliveries, orphans, conflicts) is not
     * decided here: those rows are among the accepted.
     */
    void accepted(Delivery delivery, Consumer<? super FeedRow> each);

    /** As {@link #accepted(Delivery, Consumer)}, with the row's own type. */
    default <R extends FeedRow> void accepted(Delivery delivery, Class<R> rowType, Consumer<? super R> each) {
        accepted(delivery, row -> each.accept(rowType.cast(row)));
    }

    /**
     * How many rows ingest accepts and quarantines of a file.
     *
     * @param accepted as many as {@link CityStream#accepted(Delivery, Consumer)} shows
     */
    record Counts(long accepted, long quarantined) {}

    /** The counts of {@code delivery}; nothing unless its fate is accepted. */
    Counts counts(Delivery delivery);

    /**
     * Whether {@code row}, which ingest accepts, names its employer by a code that was read by replacing look-alike
     * letters and that stands in no register.
     */
    default boolean isUnproven(FeedRow row) {
        return false;
    }

    /** The last day on which a file of {@code feed} for {@code period} is in time; empty if none is due. */
    Optional<LocalDate> dueOn(Feed feed, YearMonth period);

    /** The value of {@code concentrated_street_small_enterprises} that this city's parameters set. */
    long concentratedStreetSmallEnterprises();
}
