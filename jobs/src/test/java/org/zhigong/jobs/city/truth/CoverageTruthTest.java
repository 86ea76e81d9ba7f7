package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.OTHER_STREET;
import static org.zhigong.jobs.city.truth.Rows.STREET;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.event;
import static org.zhigong.jobs.city.truth.Rows.filed;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.listed;
import static org.zhigong.jobs.city.truth.Rows.own;
import static org.zhigong.jobs.city.truth.Rows.rule;
import static org.zhigong.jobs.city.truth.Rows.shared;
import static org.zhigong.jobs.city.truth.Rows.termed;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.jobs.city.feed.AgreementRow;

class CoverageTruthTest {

    private static final String M = "2025-03";

    /**
     * Of three employers of 100, 50 and 10 one has its own agreement, two an area's, one an industry's that is over.
     */
    private static HandMadeCity workedExample() {
        return new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        employer("e3", OTHER_STREET, "H6210"),
                        headcount("e1", MARCH, 100),
                        headcount("e2", MARCH, 50),
                        headcount("e3", MARCH, 10),
                        own("own", "e1"),
                        shared("area", "3", STREET, null),
                        termed(shared("industry", "2", "110000", "H"), day(2024, 1, 1), day(2025, 3, 30), false),
                        rule("area", STREET, null, null, null),
                        listed("industry", 1, "e3"),
                        filed("own"),
                        filed("area"),
                        filed("industry"));
    }

    @Test
    void theWorkedExampleCoversEveryWorkerOnce() {
        TrueFigure covered = workedExample().figures(MARCH).city("coverage_any_workers", M);

        assertThat(TrueFigures.parts(covered)).isEqualTo("150/160");
        assertThat(covered.value()).isEqualTo(0.9375);
        assertThat(covered.status()).isEqualTo("ok");
        assertThat(covered.lower()).isEqualTo(0.9375);
        assertThat(covered.upper()).isEqualTo(0.9375);
    }

    @Test
    void theWorkedExampleTellsTheLevelsApart() {
        TrueFigures figures = workedExample().figures(MARCH);

        assertThat(figures.category("coverage_level_exclusive", M, "enterprise").numerator())
                .isEqualTo(100);
        assertThat(figures.category("coverage_level_exclusive", M, "industry").numerator())
                .isEqualTo(0);
        assertThat(figures.category("coverage_level_exclusive", M, "area").numerator())
                .isEqualTo(50);
        assertThat(figures.category("coverage_level_exclusive", M, "none").numerator())
                .isEqualTo(10);
        assertThat(figures.parts("coverage_level_area", M)).isEqualTo("150/160");
        assertThat(figures.category("coverage_overlap_matrix", M, "EA").numerator())
                .isEqualTo(100);
        assertThat(figures.category("coverage_overlap_matrix", M, "A").numerator())
                .isEqualTo(50);
        assertThat(figures.city("coverage_overlap_rate", M).value()).isEqualTo(0.4);
    }

    @Test
    void onlyAWageAgreementOrAWageChapterCoversWages() {
        assertThat(workedExample().figures(MARCH).parts("coverage_wage_workers", M))
                .isEqualTo("100/160");
    }

    @ParameterizedTest(name = "filed {0}, objected {1}, terminated {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-03-16, -, -, 100",
                "2025-03-17, -, -, 0",
                "2024-12-20, 2024-12-20, -, 0",
                "2024-12-20, 2025-01-04, -, 0",
                "2024-12-20, 2025-01-05, -, 100",
                "2024-12-20, 2024-12-19, -, 100",
                "2024-12-20, -, 2025-03-31, 0",
                "2024-12-20, -, 2025-04-01, 100",
                "-, -, -, 0",
            })
    void anAgreementBindsFromFifteenDaysAfterFilingUnlessObjected(
            LocalDate filed, LocalDate objected, LocalDate terminated, long covered) {
        HandMadeCity city = ofOneEmployer(own("a", "e1"));
        if (filed != null) {
            city.deliver(MARCH, event("a", "FILED", filed));
        }
        if (objected != null) {
            city.deliver(MARCH, objected, event("a", "OBJECTED", objected));
        }
        if (terminated != null) {
            city.deliver(MARCH, terminated, event("a", "TERMINATED", terminated));
        }

        assertThat(city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo(covered + "/100");
    }

    @Test
    void aFilingAfterAnObjectionStartsTheDaysAgain() {
        HandMadeCity city = ofOneEmployer(own("a", "e1"))
                .deliver(
                        MARCH,
                        event("a", "FILED", day(2024, 12, 1)),
                        event("a", "OBJECTED", day(2024, 12, 10)),
                        event("a", "FILED", day(2025, 2, 1)));

        assertThat(city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo("100/100");
    }

    @ParameterizedTest(name = "from {0} to {1}, renewed by itself {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2024-01-01, -, true, 100",
                "2024-01-01, -, false, 0",
                "2024-01-01, 2025-03-31, true, 0",
                "2024-01-01, 2025-04-01, false, 100",
                "2025-03-31, 2026-01-01, false, 100",
                "2025-04-01, 2026-01-01, false, 0",
            })
    void anAgreementEndsWithItsTermAndIsOpenOnlyIfItRenewsItself(
            LocalDate start, LocalDate end, boolean isAutoRenewal, long covered) {
        HandMadeCity city =
                ofOneEmployer(termed(own("a", "e1"), start, end, isAutoRenewal)).deliver(MARCH, filed("a"));

        assertThat(city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo(covered + "/100");
    }

    @Test
    void anEmployerOutsideTheStreetOnTheDayIsNotBoundByTheStreetsRule() {
        YearMonthRows moved = new YearMonthRows();

        assertThat(moved.city.figures(MARCH).parts("coverage_any_workers", "2025-02"))
                .isEqualTo("100/100");
        assertThat(moved.city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo("0/100");
    }

    /** In February in the street of the agreement, in March in another. */
    private static final class YearMonthRows {
        private final HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH.minusMonths(1),
                        employer("e1"),
                        headcount("e1", MARCH.minusMonths(1), 100),
                        shared("area", "3", STREET, null),
                        rule("area", STREET, null, null, null),
                        filed("area"))
                .deliver(
                        MARCH,
                        employer("e1", OTHER_STREET, "I6510"),
                        headcount("e1", MARCH, 100),
                        shared("area", "3", STREET, null),
                        rule("area", STREET, null, null, null));
    }

    @ParameterizedTest(name = "area {0}, industry {1}, size {2}, ownership {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "110000, -, -, -, true",
                "110105, -, -, -, true",
                "110105001, -, -, -, true",
                "110105002, -, -, -, false",
                "110101, -, -, -, false",
                "-, I, -, -, true",
                "-, I65, -, -, true",
                "-, I651, -, -, true",
                "-, I64, -, -, false",
                "110105, H, -, -, false",
                "-, -, small, -, true",
                "-, -, micro, -, false",
                "-, -, -, PRIVATE, true",
                "110105, I65, small, FOREIGN, false",
            })
    void aRuleFitsOnlyWhereAllThatItNamesFits(
            String area, String industry, String size, String ownership, boolean isBound) {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        Rows.sized("e1", STREET, 500),
                        headcount("e1", MARCH, 20),
                        shared("a", "3", "110000", null),
                        rule("a", area, industry, size, ownership),
                        filed("a"));

        assertThat(city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo(isBound ? "20/20" : "0/20");
    }

    @ParameterizedTest(name = "on the list from {0} to {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-03-31, -, 100",
                "2025-04-01, -, 0",
                "2024-01-01, 2025-03-31, 0",
                "2024-01-01, 2025-04-01, 100"
            })
    void aListIsReadAsItIsOnTheDay(LocalDate from, LocalDate to, long covered) {
        HandMadeCity city = ofOneEmployer(shared("a", "3", STREET, null))
                .deliver(MARCH, listed("a", 1, "e1", from, to), filed("a"));

        assertThat(city.figures(MARCH).parts("coverage_any_workers", M)).isEqualTo(covered + "/100");
    }

    @Test
    void workersOfAnAgencyAreCountedAtTheirContractOrAtTheirWorkplace() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("agency"),
                        employer("user"),
                        Rows.dispatching("agency", MARCH, 100, 90, 0),
                        Rows.dispatching("user", MARCH, 20, 0, 90),
                        own("a", "user"),
                        filed("a"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("coverage_any_workers", M)).isEqualTo("20/120");
        assertThat(figures.parts("coverage_any_workers_workplace", M)).isEqualTo("110/120");
    }

    @Test
    void civilServantsLeaveBothSidesOfTheAdjustedRate() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        headcount("e1", MARCH, 100, 40, 0),
                        headcount("e2", MARCH, 50, 50, 0),
                        own("a", "e1"),
                        filed("a"));

        assertThat(city.figures(MARCH).parts("coverage_adjusted", M)).isEqualTo("60/60");
    }

    @Test
    void unionisedEnterprisesOughtToBargainOverWages() {
        HandMadeCity city = workedExample().deliver(MARCH, Rows.union("u1", "e1"), Rows.union("u2", "e2"));
        TrueFigure figure = city.figures(MARCH).city("wage_bargaining_establishment_rate", M);

        assertThat(TrueFigures.parts(figure)).isEqualTo("1/2");
        assertThat(figure.target()).isEqualTo(1.0);
        assertThat(figure.persons()).isEqualTo(150);
        assertThat(figure.employers()).isEqualTo(2);
    }

    private static HandMadeCity ofOneEmployer(AgreementRow agreement) {
        return new HandMadeCity().deliver(MARCH, employer("e1"), headcount("e1", MARCH, 100), agreement);
    }
}
