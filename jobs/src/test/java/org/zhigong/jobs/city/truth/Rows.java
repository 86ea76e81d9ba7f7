package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.jobs.city.feed.Vote;
import org.zhigong.jobs.city.feed.WageTerms;

/** Plain rows: an open private software enterprise in one street, a living union, a member in employment. */
final class Rows {

    static final String STREET = "110105001";
    static final String OTHER_STREET = "110105002";
    static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    private Rows() {}

    static EmployerRow employer(String code) {
        return employer(code, STREET, "I6510");
    }

    static EmployerRow employer(String code, @Nullable String street, String industry) {
        return new EmployerRow(
                code,
                "单位" + code,
                "1",
                street,
                "2017",
                industry,
                "2011",
                "171",
                "PRIVATE",
                null,
                LONG_AGO,
                null,
                "1",
                null,
                null,
                null,
                null,
                LONG_AGO);
    }

    static EmployerRow closed(String code, LocalDate closedOn) {
        EmployerRow open = employer(code);
        return new EmployerRow(
                code,
                open.employerName(),
                "1",
                STREET,
                "2017",
                "I6510",
                "2011",
                "171",
                "PRIVATE",
                null,
                LONG_AGO,
                closedOn,
                "3",
                null,
                null,
                null,
                null,
                closedOn);
    }

    static EmployerRow opened(String code, LocalDate openedOn) {
        return new EmployerRow(
                code,
                "单位" + code,
                "1",
                STREET,
                "2017",
                "I6510",
                "2011",
                "171",
                "PRIVATE",
                null,
                openedOn,
                null,
                "1",
                null,
                null,
                null,
                null,
                openedOn);
    }

    static EmployerRow successor(String code, String predecessor, LocalDate succeededOn) {
        return new EmployerRow(
                code,
                "单位" + code,
                "1",
                OTHER_STREET,
                "2017",
                "I6510",
                "2011",
                "171",
                "PRIVATE",
                null,
                LONG_AGO,
                null,
                "1",
                null,
                null,
                predecessor,
                succeededOn,
                succeededOn);
    }

    /** An enterprise with the revenue, in ten thousand yuan, that a size class needs. */
    static EmployerRow sized(String code, String street, long revenueWan) {
        return new EmployerRow(
                code,
                "单位" + code,
                "1",
                street,
                "2017",
                "I6510",
                "2011",
                "171",
                "PRIVATE",
                null,
                LONG_AGO,
                null,
                "1",
                revenueWan * 1_000_000,
                null,
                null,
                null,
                LONG_AGO);
    }

    static EmployerRow typed(String code, String unitType, @Nullable String ownership) {
        return new EmployerRow(
                code,
                "单位" + code,
                unitType,
                STREET,
                "2017",
                "I6510",
                "2011",
                "100",
                ownership,
                null,
                LONG_AGO,
                null,
                "1",
                null,
                null,
                null,
                null,
                LONG_AGO);
    }

    static HeadcountRow headcount(String code, YearMonth month, long workers) {
        return headcount(code, month, workers, 0, 0);
    }

    /** With two fifths women; all others of the file's columns zero. */
    static HeadcountRow headcount(String code, YearMonth month, long workers, long civilServants, long payrollFen) {
        return new HeadcountRow(
                code,
                month,
                workers,
                workers * 2 / 5,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                civilServants,
                0,
                0,
                0,
                payrollFen);
    }

    static HeadcountRow dispatching(String code, YearMonth month, long workers, long out, long in) {
        return new HeadcountRow(code, month, workers, 0, 0, 0, 0, 0, 0, 0, 0, 0, out, 0, 0, in, 0, 0, 0);
    }

    static UnionRow union(String id, String employer) {
        return new UnionRow(
                id, "工会" + id, "1", null, employer, STREET, LONG_AGO, null, null, null, null, null, LONG_AGO);
    }

    static UnionRow closedUnion(String id, String employer, LocalDate closedOn) {
        return new UnionRow(
                id, "工会" + id, "1", null, employer, STREET, LONG_AGO, closedOn, null, null, null, null, closedOn);
    }

    /** A joint union (2), a federation (3) or a street's union (4). */
    static UnionRow sharedUnion(String id, String type) {
        return new UnionRow(id, "工会" + id, type, null, null, STREET, LONG_AGO, null, null, null, null, null, LONG_AGO);
    }

    static CoveredUnitRow covered(String union, String employer) {
        return new CoveredUnitRow(union, null, employer, null, LONG_AGO, null);
    }

    static MemberRow member(long person, String union, @Nullable String employer) {
        return member(person, union, employer, LONG_AGO, "1");
    }

    static MemberRow member(
            long person, String union, @Nullable String employer, LocalDate joinedOn, String membershipStatus) {
        return new MemberRow(
                person,
                0,
                "2",
                1980,
                null,
                null,
                "21",
                "local_urban",
                "01",
                null,
                employer,
                union,
                joinedOn,
                membershipStatus,
                null,
                null);
    }

    static MemberRow renamed(MemberRow row) {
        return new MemberRow(
                row.personNumber(),
                row.nameVariant() + 1,
                row.sex(),
                row.birthYear(),
                null,
                null,
                row.education(),
                row.hukou(),
                row.employmentForm(),
                null,
                row.employerCode(),
                row.unionId(),
                row.joinedOn(),
                row.membershipStatus(),
                row.leftOn(),
                row.updatedOn());
    }

    static MemberRow onPlatform(long person, String union, String employer) {
        return new MemberRow(
                person, 0, "1", 1980, null, null, "21", null, "113", null, employer, union, LONG_AGO, "1", null, null);
    }

    /** A general agreement of one employer with a wage chapter, for three years from the start of 2024. */
    static AgreementRow own(String id, String employer) {
        return new AgreementRow(
                id,
                "1",
                "1",
                true,
                employer,
                null,
                null,
                null,
                day(2023, 12, 1),
                day(2024, 1, 1),
                day(2027, 1, 1),
                false,
                null,
                null,
                WageTerms.NONE,
                null,
                LONG_AGO);
    }

    /** A general agreement of an area (3) or industry (2), without a wage chapter, for the same years. */
    static AgreementRow shared(String id, String level, @Nullable String area, @Nullable String industry) {
        return stated(id, level, area, industry, null, null);
    }

    static AgreementRow stated(
            String id,
            String level,
            @Nullable String area,
            @Nullable String industry,
            @Nullable Long units,
            @Nullable Long workers) {
        return new AgreementRow(
                id,
                "1",
                level,
                false,
                null,
                area,
                "2017",
                industry,
                day(2023, 12, 1),
                day(2024, 1, 1),
                day(2027, 1, 1),
                false,
                units,
                workers,
                WageTerms.NONE,
                null,
                LONG_AGO);
    }

    /** The same for another term. */
    static AgreementRow termed(AgreementRow row, LocalDate start, @Nullable LocalDate end, boolean isAutoRenewal) {
        return new AgreementRow(
                row.agreementId(),
                row.agreementKind(),
                row.agreementLevel(),
                row.hasWageChapter(),
                row.employerCode(),
                row.areaCode(),
                row.industryScheme(),
                row.industryCode(),
                row.signedOn(),
                start,
                end,
                isAutoRenewal,
                row.statedUnits(),
                row.statedWorkers(),
                row.wages(),
                row.predecessorId(),
                row.updatedOn());
    }

    static ScopeRow listed(String agreement, long no, String employer) {
        return new ScopeRow(agreement, no, "1", employer, null, null, null, null, null, day(2024, 1, 1), null);
    }

    static ScopeRow listed(String agreement, long no, String employer, LocalDate from, @Nullable LocalDate to) {
        return new ScopeRow(agreement, no, "1", employer, null, null, null, null, null, from, to);
    }

    static ScopeRow rule(
            String agreement,
            @Nullable String area,
            @Nullable String industry,
            @Nullable String size,
            @Nullable String ownership) {
        return new ScopeRow(agreement, 1, "2", null, area, "2017", industry, size, ownership, day(2024, 1, 1), null);
    }

    static EventRow filed(String agreement) {
        return event(agreement, "FILED", day(2023, 12, 5));
    }

    static EventRow event(String agreement, String type, LocalDate on) {
        return EventRow.of(agreement, type, on);
    }

    /** An offer (OFFERED) or an answer (ANSWERED) of a side, for the agreement of one employer. */
    static EventRow talk(String agreement, String type, LocalDate on, String employer, String side, String form) {
        return new EventRow(
                agreement, type, on, new BargainingParty("1", employer, null, null, null), side, form, null);
    }

    static EventRow opened(String agreement, LocalDate on, BargainingParty party) {
        return new EventRow(agreement, "OPENED", on, party, null, null, null);
    }

    static EventRow adopted(String agreement, LocalDate on, long all, long present, long inFavour) {
        return new EventRow(
                agreement, "ADOPTED", on, BargainingParty.UNSTATED, null, null, new Vote(all, present, inFavour));
    }

    /** A wage agreement of one employer. */
    static AgreementRow onWages(
            String id,
            String employer,
            LocalDate signedOn,
            LocalDate start,
            LocalDate end,
            WageTerms wages,
            @Nullable String predecessor) {
        return new AgreementRow(
                id,
                "2",
                "1",
                true,
                employer,
                null,
                null,
                null,
                signedOn,
                start,
                end,
                false,
                null,
                null,
                wages,
                predecessor,
                signedOn);
    }

    static DuesRow dues(String no, long person, YearMonth from, YearMonth to) {
        return new DuesRow(no, 1, "u1", person, from, to, 1_000, to.atDay(20));
    }

    static ReceiptRow receipt(
            String no, String employer, YearMonth payrollMonth, String kind, String channel, LocalDate on, long fen) {
        return new ReceiptRow(no, 1, channel, kind, employer, null, payrollMonth, on, fen);
    }

    static ReceiptRow receipt(String no, String employer, YearMonth payrollMonth, String kind, long fen) {
        return new ReceiptRow(
                no,
                1,
                "1",
                kind,
                employer,
                null,
                payrollMonth,
                payrollMonth.plusMonths(1).atDay(10),
                fen);
    }

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
