package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.MediationRow;
import org.zhigong.jobs.city.feed.MediationRow.Body;

class DisputeTruthTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);

    /** A mediation about pay, open or closed with {@code result}, in which one worker is named. */
    private static MediationRow mediation(
            String no,
            long person,
            String employer,
            String accepted,
            @Nullable String closed,
            @Nullable String result) {
        return mediation(no, person, employer, 1, false, accepted, closed, result, Set.of());
    }

    private static MediationRow mediation(
            String no,
            long person,
            String employer,
            long workers,
            boolean isCommon,
            String accepted,
            @Nullable String closed,
            @Nullable String result,
            Set<Body> linked) {
        LocalDate acceptedOn = LocalDate.parse(accepted);
        LocalDate closedOn = closed == null ? null : LocalDate.parse(closed);
        return new MediationRow(
                no,
                person,
                null,
                employer,
                "PAY",
                workers,
                isCommon,
                acceptedOn.minusDays(1),
                acceptedOn,
                closedOn,
                result,
                linked,
                closedOn == null ? acceptedOn : closedOn);
    }

    /** An arbitration with one claim about pay. */
    private static ArbitrationRow arbitration(
            String no, long person, String employer, String accepted, @Nullable String closed, boolean isExtended) {
        LocalDate acceptedOn = LocalDate.parse(accepted);
        LocalDate closedOn = closed == null ? null : LocalDate.parse(closed);
        return new ArbitrationRow(
                no,
                1,
                person,
                null,
                employer,
                "PAY",
                1,
                false,
                acceptedOn.minusDays(3),
                acceptedOn,
                closedOn,
                isExtended,
                closedOn == null ? null : "AWARD",
                closedOn == null ? null : "BOTH",
                closedOn == null ? acceptedOn : closedOn);
    }

    @Test
    void aQuarrelCountsOnceWhereItWasAcceptedFirst() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 200, 0, 0),
                        mediation("M1", 2, "e1", "2025-03-03", "2025-03-20", "FAILED"),
                        arbitration("A1", 2, "e1", "2025-03-25", null, false),
                        arbitration("A2", 4, "e1", "2025-03-26", null, false))
                .deliver(
                        APRIL,
                        employer("e1"),
                        headcount("e1", APRIL, 301, 0, 0),
                        arbitration("A3", 2, "e1", "2025-04-02", null, false),
                        mediation("M2", 4, "e1", "2025-04-03", null, null),
                        mediation("M3", 2, "e1", "2025-04-04", null, null),
                        mediation("M4", 8, "e1", "2025-04-04", null, null))
                .figures(APRIL);

        // In March A1 goes on with M1. In April A3 goes on with M1, M2 with A2 and M3 with A1; M4 is new.
        assertThat(figures.parts("disputes", "2025-03")).isEqualTo("2");
        assertThat(figures.parts("disputes", "2025-04")).isEqualTo("1");
        assertThat(figures.parts("dispute_incidence", "2025-03")).isEqualTo("2/200");
        assertThat(figures.city("dispute_incidence", "2025-03").value()).isEqualTo(100.0);
        // (200 + 301) / 2 is 250.5.
        assertThat(figures.parts("dispute_incidence", "2025-04")).isEqualTo("1/251");
        assertThat(figures.by("disputes", "2025-03", "cause", "PAY").numerator())
                .isEqualTo(2);
    }

    @Test
    void whatWasPendingAtTheStartCountsOnceInAQuarter() {
        HandMadeCity city = new HandMadeCity();
        city.deliver(
                YearMonth.of(2025, 1),
                employer("e1"),
                arbitration("A1", 2, "e1", "2024-11-04", null, false),
                arbitration("A2", 4, "e1", "2025-01-04", null, false));
        city.deliver(YearMonth.of(2025, 2), employer("e1"), arbitration("A3", 6, "e1", "2025-02-04", null, false));
        city.deliver(
                MARCH,
                employer("e1"),
                arbitration("A1", 2, "e1", "2024-11-04", "2025-03-04", false),
                arbitration("A3", 6, "e1", "2025-02-04", "2025-03-30", false));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("arbitration_clearance_rate", "2025-01")).isEqualTo("0/2");
        assertThat(figures.parts("arbitration_clearance_rate", "2025-02")).isEqualTo("0/3");
        assertThat(figures.parts("arbitration_clearance_rate", "2025-03")).isEqualTo("2/3");
        assertThat(figures.parts("arbitration_clearance_rate", "2025-Q1")).isEqualTo("2/3");
        assertThat(figures.category("dispute_winner_mix", "2025-03", "BOTH").numerator())
                .isEqualTo(2);
    }

    @Test
    void anAcceptanceThatNobodyReportedCountsWithTheFirstReport() {
        TrueFigures figures = new HandMadeCity()
                .deliver(YearMonth.of(2025, 1), employer("e1"))
                .deliver(YearMonth.of(2025, 2), employer("e1"))
                .deliver(MARCH, employer("e1"), arbitration("A1", 2, "e1", "2025-01-04", "2025-03-01", false))
                .figures(MARCH);

        assertThat(figures.parts("disputes", "2025-01")).isEqualTo("0");
        assertThat(figures.parts("disputes", "2025-03")).isEqualTo("1");
        assertThat(figures.parts("arbitration_clearance_rate", "2025-03")).isEqualTo("1/1");
    }

    @Test
    void limitsAreKeptToTheDayAndExtensionsAddFifteen() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        mediation("fifteen", 2, "e1", "2025-03-02", "2025-03-16", "AGREED"),
                        mediation("sixteen", 4, "e1", "2025-03-02", "2025-03-17", "FAILED"),
                        arbitration("forty-five", 6, "e1", "2025-02-01", "2025-03-18", false),
                        arbitration("forty-six", 8, "e1", "2025-02-01", "2025-03-19", false),
                        arbitration("sixty", 10, "e1", "2025-01-20", "2025-03-21", true))
                .figures(MARCH);

        assertThat(figures.parts("mediation_on_time_rate", "2025-03")).isEqualTo("1/2");
        assertThat(figures.parts("mediation_success_rate", "2025-03")).isEqualTo("1/2");
        assertThat(figures.parts("arbitration_on_time_rate", "2025-03")).isEqualTo("2/3");
        assertThat(figures.city("mediation_days_median", "2025-03").value()).isEqualTo(15.0);
        assertThat(figures.city("arbitration_days_median", "2025-03").value()).isEqualTo(46.0);
        assertThat(figures.category("dispute_outcome_mix", "2025-03", "AWARD").numerator())
                .isEqualTo(3);
    }

    @Test
    void collectiveIsTenWorkersWithACommonClaimAndJointIsTwoBodies() {
        TrueFigures figures = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        mediation("ten", 2, "e1", 10, true, "2025-03-02", "2025-03-16", "AGREED", Set.of(Body.UNION)),
                        mediation("ten", 4, "e1", 10, true, "2025-03-02", "2025-03-16", "AGREED", Set.of(Body.UNION)),
                        mediation("nine", 6, "e1", 9, true, "2025-03-02", null, null, Set.of()),
                        mediation(
                                "apart",
                                8,
                                "e1",
                                11,
                                false,
                                "2025-03-02",
                                "2025-03-16",
                                "OTHER",
                                Set.of(Body.COURT, Body.UNION)))
                .figures(MARCH);

        assertThat(figures.parts("collective_dispute_share", "2025-03")).isEqualTo("1/3");
        assertThat(figures.parts("collective_dispute_persons_share", "2025-03")).isEqualTo("10/30");
        assertThat(figures.parts("joint_mediation_share", "2025-03")).isEqualTo("1/2");
    }
}
