package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.UnionRow;

/** Joins the rows that stand at the end of a month into employers, unions, agreements' totals and the fund. */
final class CityMonth {

    private static final String FUND = "1";

    private final MonthRows rows;
    private final long concentratedFrom;
    private final Successions successions;
    private final Map<String, Sighting<HeadcountRow>> headcounts;
    private final Unions unions;
    private final Set<String> unionised;
    private final Agreements agreements;
    private final Bindings bindings;
    private final List<MemberRow> members;

    private CityMonth(MonthRows rows, long concentratedFrom) {
        this.rows = rows;
        this.concentratedFrom = concentratedFrom;
        successions = Successions.of(rows.employers(), rows.asOf());
        headcounts = Headcounts.of(rows.headcounts(), successions);
        unions = new Unions(rows, successions);
        unionised = unions.unionised();
        agreements = new Agreements(rows);
        bindings = new Bindings(agreements.inForce(), successions);
        members = Memberships.inEmployment(rows.members(), rows.asOf());
    }

    /** @param concentratedFrom how many small and micro enterprises make a street one where they are concentrated */
    static MonthState of(MonthRows rows, long concentratedFrom) {
        CityMonth month = new CityMonth(rows, concentratedFrom);
        List<EmployerMonth> employers = month.employerMonths();
        return new MonthState(
                rows.month(), employers, month.unionMonths(), month.credible(employers), month.fund(employers));
    }

    private List<EmployerMonth> employerMonths() {
        Map<String, MemberCounts> membersOf = new HashMap<>();
        for (MemberRow member : members) {
            String code = member.employerCode();
            String employer = code == null ? Employer.NONE : successions.current(code);
            membersOf.computeIfAbsent(employer, id -> new MemberCounts()).add(member);
        }
        List<EmployerMonth> scattered = new ArrayList<>();
        for (Employer employer : employers().values()) {
            scattered.add(employerMonth(employer, membersOf.getOrDefault(employer.id(), new MemberCounts())));
        }
        return withConcentration(scattered);
    }

    /** Every employer under its newest code: those of the register, and those that only others name. */
    private Map<String, Employer> employers() {
        Map<String, Employer> employers = new TreeMap<>();
        for (EmployerRow row : rows.employers()) {
            if (successions.current(row.creditCode()).equals(row.creditCode())) {
                employers.put(row.creditCode(), Employer.registered(row, rows.asOf()));
            }
        }
        Stream.of(
                        rows.headcounts().stream()
                                .map(sighting -> sighting.row().employerCode()),
                        rows.coveredUnits().stream().map(unit -> unit.employerCode()),
                        rows.unions().values().stream().flatMap(union -> Stream.ofNullable(union.employerCode())),
                        rows.members().stream()
                                .flatMap(sighting ->
                                        Stream.ofNullable(sighting.row().employerCode())))
                .flatMap(codes -> codes)
                .map(successions::current)
                .forEach(code -> employers.computeIfAbsent(code, Employer::inferred));
        employers.put(Employer.NONE, Employer.inferred(Employer.NONE));
        return employers;
    }

    private EmployerMonth employerMonth(Employer employer, MemberCounts employerMembers) {
        HeadcountRow headcount = headcount(employer);
        Optional<String> size = SizeRules.sizeOf(
                employer.industryCode(), headcount.headcount(), employer.revenueFen(), employer.assetsFen());
        Bindings.Bound bound = bindings.of(employer, size);
        return new EmployerMonth(
                employer,
                headcount,
                size,
                unionised.contains(employer.id()),
                bound.levels(),
                bound.isWageBound(),
                false,
                employerMembers);
    }

    /** What was reported before stands only for an employer that is still active: one that closed is not missing. */
    private HeadcountRow headcount(Employer employer) {
        Sighting<HeadcountRow> standing = headcounts.get(employer.id());
        if (standing == null || !(standing.period().equals(rows.month()) || employer.isActive())) {
            return Headcounts.none(employer.id(), rows.month());
        }
        return standing.row();
    }

    private List<EmployerMonth> withConcentration(List<EmployerMonth> employers) {
        Map<String, Long> smallOnesByStreet = employers.stream()
                .filter(month -> month.isInScope() && month.isSmallMicro())
                .collect(Collectors.groupingBy(month -> month.employer().place().street(), Collectors.counting()));
        smallOnesByStreet.remove(Place.NOWHERE);
        return employers.stream()
                .map(month -> month.concentrated(
                        smallOnesByStreet.getOrDefault(month.employer().place().street(), 0L) >= concentratedFrom))
                .toList();
    }

    private List<UnionMonth> unionMonths() {
        Map<String, Long> membersOf = members.stream()
                .collect(Collectors.groupingBy(
                        member -> unions.living().containsKey(member.unionId()) ? member.unionId() : UnionMonth.NONE,
                        Collectors.counting()));
        List<UnionMonth> months = new ArrayList<>();
        for (UnionRow union : unions.living().values()) {
            months.add(new UnionMonth(
                    union.unionId(),
                    union.unionType(),
                    Place.ofStreet(union.streetCode()),
                    membersOf.getOrDefault(union.unionId(), 0L),
                    unions.coveredUnits(union)));
        }
        months.add(new UnionMonth(
                UnionMonth.NONE, UnionMonth.NONE, Place.UNALLOCATED, membersOf.getOrDefault(UnionMonth.NONE, 0L), 0));
        return months;
    }

    /** A total of more workers than there are in its area and industry cannot be true and is not used. */
    private List<StatedTotal> credible(List<EmployerMonth> employers) {
        return agreements.stated().stream()
                .filter(total -> total.workers()
                        <= employers.stream()
                                .filter(month -> total.canMean(month.employer()))
                                .mapToLong(EmployerMonth::workers)
                                .sum())
                .toList();
    }

    private List<MonthState.Placed<FundRow>> fund(List<EmployerMonth> employers) {
        Map<String, Long> received = new HashMap<>();
        for (ReceiptRow receipt : rows.receipts()) {
            if (receipt.kind().equals(FUND)) {
                received.merge(successions.current(receipt.employerCode()), receipt.amountFen(), Long::sum);
            }
        }
        List<MonthState.Placed<FundRow>> fund = new ArrayList<>();
        for (EmployerMonth month : employers) {
            if (Rules.isLiable(month, rows.asOf())) {
                Employer employer = month.employer();
                FundRow row = new FundRow(
                        employer.id(),
                        Rules.dueFen(month.headcount().payrollFen()),
                        received.getOrDefault(employer.id(), 0L),
                        month.workers());
                fund.add(new MonthState.Placed<>(
                        employer.place(), employer.section(), employer.ownership(), month.sizeClass(), row));
            }
        }
        return fund;
    }
}
