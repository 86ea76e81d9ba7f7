package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.STREET;
import static org.zhigong.jobs.city.truth.Rows.closed;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.filed;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.member;
import static org.zhigong.jobs.city.truth.Rows.own;
import static org.zhigong.jobs.city.truth.Rows.successor;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class TimeTruthTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final YearMonth MAY = MARCH.plusMonths(2);
    private static final YearMonth JUNE = MARCH.plusMonths(3);

    @Test
    void whatIsMissingOnceStandsOnAndWhatIsMissingTwiceIsGone() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, employer("e1"), union("u1", "e1"), member(1, "u1", "e1"), headcount("e1", MARCH, 10))
                .deliver(APRIL, employer("e2"), union("u2", "e2"), member(2, "u2", "e2"), headcount("e1", APRIL, 10))
                .deliver(MAY, employer("e2"), union("u2", "e2"), member(2, "u2", "e2"), headcount("e1", MAY, 10));
        TrueFigures figures = city.figures(MAY);

        assertThat(figures.parts("unions", "2025-04")).isEqualTo("2");
        assertThat(figures.parts("members", "2025-04")).isEqualTo("2");
        assertThat(figures.parts("unions", "2025-05")).isEqualTo("1");
        assertThat(figures.parts("members", "2025-05")).isEqualTo("1");
        assertThat(figures.at("workers", "2025-04", "geo", "street", STREET).numerator())
                .isEqualTo(10);
        // Gone from the register, still named by the headcount: somebody of whom nothing else is known.
        assertThat(figures.at("workers", "2025-05", "geo", "district", "unallocated")
                        .numerator())
                .isEqualTo(10);
        assertThat(figures.find("workers", "2025-05", "geo", "street", STREET)).isEmpty();
    }

    @Test
    void aHeadcountStandsTwoMonthsOn() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, employer("e1"), headcount("e1", MARCH, 10))
                .deliver(APRIL, employer("e1"), headcount("e2", APRIL, 1))
                .deliver(MAY, employer("e1"), headcount("e2", MAY, 1))
                .deliver(JUNE, employer("e1"), headcount("e2", JUNE, 1));
        TrueFigures figures = city.figures(JUNE);

        assertThat(figures.parts("workers", "2025-04")).isEqualTo("11");
        assertThat(figures.parts("workers", "2025-05")).isEqualTo("11");
        assertThat(figures.parts("workers", "2025-06")).isEqualTo("1");
        assertThat(figures.parts("employers", "2025-06")).isEqualTo("1");
    }

    @Test
    void anEmployerThatSaidItClosedIsNotMissing() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, employer("e1"), union("u1", "e1"), headcount("e1", MARCH, 100, 0, 1_000_000))
                .deliver(APRIL, closed("e1", day(2025, 4, 10)), union("u1", "e1"))
                .deliver(MAY, closed("e1", day(2025, 4, 10)), union("u1", "e1"));
        TrueFigures figures = city.figures(MAY);

        assertThat(figures.parts("workers", "2025-04")).isEqualTo("0");
        assertThat(figures.parts("fund_collection_rate", "2025-04")).isEqualTo("0/0");
    }

    @Test
    void anEmployerThatChangedItsCodeTwiceIsOne() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("old"),
                        successor("mid", "old", day(2025, 1, 1)),
                        successor("new", "mid", day(2025, 2, 1)),
                        headcount("old", MARCH, 40),
                        headcount("mid", MARCH, 30),
                        union("u1", "old"),
                        member(1, "u1", "mid"),
                        own("a", "old"),
                        filed("a"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("employers", "2025-03")).isEqualTo("1");
        assertThat(figures.parts("membership_in_unionised", "2025-03")).isEqualTo("1/30");
        assertThat(figures.city("coverage_any_workers", "2025-03").value()).isEqualTo(1.0);
        assertThat(figures.at("workers", "2025-03", "geo", "street", Rows.OTHER_STREET)
                        .numerator())
                .isEqualTo(30);
    }

    @Test
    void theNewestCodesHeadcountCountsUnlessTheOldOneReportedLater() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        successor("new", "old", day(2025, 1, 1)),
                        headcount("old", MARCH, 40),
                        headcount("new", MARCH, 30))
                .deliver(APRIL, successor("new", "old", day(2025, 1, 1)), headcount("old", APRIL, 41));
        TrueFigures figures = city.figures(APRIL);

        assertThat(figures.parts("workers", "2025-03")).isEqualTo("30");
        assertThat(figures.parts("workers", "2025-04")).isEqualTo("41");
    }

    @Test
    void aSuccessionCountsFromItsDay() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("old"),
                        successor("new", "old", day(2025, 4, 1)),
                        headcount("old", MARCH, 40),
                        headcount("new", MARCH, 30));

        assertThat(city.figures(MARCH).parts("employers", "2025-03")).isEqualTo("2");
    }

    @Test
    void theFileThatArrivesLastCounts() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, day(2025, 4, 5), employer("e1"), headcount("e1", MARCH, 10))
                .deliver(MARCH, day(2025, 6, 5), headcount("e1", MARCH, 12));

        assertThat(city.figures(MARCH).parts("workers", "2025-03")).isEqualTo("12");
        assertThat(city.figuresKnownOn(MARCH, day(2025, 6, 4)).parts("workers", "2025-03"))
                .isEqualTo("10");
    }

    @Test
    void aLateFileIsAbsentUntilItArrives() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, employer("e1"), union("u1", "e1"), headcount("e1", MARCH, 10))
                .deliver(MARCH, day(2025, 5, 20), member(1, "u1", "e1"));

        assertThat(city.figuresKnownOn(MARCH, day(2025, 5, 19)).parts("members", "2025-03"))
                .isEqualTo("0");
        assertThat(city.figures(MARCH).parts("members", "2025-03")).isEqualTo("1");
    }

    @Test
    void anEmployerThatOnlyOthersNameIsThereWithoutAnythingKnown() {
        HandMadeCity city =
                new HandMadeCity().deliver(MARCH, employer("e1"), headcount("e1", MARCH, 10), headcount("x", MARCH, 5));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("employers", "2025-03")).isEqualTo("2");
        assertThat(figures.at("workers", "2025-03", "geo", "district", "unallocated")
                        .numerator())
                .isEqualTo(5);
        assertThat(figures.at("workers", "2025-03", "reporting", "unit", "unallocated")
                        .numerator())
                .isEqualTo(5);
        assertThat(figures.by("workers", "2025-03", "industry", "unknown").numerator())
                .isEqualTo(5);
        assertThat(figures.parts("unionisation_rate_enterprises", "2025-03")).isEqualTo("0/1");
    }

    @Test
    void aStockOfAQuarterIsThatOfItsLastMonth() {
        HandMadeCity city = new HandMadeCity().deliver(MARCH, employer("e1"), headcount("e1", MARCH, 10));
        TrueFigure quarter = city.figures(MARCH).city("workers", "2025-Q1");

        assertThat(quarter.numerator()).isEqualTo(10);
        assertThat(quarter.periodType()).isEqualTo("quarter");
        assertThat(quarter.periodFrom()).isEqualTo(day(2025, 1, 1));
        assertThat(quarter.periodTo()).isEqualTo(day(2025, 4, 1));
        assertThat(quarter.asOf()).isEqualTo(day(2025, 3, 31));
    }
}
