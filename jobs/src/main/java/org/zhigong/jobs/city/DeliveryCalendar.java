package org.zhigong.jobs.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;

/** When the files of a city arrive, so that months can be closed one after another with what was there by then. */
public final class DeliveryCalendar {

    private static final int CLOSING_DAY = 20;

    private final List<Delivery> deliveries;
    private final List<YearMonth> months;

    private DeliveryCalendar(List<YearMonth> months, List<Delivery> deliveries) {
        this.months = months;
        this.deliveries = deliveries;
    }

    /** The calendar of {@code city}. */
    public static DeliveryCalendar of(CityStream city) {
        List<Delivery> deliveries = new ArrayList<>();
        city.months().forEach(month -> deliveries.addAll(city.deliveries(month)));
        deliveries.sort(Comparator.comparing(Delivery::receivedOn)
                .thenComparing(Delivery::feed)
                .thenComparing(Delivery::fileName));
        return new DeliveryCalendar(city.months(), List.copyOf(deliveries));
    }

    /** The day up to which files count when {@code month} is closed: the twentieth of the next one. */
    public static LocalDate closingDay(YearMonth month) {
        return month.plusMonths(1).atDay(CLOSING_DAY);
    }

    /** Every file, in order of arrival. */
    public List<Delivery> all() {
        return deliveries;
    }

    /** The files that are new when {@code month} is closed, those late for an earlier month among them. */
    public List<Delivery> newAt(YearMonth month) {
        LocalDate until = closingDay(month);
        LocalDate after = closingDay(month.minusMonths(1));
        boolean isFirst = months.indexOf(month) == 0;
        return deliveries.stream()
                .filter(delivery -> !delivery.receivedOn().isAfter(until))
                .filter(delivery -> isFirst || delivery.receivedOn().isAfter(after))
                .toList();
    }

    /** The files that come after the last month is closed. */
    public List<Delivery> afterwards() {
        LocalDate until = closingDay(months.get(months.size() - 1));
        return deliveries.stream()
                .filter(delivery -> delivery.receivedOn().isAfter(until))
                .toList();
    }

    /** The files on the disk that make up a delivery, below the inbox: receipts come with a control file. */
    public static List<String> files(Delivery delivery) {
        String file = delivery.feed().id() + "/" + DeliveryForm.onDisk(delivery.fileName());
        return delivery.feed() == Feed.RECEIPTS ? List.of(file, file.replace(".txt", ".ctl")) : List.of(file);
    }
}
