package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.LONG_AGO;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.member;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;

class MembershipTruthTest {

    private static final String M = "2025-03";

    /** A unionised employer of 100 and one of 50 without a union. */
    private static HandMadeCity city(FeedRow... members) {
        return new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        headcount("e1", MARCH, 100),
                        headcount("e2", MARCH, 50),
                        union("u1", "e1"),
                        union("u2", "e1"))
                .deliver(MARCH, members);
    }

    @Test
    void aPersonIsCountedOnceWhereItJoinedLast() {
        TrueFigures figures = city(
                        member(1, "u1", "e1", day(2020, 1, 1), "1"), member(1, "u2", "e2", day(2024, 1, 1), "1"))
                .figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("1");
        assertThat(figures.parts("membership_in_unionised", M)).isEqualTo("0/100");
        assertThat(figures.parts("union_density", M)).isEqualTo("1/150");
    }

    @Test
    void aMemberWhoIsOnlyRetainedIsNotInEmployment() {
        TrueFigures figures = city(
                        member(1, "u1", "e1", day(2020, 1, 1), "1"), member(1, "u2", "e1", day(2024, 1, 1), "2"))
                .figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("0");
    }

    @Test
    void whoLeftOrHasNotJoinedYetIsNoMember() {
        TrueFigures figures = city(
                        member(1, "u1", "e1", day(2025, 4, 1), "1"),
                        member(2, "u1", "e1", LONG_AGO, "4"),
                        member(3, "u1", "e1", LONG_AGO, "3"),
                        member(4, "u1", "e1", day(2025, 3, 31), "1"))
                .figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("1");
    }

    @Test
    void oneDocumentUnderTwoNamesIsNobody() {
        TrueFigures figures = city(member(1, "u1", "e1"), Rows.renamed(member(1, "u2", "e1")), member(2, "u1", "e1"))
                .figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("1");
    }

    @Test
    void twoNamesAreNoConflictOnceOneOfThemHasLeft() {
        TrueFigures figures = city(member(1, "u1", "e1"), Rows.renamed(member(1, "u2", "e1", LONG_AGO, "4")))
                .figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("1");
    }

    @Test
    void theLaterOfTwoDistrictsCountsForOneMembership() {
        HandMadeCity city = city().deliver(
                        Feed.MEMBERS, "110101", MARCH, day(2025, 4, 5), List.of(member(1, "u1", "e1")))
                .deliver(Feed.MEMBERS, "110102", MARCH, day(2025, 4, 6), List.of(member(1, "u1", "e2")));

        assertThat(city.figures(MARCH).parts("membership_in_unionised", M)).isEqualTo("0/100");
        assertThat(city.figuresKnownOn(MARCH, day(2025, 4, 5)).parts("membership_in_unionised", M))
                .isEqualTo("1/100");
    }

    @Test
    void peopleOnPlatformsAreMembersButNotEmployees() {
        TrueFigures figures =
                city(member(1, "u1", "e1"), Rows.onPlatform(2, "u1", "e1")).figures(MARCH);

        assertThat(figures.parts("union_density", M)).isEqualTo("2/150");
        assertThat(figures.parts("union_density_ilo", M)).isEqualTo("1/150");
        assertThat(figures.parts("membership_in_unionised_ilo", M)).isEqualTo("1/100");
    }

    @Test
    void membersWithoutEmployerOrUnionStandUnallocated() {
        TrueFigures figures =
                city(member(1, "u1", null), member(2, "gone", "e1")).figures(MARCH);

        assertThat(figures.parts("members", M)).isEqualTo("2");
        assertThat(figures.parts("members_at_employer", M)).isEqualTo("2");
        assertThat(figures.at("members", M, "geo", "district", "unallocated").numerator())
                .isEqualTo(1);
        assertThat(figures.at("members_at_employer", M, "geo", "district", "unallocated")
                        .numerator())
                .isEqualTo(1);
        assertThat(figures.find("members", M, "geo", "street", "unallocated")).isEmpty();
        assertThat(figures.by("members_at_employer", M, "industry", "unknown").numerator())
                .isEqualTo(1);
        assertThat(figures.by("members_at_employer", M, "size_class", "none").numerator())
                .isEqualTo(1);
    }

    @Test
    void sexIsCrossedOnBothSides() {
        TrueFigures figures =
                city(member(1, "u1", "e1"), Rows.onPlatform(2, "u1", "e1")).figures(MARCH);

        assertThat(TrueFigures.parts(figures.by("union_density", M, "sex", "2")))
                .isEqualTo("1/60");
        assertThat(TrueFigures.parts(figures.by("union_density", M, "sex", "1")))
                .isEqualTo("1/90");
        assertThat(TrueFigures.parts(figures.by("union_density", M, "hukou", "local_urban")))
                .isEqualTo("1/0");
        assertThat(figures.by("union_density", M, "hukou", "local_urban").status())
                .isEqualTo("no_denominator");
        assertThat(TrueFigures.parts(figures.by("union_density", M, "form", "other")))
                .isEqualTo("1/150");
    }

    @Test
    void moreMembersThanWorkersAreShownAndMarked() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 1),
                        union("u1", "e1"),
                        member(1, "u1", "e1"),
                        member(2, "u1", "e1"));
        TrueFigure figure = city.figures(MARCH).city("union_density", M);

        assertThat(figure.value()).isEqualTo(2.0);
        assertThat(figure.status()).isEqualTo("over_100");
    }

    @Test
    void membersOfAnEmployerOutOfScopeCountOnlyWhereAllMembersCount() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        Rows.closed("e1", day(2025, 3, 1)),
                        headcount("e1", MARCH, 30),
                        union("u1", "e1"),
                        member(1, "u1", "e1"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("workers", M)).isEqualTo("0");
        assertThat(figures.parts("union_density", M)).isEqualTo("1/0");
        assertThat(figures.parts("membership_in_unionised", M)).isEqualTo("0/0");
    }
}
