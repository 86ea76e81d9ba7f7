package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.closed;
import static org.zhigong.jobs.city.truth.Rows.closedUnion;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.union;

import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.UnionRow;

class UnionClosureTruthTest {

    @Test
    void aUnionMayNotBeDissolvedWhileItsEmployerLivesUnlessThatIsApproved() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("alive"),
                        closed("gone-before", day(2025, 3, 10)),
                        closed("gone-after", day(2025, 3, 11)),
                        closedUnion("u1", "alive", day(2025, 3, 10)),
                        approved(closedUnion("u2", "alive", day(2025, 3, 10))),
                        closedUnion("u3", "gone-before", day(2025, 3, 10)),
                        closedUnion("u4", "gone-after", day(2025, 3, 10)),
                        closedUnion("u5", "alive", day(2025, 2, 28)),
                        closedUnion("u6", "unknown", day(2025, 3, 10)),
                        union("u7", "alive"))
                .deliver(MARCH.plusMonths(1), employer("alive"));
        TrueFigures figures = city.figures(MARCH.plusMonths(1));

        assertThat(figures.parts("unlawful_merger_count", "2025-03")).isEqualTo("2");
        assertThat(figures.parts("unlawful_merger_count", "2025-04")).isEqualTo("0");
    }

    private static UnionRow approved(UnionRow u) {
        return new UnionRow(
                u.unionId(),
                u.unionName(),
                u.unionType(),
                u.unionCreditCode(),
                u.employerCode(),
                u.streetCode(),
                u.foundedOn(),
                u.closedOn(),
                "no-7",
                u.parentUnionId(),
                u.lastElectionOn(),
                u.termYears(),
                u.updatedOn());
    }
}
