package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.covered;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.opened;
import static org.zhigong.jobs.city.truth.Rows.sharedUnion;
import static org.zhigong.jobs.city.truth.Rows.typed;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnionsTruthTest {

    private static final String M = "2025-03";

    @Test
    void anEmployerIsUnionisedByItsOwnUnionOrAJointOneButNotByAFederation() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("own"),
                        employer("joint"),
                        employer("federated"),
                        employer("alone"),
                        headcount("own", MARCH, 40),
                        headcount("joint", MARCH, 30),
                        headcount("federated", MARCH, 26),
                        headcount("alone", MARCH, 10),
                        union("u1", "own"),
                        sharedUnion("u2", "2"),
                        sharedUnion("u3", "3"),
                        sharedUnion("u4", "4"),
                        covered("u2", "joint"),
                        covered("u2", "alien"),
                        covered("u3", "federated"),
                        covered("u4", "alone"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("unionisation_rate_units", M)).isEqualTo("2/4");
        assertThat(figures.parts("unionisation_rate_staff_25", M)).isEqualTo("2/3");
        assertThat(figures.parts("unionised_employers", M)).isEqualTo("2");
        assertThat(figures.parts("unions", M)).isEqualTo("2");
        assertThat(figures.parts("joint_union_units", M)).isEqualTo("3");
        assertThat(figures.parts("joint_union_units_per_union", M)).isEqualTo("3/2");
        assertThat(figures.city("joint_union_units_per_union", M).status()).isEqualTo("ok");
        assertThat(figures.parts("overdue_establishment", M)).isEqualTo("1");
        assertThat(figures.city("overdue_establishment", M).persons()).isEqualTo(26);
    }

    @Test
    void aClosedUnionReachesNobody() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        headcount("e1", MARCH, 40),
                        headcount("e2", MARCH, 40),
                        Rows.closedUnion("u1", "e1", day(2025, 3, 31)),
                        Rows.closedUnion("u2", "e2", day(2025, 4, 1)));

        assertThat(city.figures(MARCH).parts("unionisation_rate_units", M)).isEqualTo("1/2");
    }

    @ParameterizedTest(name = "open since {0} with {1} staff: {2}")
    @CsvSource({"2024-09-30, 25, 1", "2024-10-01, 25, 0", "2024-09-30, 24, 0"})
    void aUnionIsOverdueSixMonthsAfterOpeningWithTwentyFiveStaff(LocalDate openedOn, long staff, String overdue) {
        HandMadeCity city = new HandMadeCity().deliver(MARCH, opened("e1", openedOn), headcount("e1", MARCH, staff));

        assertThat(city.figures(MARCH).parts("overdue_establishment", M)).isEqualTo(overdue);
    }

    @Test
    void theVariantsOfTheRateHaveTheirOwnDenominators() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        typed("firm", "1", "FOREIGN"),
                        typed("club", "4", "SOCIAL"),
                        typed("bureau", "3", "GOV"),
                        Rows.sized("shop", Rows.STREET, 60),
                        headcount("firm", MARCH, 10),
                        headcount("club", MARCH, 10),
                        headcount("bureau", MARCH, 10),
                        headcount("shop", MARCH, 10),
                        union("u1", "club"),
                        union("u2", "shop"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("unionisation_rate_units", M)).isEqualTo("2/4");
        assertThat(figures.parts("unionisation_rate_enterprises", M)).isEqualTo("1/2");
        assertThat(figures.parts("unionisation_rate_foreign", M)).isEqualTo("0/1");
        assertThat(figures.parts("unionisation_rate_social_organisations", M)).isEqualTo("1/1");
        assertThat(figures.parts("unionisation_rate_small_nonpublic", M)).isEqualTo("1/1");
    }
}
