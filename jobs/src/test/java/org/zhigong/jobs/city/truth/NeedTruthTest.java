package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.Rows.day;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.member;
import static org.zhigong.jobs.city.truth.Rows.receipt;
import static org.zhigong.jobs.city.truth.Rows.successor;
import static org.zhigong.jobs.city.truth.Rows.union;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ServiceRow;
import org.zhigong.jobs.city.feed.UnionRow;

class NeedTruthTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

    /** Months with an employer of ten workers and two members, to which rows are added. */
    private static HandMadeCity city(YearMonth last) {
        HandMadeCity city = new HandMadeCity();
        for (YearMonth month = JANUARY; !month.isAfter(last); month = month.plusMonths(1)) {
            city.deliver(
                    month,
                    employer("e1"),
                    union("u1", "e1"),
                    headcount("e1", month, 10),
                    receipt("r" + month, "e1", month, "2", 1),
                    member(1, "u1", "e1"),
                    member(2, "u1", "e1"),
                    request("first" + month, null, null, month.atDay(1).atStartOfDay(), null),
                    service("first" + month, "4", "30", 99, month.atDay(1)));
        }
        return city;
    }

    @Test
    void aServiceOfTheClassWithinNinetyDaysServesARequest() {
        LocalDateTime opened = LocalDateTime.of(2025, 3, 5, 14, 7);
        HandMadeCity city = city(JUNE)
                .deliver(
                        MARCH,
                        day(2025, 4, 20),
                        request("in-time", 1L, "30", opened, null),
                        request("a-day-late", 2L, "30", opened, null),
                        request("other-class", 3L, "31", opened, null),
                        request("no-class", 4L, null, opened, null),
                        request("anonymous", null, "30", opened, null))
                .deliver(
                        JUNE,
                        day(2025, 7, 20),
                        service("s1", "3", "30", 1, day(2025, 6, 3)),
                        service("s2", "3", "30", 2, day(2025, 6, 4)),
                        service("s3", "1", "30", 3, day(2025, 4, 4)),
                        service("s4", "1", "30", 4, day(2025, 4, 4)));
        TrueFigures figures = city.figures(JUNE);

        // The rest are the requests of the first days of January to April, of nobody and no class.
        assertThat(figures.parts("need_match_rate", "2025-Q2")).isEqualTo("1/9");
        assertThat(figures.parts("need_match_rate_known", "2025-Q2")).isEqualTo("1/3");
        assertThat(TrueFigures.parts(figures.by("need_match_rate", "2025-Q2", "need_class", "30")))
                .isEqualTo("1/3");
    }

    @Test
    void hoursRunFromTheMinuteOfOpeningAndBegunOnesCount() {
        LocalDateTime opened = LocalDateTime.of(2025, 3, 29, 14, 7);
        HandMadeCity city = city(MARCH)
                .deliver(
                        MARCH,
                        day(2025, 4, 20),
                        request("to-the-minute", 1L, "40", opened, opened.plusHours(48)),
                        request(
                                "a-minute-late",
                                1L,
                                "40",
                                opened,
                                opened.plusHours(48).plusMinutes(1)),
                        request("due-in-april", 1L, "31", opened, opened.plusMinutes(61)),
                        request("open", 1L, "40", opened, null));
        TrueFigures figures = city.figures(MARCH);

        // Three of mental health were due on the last day; the first days' ones after ten days, and are open.
        assertThat(figures.parts("request_closure_time", "2025-Q1")).isEqualTo("1/6");
        assertThat(TrueFigures.parts(figures.by("request_closure_time", "2025-Q1", "need_class", "40")))
                .isEqualTo("1/3");
        assertThat(figures.city("request_closure_time_median", "2025-Q1").value())
                .isEqualTo(48.0);
        assertThat(figures.city("request_closure_time_p90", "2025-Q1").value()).isEqualTo(49.0);
        assertThat(figures.city("request_closure_time_median", "2025-Q1").denominator())
                .isEqualTo(3);
    }

    @Test
    void personsCountOnceAndTheirNeedsOnceForEachClass() {
        HandMadeCity city = city(DECEMBER)
                .deliver(
                        MARCH,
                        day(2025, 4, 20),
                        request("r1", 1L, "30", day(2025, 3, 5).atTime(9, 0), null),
                        request("r2", 1L, "30", day(2025, 3, 9).atTime(9, 0), null),
                        request("r3", 1L, "31", day(2025, 3, 9).atTime(9, 0), null))
                .deliver(MARCH, day(2025, 4, 21), service("s1", "1", "30", 1, day(2025, 3, 5)));
        TrueFigures figures = city.figures(DECEMBER);

        assertThat(figures.parts("worker_needs_db_coverage", "2025")).isEqualTo("1/10");
        assertThat(figures.parts("worker_needs_db_coded_share", "2025")).isEqualTo("3/15");
        assertThat(figures.parts("unmet_need_rate", "2025")).isEqualTo("1/2");
        assertThat(TrueFigures.parts(figures.category("needs_by_class", "2025", "need_31")))
                .isEqualTo("1/10");
        assertThat(figures.city("worker_needs_db_coverage", "2025-Q3").status()).isEqualTo("insufficient_history");
    }

    @Test
    void membersAreServedInTwelveMonthsAndInsuredOnTheLastDay() {
        HandMadeCity city = city(DECEMBER)
                .deliver(DECEMBER, day(2026, 1, 20), member(3, "u1", "e1", Rows.LONG_AGO, "2"))
                .deliver(
                        DECEMBER,
                        day(2026, 1, 21),
                        spell("s1", 1, day(2025, 12, 31), null, null, null),
                        spell("s2", 2, day(2024, 12, 31), day(2025, 12, 31), null, null),
                        service("s3", "1", "50", 2, day(2025, 12, 1)));
        TrueFigures figures = city.figures(DECEMBER);

        // The later file has the retained member alone: the other two are carried from November.
        assertThat(figures.parts("inclusive_service_reach", "2025-12")).isEqualTo("1/2");
        assertThat(figures.parts("mutual_aid_coverage", "2025")).isEqualTo("1/2");
    }

    @Test
    void reliefHelpsWhoWasInHardshipAtAnyTimeOfTheYear() {
        HandMadeCity city = city(DECEMBER)
                .deliver(
                        JANUARY,
                        day(2025, 2, 20),
                        spell("ended-on-the-first", 1, null, null, day(2024, 1, 1), day(2025, 1, 1)),
                        spell("ended-the-day-after", 2, null, null, day(2024, 1, 1), day(2025, 1, 2)),
                        spell("goes-on", 3, null, null, day(2025, 1, 5), null),
                        service("relief", "2", "31", 3, day(2025, 1, 6)),
                        service("no-relief", "1", "50", 2, day(2025, 1, 6)));

        assertThat(city.figures(DECEMBER).parts("hardship_relief_rate", "2025")).isEqualTo("1/2");
    }

    @Test
    void aUnionLivesThatIsElectedFundedAndServing() {
        HandMadeCity city = city(DECEMBER)
                .deliver(
                        DECEMBER,
                        day(2026, 1, 20),
                        elected("all", day(2021, 1, 1)),
                        elected("term-over", day(2020, 12, 31)),
                        elected("not-funded", day(2025, 1, 1)),
                        elected("not-serving", day(2025, 1, 1)),
                        paidFor("all"),
                        paidFor("term-over"),
                        paidFor("not-serving"),
                        served("all"),
                        served("term-over"),
                        served("not-funded"));

        // The union of the months before is carried, and has no election.
        assertThat(city.figures(DECEMBER).parts("active_union_rate", "2025")).isEqualTo("1/5");
    }

    @Test
    void stocksOfAnOldCodeAreThoseOfTheEmployerWhereItStandsNow() {
        HandMadeCity city = new HandMadeCity();
        for (YearMonth month = JANUARY; !month.isAfter(DECEMBER); month = month.plusMonths(1)) {
            boolean isOld = month.isBefore(JUNE);
            FeedRow register = isOld ? employer("e1") : successor("e2", "e1", day(2025, 6, 1));
            city.deliver(
                    month,
                    register,
                    headcount(isOld ? "e1" : "e2", month, isOld ? 12 : 24),
                    request("r" + month, 1L, "30", month.atDay(1).atTime(9, 0), null));
        }
        TrueFigures figures = city.figures(DECEMBER);

        // 12 counts eleven times, as January opens with it, and 24 thirteen times: 444 over 24, half rounded up.
        assertThat(figures.parts("worker_needs_db_coverage", "2025")).isEqualTo("1/19");
        TrueFigure there = figures.at("worker_needs_db_coverage", "2025", "geo", "street", Rows.OTHER_STREET);
        assertThat(TrueFigures.parts(there)).isEqualTo("1/19");
    }

    private static RequestRow request(
            String id,
            @Nullable Long person,
            @Nullable String need,
            LocalDateTime openedAt,
            @Nullable LocalDateTime closedAt) {
        return new RequestRow(id, "1", person, "e1", null, need, openedAt, closedAt);
    }

    private static ServiceRow service(String id, String kind, String need, long person, LocalDate on) {
        return new ServiceRow(id, kind, need, person, "e1", null, null, on, null, null, null, null, null);
    }

    private static ServiceRow spell(
            String id,
            long person,
            @Nullable LocalDate insuredFrom,
            @Nullable LocalDate insuredTo,
            @Nullable LocalDate hardshipFrom,
            @Nullable LocalDate hardshipTo) {
        LocalDate on = insuredFrom == null ? day(2025, 1, 6) : day(2025, 12, 6);
        return new ServiceRow(
                id, "5", "31", person, "e1", null, null, on, null, insuredFrom, insuredTo, hardshipFrom, hardshipTo);
    }

    private static UnionRow elected(String id, LocalDate on) {
        UnionRow row = union(id, "e1");
        return new UnionRow(
                id,
                row.unionName(),
                "1",
                null,
                "e1",
                row.streetCode(),
                row.foundedOn(),
                null,
                null,
                null,
                on,
                5L,
                row.updatedOn());
    }

    private static ReceiptRow paidFor(String union) {
        ReceiptRow row = receipt("r-" + union, "e1", YearMonth.of(2025, 2), "1", 100);
        return new ReceiptRow(
                row.receiptNo(),
                row.lineNo(),
                row.channel(),
                row.kind(),
                row.employerCode(),
                union,
                row.payrollMonth(),
                row.receivedOn(),
                row.amountFen());
    }

    private static ServiceRow served(String union) {
        return new ServiceRow(
                "s-" + union, "1", "50", 7, "e1", union, null, day(2025, 12, 2), null, null, null, null, null);
    }
}
