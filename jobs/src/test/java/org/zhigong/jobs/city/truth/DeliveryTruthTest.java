package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.Feed;

/** Every feed of a city made by hand is due on the tenth of the next month. */
class DeliveryTruthTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final LocalDate IN_TIME = LocalDate.of(2025, 4, 10);
    private static final LocalDate LATE = LocalDate.of(2025, 4, 11);

    private static String timeliness(TrueFigures figures) {
        return figures.parts("feed_timeliness", "2025-03");
    }

    @Test
    void theDueDayIsStillInTime() {
        assertThat(timeliness(new HandMadeCity()
                        .deliver(MARCH, IN_TIME, employer("e"))
                        .figures(APRIL)))
                .isEqualTo("1/1");
        assertThat(timeliness(
                        new HandMadeCity().deliver(MARCH, LATE, employer("e")).figures(APRIL)))
                .isEqualTo("0/1");
    }

    @Test
    void whoHasSentOnceOwesEveryMonthFromThenOn() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, IN_TIME, employer("e"), headcount("e", MARCH, 5))
                .deliver(APRIL, LocalDate.of(2025, 5, 10), employer("e"));

        TrueFigures figures = city.figures(APRIL.plusMonths(1));

        assertThat(figures.parts("feed_timeliness", "2025-03")).isEqualTo("2/2");
        assertThat(figures.parts("feed_timeliness", "2025-04")).isEqualTo("1/2");
    }

    @Test
    void aSecondFileInTimeMakesUpForALateOneAndAllRowsCount() {
        HandMadeCity city = new HandMadeCity()
                .deliver(Feed.EMPLOYERS, "110105", MARCH, LATE, List.of(employer("e"), employer("f")))
                .deliver(Feed.EMPLOYERS, "110105", MARCH, IN_TIME, List.of(employer("e")));

        assertThat(timeliness(city.figures(APRIL))).isEqualTo("1/1");
        assertThat(city.figures(APRIL).parts("feed_row_quality", "2025-03")).isEqualTo("3/3");
    }

    @Test
    void aMonthIsStatedOnceTheNextIsClosed() {
        HandMadeCity city = new HandMadeCity().deliver(MARCH, IN_TIME, employer("e"));

        assertThat(city.figures(MARCH).all())
                .extracting(TrueFigure::indicator)
                .doesNotContain("feed_timeliness", "feed_row_quality");
    }

    @Test
    void aReportingUnitStandsInBothSchemesAndAnOfficeNowhere() {
        assertThat(Place.ofUnit("110115403")).isEqualTo(new Place("110115", "110115403", Place.NOWHERE));
        assertThat(Place.ofUnit("110105")).isEqualTo(new Place("110105", "110105", Place.NOWHERE));
        assertThat(Place.ofUnit("110000")).isEqualTo(Place.UNALLOCATED);
        assertThat(Place.ofUnit("11")).isEqualTo(Place.UNALLOCATED);
    }
}
