package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;

class DeliveryCalendarTest {

    private final City city = CityTest.city(0.001, 7, 6, Defects.SOME);
    private final DeliveryCalendar calendar = DeliveryCalendar.of(city);

    @Test
    void everyFileIsNewAtOneClosingOrComesAfterwards() {
        List<Delivery> revealed = new ArrayList<>();
        city.months().forEach(month -> revealed.addAll(calendar.newAt(month)));
        revealed.addAll(calendar.afterwards());

        assertThat(revealed).containsExactlyInAnyOrderElementsOf(calendar.all());
    }

    @Test
    void aLateRosterIsNewAtALaterClosingThanTheOthersOfItsMonth() {
        YearMonth middle = YearMonth.of(2025, 3);

        assertThat(calendar.newAt(middle.plusMonths(1)))
                .anyMatch(delivery ->
                        delivery.feed() == Feed.MEMBERS && delivery.period().equals(middle));
    }

    @Test
    void receiptsAreTwoFiles() {
        Delivery receipts = calendar.all().stream()
                .filter(delivery -> delivery.feed() == Feed.RECEIPTS)
                .findFirst()
                .orElseThrow();

        assertThat(DeliveryCalendar.files(receipts))
                .containsExactly(
                        "receipts/" + receipts.fileName(),
                        "receipts/" + receipts.fileName().replace(".txt", ".ctl"));
    }
}
