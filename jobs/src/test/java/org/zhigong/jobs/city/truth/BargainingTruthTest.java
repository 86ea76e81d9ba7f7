package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.adopted;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.event;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.onWages;
import static org.zhigong.jobs.city.truth.Rows.opened;
import static org.zhigong.jobs.city.truth.Rows.talk;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.WageTerms;

class BargainingTruthTest {

    private static final BargainingParty OF_E1 = new BargainingParty("1", "e1", null, null, null);

    @Test
    void aRoundIsTheUnionsIfItsFirstOfferWasInWriting() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 20),
                        talk("a1", "OFFERED", day(2025, 2, 1), "e1", "1", "1"),
                        talk("a1", "OFFERED", day(2025, 2, 2), "e1", "2", "1"),
                        opened("a1", day(2025, 3, 1), OF_E1),
                        talk("a2", "OFFERED", day(2025, 2, 1), "e1", "1", "2"),
                        opened("a2", day(2025, 3, 31), OF_E1),
                        talk("a3", "OFFERED", day(2025, 1, 1), "e1", "1", "1"),
                        opened("a3", day(2025, 1, 5), OF_E1),
                        opened("a3", day(2025, 3, 5), OF_E1),
                        opened("a4", day(2025, 3, 5), new BargainingParty("2", null, "110115", "2017", "H62")));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("union_offer_rate", "2025-03")).isEqualTo("1/4");
        assertThat(figures.city("union_offer_rate", "2025-03").employers()).isEqualTo(2);
        assertThat(figures.city("union_offer_rate", "2025-03").persons()).isEqualTo(60);
        assertThat(TrueFigures.parts(figures.by("union_offer_rate", "2025-03", "agreement_level", "industry")))
                .isEqualTo("0/1");
        assertThat(TrueFigures.parts(figures.by("union_offer_rate", "2025-03", "industry", "H")))
                .isEqualTo("0/1");
        assertThat(TrueFigures.parts(figures.at("union_offer_rate", "2025-03", "geo", "district", "110115")))
                .isEqualTo("0/1");
        assertThat(TrueFigures.parts(figures.at("union_offer_rate", "2025-03", "reporting", "unit", "unallocated")))
                .isEqualTo("0/1");
    }

    @Test
    void anOfferIsDueAfterTwentyDaysAndAnsweredByTheOtherSideInWriting() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        talk("in-time", "OFFERED", day(2025, 2, 9), "e1", "1", "1"),
                        talk("in-time", "ANSWERED", day(2025, 3, 1), "e1", "2", "1"),
                        talk("late", "OFFERED", day(2025, 2, 10), "e1", "1", "1"),
                        talk("late", "ANSWERED", day(2025, 3, 3), "e1", "2", "1"),
                        talk("orally", "OFFERED", day(2025, 3, 11), "e1", "2", "1"),
                        talk("orally", "ANSWERED", day(2025, 3, 12), "e1", "1", "2"),
                        talk("by-itself", "OFFERED", day(2025, 3, 11), "e1", "1", "1"),
                        talk("by-itself", "ANSWERED", day(2025, 3, 12), "e1", "1", "1"),
                        talk("due-before", "OFFERED", day(2025, 2, 8), "e1", "1", "1"),
                        talk("due-after", "OFFERED", day(2025, 3, 12), "e1", "1", "1"));

        assertThat(city.figures(MARCH).parts("offer_response_on_time", "2025-03"))
                .isEqualTo("1/4");
        assertThat(city.figures(MARCH).parts("offer_response_on_time_employer", "2025-03"))
                .isEqualTo("1/3");
    }

    @Test
    void dueProcessTakesAQuorumAMajorityOfAllAFilingAndNoObjection() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        signed("good"),
                        adopted("good", day(2025, 3, 6), 30, 20, 16),
                        event("good", "FILED", day(2025, 3, 16)),
                        signed("few"),
                        adopted("few", day(2025, 3, 6), 31, 20, 18),
                        event("few", "FILED", day(2025, 3, 16)),
                        signed("half"),
                        adopted("half", day(2025, 3, 6), 30, 30, 15),
                        event("half", "FILED", day(2025, 3, 17)),
                        signed("opposed"),
                        adopted("opposed", day(2025, 3, 7), 30, 30, 30),
                        event("opposed", "FILED", day(2025, 3, 7)),
                        event("opposed", "OBJECTED", day(2025, 3, 22)),
                        signed("never-filed"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("agreement_due_process_rate", "2025-03")).isEqualTo("1/5");
        assertThat(figures.parts("agreement_due_process_present", "2025-03")).isEqualTo("2/5");
        assertThat(figures.parts("agreement_due_process_majority", "2025-03")).isEqualTo("2/5");
        assertThat(figures.parts("agreement_due_process_filed", "2025-03")).isEqualTo("3/5");
        assertThat(figures.parts("agreement_due_process_unopposed", "2025-03")).isEqualTo("3/5");
    }

    @Test
    void aRenewalLeavesNoGapOrAShortOneAndAnEarlyEndIsNone() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        ending("at-once", day(2025, 3, 31)),
                        onWages(
                                "2nd",
                                "e1",
                                day(2025, 3, 10),
                                day(2025, 3, 31),
                                day(2026, 3, 31),
                                WageTerms.NONE,
                                "at-once"),
                        event("2nd", "FILED", day(2025, 3, 11)),
                        ending("gap", day(2025, 3, 1)),
                        onWages("3rd", "e1", day(2025, 3, 1), day(2025, 3, 1), day(2026, 3, 1), WageTerms.NONE, "gap"),
                        event("3rd", "FILED", day(2025, 3, 16)),
                        ending("never", day(2025, 2, 10)),
                        ending("early", day(2025, 3, 20)),
                        event("early", "TERMINATED", day(2025, 3, 19)));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("agreement_renewal_rate", "2025-03")).isEqualTo("1/2");
        assertThat(figures.parts("agreement_renewal_short_gap_rate", "2025-03")).isEqualTo("1/2");
    }

    @Test
    void wagesCountFromTheDayOfEffectWeightedByWorkers() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        onWages(
                                "a1",
                                "e1",
                                day(2025, 3, 1),
                                day(2025, 3, 1),
                                day(2026, 3, 1),
                                new WageTerms(1L, 500_000L, 1L, 550_000L, 242_000L, 10L),
                                null),
                        event("a1", "FILED", day(2025, 3, 16)),
                        onWages(
                                "a2",
                                "e1",
                                day(2025, 3, 1),
                                day(2025, 3, 1),
                                day(2026, 3, 1),
                                new WageTerms(1L, 500_000L, 1L, 490_000L, 241_999L, 30L),
                                null),
                        event("a2", "FILED", day(2025, 3, 1)),
                        onWages("a3", "e1", day(2025, 3, 1), day(2025, 3, 1), day(2026, 3, 1), WageTerms.NONE, null),
                        event("a3", "FILED", day(2025, 3, 17)));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("negotiated_wage_growth", "2025-03")).isEqualTo("200000/20000000");
        assertThat(figures.city("negotiated_wage_growth", "2025-03").persons()).isEqualTo(40);
        assertThat(figures.parts("wage_floor_compliance", "2025-03")).isEqualTo("1/2");
    }

    @Test
    void agreementsInForceEndInTheMonthsAhead() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        headcount("e1", MARCH, 20),
                        ending("next-month", day(2025, 4, 1)),
                        event("next-month", "FILED", day(2024, 1, 2)),
                        ending("in-a-year", day(2026, 3, 31)),
                        event("in-a-year", "FILED", day(2024, 1, 2)),
                        ending("beyond", day(2026, 4, 1)),
                        event("beyond", "FILED", day(2024, 1, 2)),
                        ending("over", day(2025, 3, 31)),
                        event("over", "FILED", day(2024, 1, 2)),
                        ending("never-filed", day(2025, 4, 1)));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.parts("agreements_expiring", "2025-03")).isEqualTo("2");
        assertThat(figures.parts("agreements_expiring_workers", "2025-03")).isEqualTo("40");
        assertThat(TrueFigures.parts(figures.by("agreements_expiring", "2025-03", "ends_in", "12")))
                .isEqualTo("1");
    }

    private static AgreementRow signed(String id) {
        return onWages(id, "e1", day(2025, 3, 6), day(2025, 3, 6), day(2026, 3, 6), WageTerms.NONE, null);
    }

    private static AgreementRow ending(String id, LocalDate end) {
        return onWages(id, "e1", day(2024, 1, 1), day(2024, 1, 1), end, WageTerms.NONE, null);
    }
}
