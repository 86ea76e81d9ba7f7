package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.jobs.city.feed.Vote;
import org.zhigong.jobs.city.feed.WageTerms;
import org.zhigong.jobs.city.world.World;

/** Whatever can happen in a city happens in the smallest one, within a year. */
class CityFeaturesTest {

    private final Map<String, Integer> seen = new TreeMap<>();
    private final Map<String, String> streets = new HashMap<>();
    private final Map<Long, Set<String>> unionsOf = new HashMap<>();
    private final Map<Long, Set<String>> employersOf = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 7})
    void everythingHappensInTheSmallestCity(long seed) {
        City city = CityTest.city(0.001, seed, 12, Defects.NONE);
        for (YearMonth month : city.months()) {
            unionsOf.clear();
            for (Feed feed : Feed.values()) {
                CityTest.rows(city, feed, month).forEach(row -> note(row, month));
            }
            unionsOf.values().stream()
                    .filter(unions -> unions.size() > 1)
                    .forEach(unions -> note("person in two unions"));
        }
        employersOf.values().stream().filter(of -> of.size() > 1).forEach(of -> note("job change"));

        assertThat(seen.keySet()).containsAll(EXPECTED);
        assertThat(seen.get("opening")).isGreaterThan(20);
    }

    private static final Set<String> EXPECTED = Set.of(
            "opening",
            "closing",
            "revoked",
            "succession",
            "move",
            "move to another district",
            "no street",
            "old edition",
            "no workers",
            "union founded",
            "union closed",
            "joint union",
            "federation",
            "street union",
            "Yizhuang",
            "covered by a federation",
            "coverage ended",
            "member moved",
            "member left",
            "member retained",
            "member on a platform",
            "member without employer",
            "person in two unions",
            "job change",
            "enterprise agreement",
            "industry agreement",
            "area agreement",
            "totals only",
            "wage chapter",
            "blank end",
            "renewal",
            "listed",
            "rule",
            "rule by size",
            "rule by ownership",
            "rule by industry",
            "FILED before the first month",
            "FILED",
            "OFFERED by 1 in form 1",
            "OFFERED by 1 in form 2",
            "OFFERED by 2 in form 1",
            "ANSWERED by 2 in form 1",
            "OPENED",
            "two thirds absent",
            "adopted by a half",
            "wages fall",
            "floor too low",
            "OBJECTED",
            "TERMINATED",
            "fund",
            "late fund",
            "preparatory fund",
            "dues",
            "late fee",
            "refund",
            "dues of a month",
            "dues of a quarter",
            "dues of a year",
            "dues paid afterwards",
            "channel 1",
            "channel 2",
            "channel 3");

    private void note(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private void noteIf(boolean isSeen, String what) {
        if (isSeen) {
            note(what);
        }
    }

    private void note(FeedRow row, YearMonth month) {
        if (row instanceof EmployerRow employer) {
            employer(employer, month);
        } else if (row instanceof HeadcountRow headcount) {
            noteIf(headcount.headcount() == 0, "no workers");
        } else if (row instanceof UnionRow union) {
            union(union, month);
        } else if (row instanceof CoveredUnitRow covered) {
            noteIf(covered.unionId().startsWith("GH3"), "covered by a federation");
            noteIf(covered.coveredTo() != null, "coverage ended");
        } else if (row instanceof MemberRow member) {
            member(member);
        } else if (row instanceof AgreementRow agreement) {
            agreement(agreement);
        } else if (row instanceof ScopeRow scope) {
            scope(scope);
        } else if (row instanceof EventRow event) {
            event(event);
        } else if (row instanceof ReceiptRow receipt) {
            receipt(receipt);
        } else if (row instanceof DuesRow dues) {
            dues(dues);
        }
    }

    private void employer(EmployerRow employer, YearMonth month) {
        noteIf(YearMonth.from(employer.openedOn()).equals(month), "opening");
        noteIf(employer.statusCode().equals("3"), "closing");
        noteIf(employer.statusCode().equals("4"), "revoked");
        noteIf(
                employer.succeededOn() != null
                        && YearMonth.from(employer.succeededOn()).equals(month),
                "succession");
        noteIf(employer.streetCode() == null, "no street");
        noteIf(employer.industryScheme().equals("2002"), "old edition");
        if (employer.streetCode() != null) {
            String before = streets.put(employer.creditCode(), employer.streetCode());
            boolean hasMoved = before != null && !before.equals(employer.streetCode());
            noteIf(hasMoved, "move");
            noteIf(
                    hasMoved
                            && !before.substring(0, 6)
                                    .equals(employer.streetCode().substring(0, 6)),
                    "move to another district");
        }
    }

    private void union(UnionRow union, YearMonth month) {
        boolean isBase = union.unionType().equals("1") || union.unionType().equals("2");
        noteIf(isBase && YearMonth.from(union.foundedOn()).equals(month), "union founded");
        noteIf(union.closedOn() != null, "union closed");
        noteIf(union.closureApproval() != null, "union dissolved with an approval");
        noteIf(union.unionType().equals("2"), "joint union");
        noteIf(union.unionType().equals("3"), "federation");
        noteIf(union.unionType().equals("4"), "street union");
        noteIf("110115403".equals(union.streetCode()), "Yizhuang");
    }

    private void member(MemberRow member) {
        boolean isIn = member.membershipStatus().equals("1");
        noteIf(member.membershipStatus().equals("2"), "member retained");
        noteIf(member.membershipStatus().equals("3"), "member moved");
        noteIf(member.membershipStatus().equals("4"), "member left");
        noteIf(member.employmentForm() != null && member.employmentForm().length() == 3, "member on a platform");
        noteIf(member.employerCode() == null, "member without employer");
        if (isIn) {
            unionsOf.computeIfAbsent(member.personNumber(), p -> new TreeSet<>())
                    .add(member.unionId());
            employersOf
                    .computeIfAbsent(member.personNumber(), p -> new TreeSet<>())
                    .add(String.valueOf(member.employerCode()));
        }
    }

    private void agreement(AgreementRow agreement) {
        switch (agreement.agreementLevel()) {
            case "1" -> note("enterprise agreement");
            case "2" -> note("industry agreement");
            default -> note("area agreement");
        }
        wages(agreement.wages());
        noteIf(World.statesTotalsOnly(agreement.agreementId()), "totals only");
        noteIf(agreement.agreementKind().equals("1") && agreement.hasWageChapter(), "wage chapter");
        noteIf(agreement.termEnd() == null && agreement.isAutoRenewal(), "blank end");
        noteIf(agreement.predecessorId() != null, "renewal");
    }

    private void event(EventRow event) {
        note(
                event.eventOn().isBefore(LocalDate.of(2025, 1, 1))
                        ? event.eventType() + " before the first month"
                        : event.eventType());
        noteIf(event.side() != null, event.eventType() + " by " + event.side() + " in form " + event.form());
        Vote vote = event.vote();
        noteIf(vote != null && vote.present() * 3 < vote.all() * 2, "two thirds absent");
        noteIf(vote != null && vote.inFavour() * 2 <= vote.all(), "adopted by a half");
    }

    private void wages(WageTerms wages) {
        Long before = wages.beforeMeanFen();
        Long after = wages.afterMeanFen();
        Long floor = wages.floorFen();
        noteIf(before != null && after != null && after < before, "wages fall");
        noteIf(floor != null && floor < 242_000, "floor too low");
    }

    private void scope(ScopeRow scope) {
        note(scope.scopeForm().equals("1") ? "listed" : "rule");
        noteIf(scope.sizeClass() != null, "rule by size");
        noteIf(scope.ownershipGroup() != null, "rule by ownership");
        noteIf(scope.industryCode() != null, "rule by industry");
    }

    private void dues(DuesRow dues) {
        long months = dues.spanFrom().until(dues.spanTo(), ChronoUnit.MONTHS) + 1;
        note(months == 1 ? "dues of a month" : months == 3 ? "dues of a quarter" : "dues of a year");
        noteIf(dues.spanFrom().isBefore(YearMonth.from(dues.paidOn())), "dues paid afterwards");
    }

    private void receipt(ReceiptRow receipt) {
        note("channel " + receipt.channel());
        boolean isLate = YearMonth.from(receipt.receivedOn())
                .isAfter(receipt.payrollMonth().plusMonths(1));
        switch (receipt.kind()) {
            case "1" -> note(isLate ? "late fund" : "fund");
            case "2" -> note("preparatory fund");
            case "3" -> note("dues");
            case "4" -> note("late fee");
            default -> note("refund");
        }
    }
}
