package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.dues;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.member;
import static org.zhigong.jobs.city.truth.Rows.receipt;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.FeedRow;

class FundStandingTruthTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
    private static final YearMonth APRIL = YearMonth.of(2025, 4);

    @Test
    void moreThanThirtyDaysLateIsArrearsUntilItIsPaidInFull() {
        HandMadeCity city = owing(JANUARY, "e1", "e2", "e3");
        owing(city, FEBRUARY, "e1", "e2", "e3");
        owing(city, MARCH, "e1", "e2", "e3");
        city.deliver(
                MARCH,
                receipt("r1", "e1", JANUARY, "1", "1", MARCH.atDay(31), 20_000),
                receipt("r2", "e2", JANUARY, "1", "1", FEBRUARY.atDay(10), 15_000),
                receipt("r3", "e3", JANUARY, "1", "1", APRIL.atDay(1), 20_000),
                receipt("r4", "e2", JANUARY, "4", "1", FEBRUARY.atDay(10), 5_000));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("fund_arrears_rate", "2025-02")).isEqualTo("0/3");
        assertThat(figures.parts("fund_arrears_rate", "2025-03")).isEqualTo("2/3");
        assertThat(figures.parts("fund_arrears_amount", "2025-03")).isEqualTo("25000");
        // Forty-four days from the fifteenth of February: 5,000 and 20,000 fen at five per mille a day.
        assertThat(figures.parts("fund_late_fee", "2025-03")).isEqualTo("5500");
    }

    @Test
    void duesCoverEachMonthOfTheirSpanAndAMemberOnce() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        union("u1", "e1"),
                        member(1, "u1", "e1"),
                        member(2, "u1", "e1"),
                        member(3, "u1", "e1"),
                        member(4, "u1", null),
                        dues("d1", 1, YearMonth.of(2024, 4), MARCH),
                        dues("d2", 1, MARCH, MARCH),
                        dues("d3", 2, JANUARY, FEBRUARY),
                        dues("d4", 4, MARCH, APRIL),
                        dues("d5", 9, MARCH, APRIL));

        assertThat(city.figures(MARCH).parts("member_dues_rate", "2025-03")).isEqualTo("2/4");
        assertThat(city.figures(MARCH).city("member_dues_rate", "2025-03").employers())
                .isEqualTo(1);
    }

    @Test
    void whoPaysByTwoChannelsIsOnePayerInBoth() {
        HandMadeCity city = owing(MARCH, "e1", "e2");
        owing(city, APRIL, "e1", "e2");
        city.deliver(
                APRIL,
                receipt("r1", "e1", MARCH, "1", "1", APRIL.atDay(10), 700),
                receipt("r2", "e1", MARCH, "1", "3", APRIL.atDay(10), 200),
                receipt("r3", "e2", MARCH, "2", "1", APRIL.atDay(10), 100),
                receipt("r4", "e2", MARCH, "3", "1", APRIL.atDay(10), 900),
                receipt("r5", "e2", MARCH, "1", "2", APRIL.atDay(10), 50),
                receipt("r6", "e2", MARCH, "1", "2", APRIL.atDay(11), -50));
        TrueFigures figures = city.figures(APRIL);

        assertThat(TrueFigures.parts(figures.category("fund_channel_share", "2025-03", "tax")))
                .isEqualTo("700/1000");
        assertThat(TrueFigures.parts(figures.category("fund_channel_share", "2025-03", "preparatory")))
                .isEqualTo("100/1000");
        assertThat(TrueFigures.parts(figures.category("fund_channel_payers_share", "2025-03", "own")))
                .isEqualTo("1/2");
        assertThat(TrueFigures.parts(figures.category("fund_channel_payers_share", "2025-03", "fiscal")))
                .isEqualTo("0/2");
        assertThat(figures.parts("preparatory_fund_payers", "2025-03")).isEqualTo("1");
        assertThat(figures.parts("preparatory_fund_amount", "2025-03")).isEqualTo("100");
    }

    @Test
    void aCohortIsCompleteAfterTwoYears() {
        HandMadeCity city = new HandMadeCity();
        YearMonth first = YearMonth.of(2023, 2);
        for (YearMonth month = first; !month.isAfter(MARCH); month = month.plusMonths(1)) {
            city.deliver(
                    month,
                    employer("e1"),
                    employer("e2"),
                    month.equals(FEBRUARY) ? union("u1", "e1") : union("u2", "e3"));
        }
        city.deliver(
                first.plusMonths(1),
                receipt("r1", "e1", first, "2", "1", first.plusMonths(1).atDay(10), 100),
                receipt("r2", "e2", first, "2", "1", first.plusMonths(1).atDay(10), 100),
                receipt(
                        "r3",
                        "e2",
                        first.plusMonths(1),
                        "2",
                        "1",
                        first.plusMonths(2).atDay(10),
                        100));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("preparatory_fund_unionised", "2025-03")).isEqualTo("1/2");
        assertThat(figures.parts("preparatory_fund_unionised", "2025-02")).isEqualTo("0/0");
        assertThat(figures.city("preparatory_fund_unionised", "2025-01").status())
                .isEqualTo("insufficient_history");
    }

    private static HandMadeCity owing(YearMonth month, String... employers) {
        return owing(new HandMadeCity(), month, employers);
    }

    /** Employers that owe 20,000 fen each. */
    private static HandMadeCity owing(HandMadeCity city, YearMonth month, String... employers) {
        FeedRow[] rows = new FeedRow[employers.length * 3];
        for (int i = 0; i < employers.length; i++) {
            rows[i * 3] = employer(employers[i]);
            rows[i * 3 + 1] = union("of-" + employers[i], employers[i]);
            rows[i * 3 + 2] = headcount(employers[i], month, 10, 0, 1_000_000);
        }
        return city.deliver(month, rows);
    }
}
