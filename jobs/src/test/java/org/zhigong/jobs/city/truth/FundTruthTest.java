package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.receipt;
import static org.zhigong.jobs.city.truth.Rows.sized;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.UnionRow;

class FundTruthTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);

    @Test
    void onlyTheFundOfTheMonthsPayrollOfLiableEmployersCounts() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        union("u1", "e1"),
                        headcount("e1", MARCH, 100, 0, 1_000_025),
                        headcount("e2", MARCH, 100, 0, 1_000_000))
                .deliver(
                        APRIL,
                        employer("e1"),
                        employer("e2"),
                        union("u1", "e1"),
                        headcount("e1", APRIL, 100, 0, 2_000_000),
                        receipt("r1", "e1", MARCH, "1", 15_000),
                        receipt("r2", "e1", MARCH, "2", 700),
                        receipt("r3", "e1", MARCH, "3", 700),
                        receipt("r4", "e1", MARCH, "4", 700),
                        receipt("r5", "e1", MARCH, "5", -700),
                        receipt("r6", "e1", APRIL, "1", 700),
                        receipt("r7", "e2", MARCH, "1", 700));
        TrueFigures figures = city.figures(APRIL);

        assertThat(figures.parts("fund_collection_rate", "2025-03")).isEqualTo("15000/20001");
        assertThat(figures.city("fund_collection_rate", "2025-03").persons()).isEqualTo(100);
        assertThat(figures.find("fund_collection_rate", "2025-04", "geo", "city", "110000"))
                .isEmpty();
    }

    @Test
    void aReceiptDeliveredAgainReplacesItself() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        union("u1", "e1"),
                        headcount("e1", MARCH, 100, 0, 1_000_000),
                        receipt("r1", "e1", MARCH, "1", 15_000))
                .deliver(APRIL, receipt("r1", "e1", MARCH, "1", 16_000));

        assertThat(city.figures(APRIL).parts("fund_collection_rate", "2025-03")).isEqualTo("16000/20000");
    }

    @Test
    void smallAndMicroEnterprisesAreRefunded() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        sized("e1", Rows.STREET, 500),
                        union("u1", "e1"),
                        headcount("e1", MARCH, 20, 0, 1_000_000),
                        receipt("r1", "e1", MARCH, "1", 20_000))
                .deliver(APRIL, employer("e2"));

        assertThat(city.figures(APRIL).parts("fund_collection_rate", "2025-03")).isEqualTo("0/0");
    }

    @ParameterizedTest(name = "{0}, unionised {1}: {2}")
    @CsvSource({
        "2011-12, false, 0/0",
        "2012-01, false, 0/20000",
        "2015-12, false, 0/20000",
        "2016-01, false, 0/0",
        "2016-01, true, 0/20000"
    })
    void betweenTwoDatesEveryEmployerPaid(YearMonth month, boolean isUnionised, String parts) {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        month,
                        employer("e1"),
                        headcount("e1", month, 20, 0, 1_000_000),
                        isUnionised ? union("u1", "e1") : union("u1", "other"))
                .deliver(month.plusMonths(1), employer("e1"));

        assertThat(city.figures(month.plusMonths(1)).parts("fund_collection_rate", month.toString()))
                .isEqualTo(parts);
    }

    @Test
    void aQuarterAddsItsMonthsEachAtItsOwnPlace() {
        HandMadeCity city = new HandMadeCity();
        UnionRow union = union("u1", "e1");
        EmployerRow here = employer("e1");
        EmployerRow there = employer("e1", "110101001", "I6510");
        YearMonth january = YearMonth.of(2025, 1);
        city.deliver(january, here, union, headcount("e1", january, 10, 0, 1_000_000));
        city.deliver(january.plusMonths(1), here, union, headcount("e1", january.plusMonths(1), 20, 0, 1_000_000));
        city.deliver(MARCH, there, union, headcount("e1", MARCH, 30, 0, 3_000_000));
        city.deliver(APRIL, there, union, receipt("r1", "e1", MARCH, "1", 60_000));
        TrueFigures figures = city.figures(APRIL);

        assertThat(figures.parts("fund_collection_rate", "2025-Q1")).isEqualTo("60000/100000");
        assertThat(figures.city("fund_collection_rate", "2025-Q1").persons()).isEqualTo(30);
        assertThat(figures.city("fund_collection_rate", "2025-Q1").employers()).isEqualTo(1);
        TrueFigure before = figures.at("fund_collection_rate", "2025-Q1", "geo", "district", "110105");
        assertThat(TrueFigures.parts(before)).isEqualTo("0/40000");
        assertThat(before.persons()).isEqualTo(0);
    }

    @Test
    void aQuarterOfWhichAMonthIsMissingSaysSo() {
        HandMadeCity city = new HandMadeCity()
                .deliver(MARCH, employer("e1"), union("u1", "e1"), headcount("e1", MARCH, 10, 0, 1_000_000))
                .deliver(APRIL, employer("e1"), union("u1", "e1"));
        TrueFigures figures = city.figures(APRIL);

        assertThat(figures.parts("fund_collection_rate", "2025-03")).isEqualTo("0/20000");
        TrueFigure quarter = figures.city("fund_collection_rate", "2025-Q1");
        assertThat(quarter.status()).isEqualTo("insufficient_history");
        assertThat(quarter.numerator()).isNull();
        assertThat(quarter.denominator()).isNull();
    }
}
