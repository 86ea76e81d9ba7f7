package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.member;
import static org.zhigong.jobs.city.truth.Rows.successor;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.TrainingFundRow;
import org.zhigong.jobs.city.feed.TrainingRow;

/** Skilled workers, training and education funds in cities small enough to count by hand. */
class SkillTruthTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

    @Test
    void theHighestValidLevelCountsOnce() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 100),
                        certificate(1, "电工", 2, day(2012, 1, 1), null, null, MARCH),
                        certificate(1, "焊工", 3, day(2020, 1, 1), null, null, MARCH),
                        certificate(2, "电工", 4, day(2020, 1, 1), day(2025, 3, 30), null, MARCH),
                        certificate(3, "电工", 1, day(2020, 1, 1), day(2025, 3, 31), null, MARCH),
                        certificate(4, "电工", 1, day(2020, 1, 1), null, day(2025, 3, 31), MARCH),
                        certificate(5, "电工", 0, day(2020, 1, 1), null, null, MARCH))
                .figures(MARCH);

        assertThat(figures.parts("skilled_worker_stock", "2025-03")).isEqualTo("2");
        assertThat(figures.by("skilled_worker_stock", "2025-03", "skill_level", "rank_3")
                        .numerator())
                .isEqualTo(1);
        assertThat(figures.parts("skilled_worker_share", "2025-03")).isEqualTo("2/100");
        assertThat(figures.parts("high_skilled_share", "2025-03")).isEqualTo("1/2");
    }

    @Test
    void aCertificateCountsAsItWasRegisteredLast() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 100),
                        certificate(1, "电工", 3, day(2020, 1, 1), null, null, MARCH))
                .deliver(
                        APRIL,
                        employer("e1"),
                        headcount("e1", APRIL, 100),
                        certificate(1, "电工", 3, day(2020, 1, 1), null, day(2025, 4, 2), APRIL))
                .figures(APRIL);

        assertThat(figures.parts("skilled_worker_stock", "2025-03")).isEqualTo("1");
        assertThat(figures.parts("skilled_worker_stock", "2025-04")).isEqualTo("0");
    }

    @Test
    void whoRoseWithinAYearIsAmongThoseCertifiedAtItsStart() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 100),
                        certificate(1, "电工", 2, day(2024, 3, 31), null, null, MARCH),
                        certificate(1, "电工", 3, day(2024, 4, 1), null, null, MARCH),
                        certificate(2, "电工", 2, day(2020, 1, 1), null, null, MARCH),
                        certificate(3, "电工", 2, day(2024, 4, 1), null, null, MARCH),
                        certificate(4, "电工", 5, day(2020, 1, 1), day(2024, 12, 31), null, MARCH))
                .figures(MARCH);

        assertThat(figures.parts("skill_upgrade_rate", "2025-03")).isEqualTo("1/3");
    }

    @Test
    void aPersonWorksWhereTheLatestRowSays() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2", Rows.OTHER_STREET, "I6510"),
                        employer("e3", "110106001", "C1310"),
                        headcount("e1", MARCH, 10),
                        headcount("e2", MARCH, 10),
                        headcount("e3", MARCH, 10),
                        union("u3", "e3"),
                        member(1, "u3", "e3"),
                        course("t1", 1, "e2", 8, day(2025, 3, 31), true),
                        course("t2", 2, "e2", 8, day(2025, 3, 1), false),
                        course("t3", 3, null, 8, day(2025, 3, 1), true),
                        certificate(1, "电工", 3, day(2020, 1, 1), null, null, MARCH),
                        certificate(2, "电工", 3, day(2020, 1, 1), null, null, MARCH),
                        certificate(3, "电工", 3, day(2020, 1, 1), null, null, MARCH),
                        nowhere(4))
                .figures(MARCH);

        assertThat(at(figures, "street", "110106001")).as("in the roster").isEqualTo(1);
        assertThat(at(figures, "street", Rows.OTHER_STREET)).as("in a course").isEqualTo(1);
        assertThat(at(figures, "street", Rows.STREET)).as("in a certificate").isEqualTo(1);
        assertThat(at(figures, "district", "unallocated")).isEqualTo(1);
        assertThat(figures.parts("skilled_worker_share", "2025-03")).isEqualTo("3/30");
    }

    @Test
    void trainingLooksBackOnTwelveMonthsOverTheirMeanWorkers() {
        HandMadeCity city = new HandMadeCity();
        for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(DECEMBER); month = month.plusMonths(1)) {
            city.deliver(month, employer("e1"), headcount("e1", month, month.equals(DECEMBER) ? 34 : 10));
        }
        city.deliver(
                YearMonth.of(2025, 1),
                course("t1", 1, "e1", 14, day(2025, 1, 5), true),
                course("t2", 1, "e1", 6, day(2025, 1, 6), true),
                course("t3", 2, "e1", 8, day(2025, 1, 5), false));
        city.deliver(DECEMBER, course("t4", 3, "e1", 10, day(2025, 12, 31), true));

        TrueFigures figures = city.figures(DECEMBER);

        // January opens as it closes: eleven months of 10 in the mean, and December of (10 + 34) / 2 = 22: 132 / 12.
        assertThat(figures.parts("training_reach_rate", "2025")).isEqualTo("2/11");
        assertThat(figures.parts("training_hours_per_worker", "2025-12")).isEqualTo("30/11");
        assertThat(figures.city("training_reach_rate", "2025-11").status()).isEqualTo("insufficient_history");
    }

    @Test
    void aPersonCountsOnceWhereTheLastCourseWas() {
        HandMadeCity city = new HandMadeCity();
        for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(DECEMBER); month = month.plusMonths(1)) {
            city.deliver(
                    month,
                    employer("e1"),
                    employer("e2", "110106001", "C1310"),
                    headcount("e1", month, 10),
                    headcount("e2", month, 10));
        }
        city.deliver(
                YearMonth.of(2025, 1),
                course("t1", 1, "e1", 14, day(2025, 1, 5), true),
                course("t2", 1, "e2", 6, day(2025, 1, 6), true));

        TrueFigures figures = city.figures(DECEMBER);

        assertThat(TrueFigures.parts(figures.at("training_reach_rate", "2025", "geo", "district", "110105")))
                .isEqualTo("0/10");
        assertThat(TrueFigures.parts(figures.at("training_reach_rate", "2025", "geo", "district", "110106")))
                .isEqualTo("1/10");
        assertThat(TrueFigures.parts(figures.at("training_hours_per_worker", "2025", "geo", "district", "110105")))
                .isEqualTo("14/10");
    }

    @Test
    void fundsAreComparedToTheFenWithThePayrollOfTwelveMonths() {
        HandMadeCity city = new HandMadeCity();
        for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(DECEMBER); month = month.plusMonths(1)) {
            boolean isLate = month.getMonthValue() < 4;
            city.deliver(
                    month,
                    employer("e1"),
                    employer("e2"),
                    employer("e3"),
                    successor("e4", "e3", day(2025, 12, 1)),
                    headcount("e1", month, 10, 0, 100_000),
                    isLate ? headcount("e9", month, 1) : headcount("e2", month, 10, 0, 100_000),
                    headcount("e3", month, 10, 0, 100_000));
        }
        city.deliver(
                DECEMBER,
                funds("e1", 18_000, 1_000, 600),
                funds("e2", 99_999, 1_000, 599),
                funds("e3", 17_999, 2_000, 0),
                funds("e4", 17_999, 0, 0));

        TrueFigures figures = city.figures(DECEMBER);

        // e2 has the payroll of nine months; e4 is e3 under its new code, whose return counts.
        assertThat(figures.parts("edu_fund_accrual_compliance", "2025")).isEqualTo("1/2");
        assertThat(figures.parts("edu_fund_frontline_share", "2025")).isEqualTo("1199/2000");
        assertThat(figures.parts("edu_fund_frontline_compliance", "2025")).isEqualTo("1/2");
        assertThat(figures.city("edu_fund_frontline_median", "2025").value()).isEqualTo(5990.0);
        assertThat(figures.find("edu_fund_frontline_share", "2025-12", "geo", "city", "110000"))
                .isEmpty();
    }

    private static long at(TrueFigures figures, String level, String place) {
        Long number = figures.at("skilled_worker_stock", "2025-03", "geo", level, place)
                .numerator();
        return number == null ? -1 : number;
    }

    private static CertificateRow certificate(
            long person,
            String occupation,
            int rank,
            LocalDate issuedOn,
            @Nullable LocalDate validTo,
            @Nullable LocalDate revokedOn,
            YearMonth month) {
        return new CertificateRow(
                person, "1", "e1", "skill_level", occupation, rank, issuedOn, validTo, revokedOn, month);
    }

    private static CertificateRow nowhere(long person) {
        return new CertificateRow(person, "2", null, "qualification", "电工", 1, day(2012, 1, 1), null, null, MARCH);
    }

    private static TrainingRow course(
            String id, long person, @Nullable String employer, long hours, LocalDate endedOn, boolean isCompleted) {
        return new TrainingRow(
                id, person, "1", "local_urban", "01", employer, hours, endedOn.minusDays(1), endedOn, isCompleted);
    }

    private static TrainingFundRow funds(String employer, long accrued, long spent, long frontline) {
        return new TrainingFundRow(employer, day(2025, 1, 1), day(2025, 12, 31), accrued, spent, frontline);
    }
}
