package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.jobs.city.truth.NeedEvents.Served;

/** Which base unions are elected, funded and serving. */
final class NeedUnions {

    private static final String FUND = "1";

    private record Line(String receiptNo, long lineNo) {}

    private final Map<YearMonth, Map<Line, Sighting<ReceiptRow>>> receipts = new HashMap<>();
    private final YearMonth first;

    NeedUnions(KnownDeliveries known) {
        first = known.firstMonth().orElse(YearMonth.of(2000, 1));
        long[] line = {0};
        known.events(Feed.RECEIPTS, ReceiptRow.class, (delivery, row) -> {
            Sighting<ReceiptRow> sighting = new Sighting<>(
                    row, row.payrollMonth(), delivery.receivedOn(), known.hashOf(delivery), null, line[0]++);
            receipts.computeIfAbsent(row.payrollMonth(), month -> new HashMap<>())
                    .merge(new Line(row.receiptNo(), row.lineNo()), sighting, Sighting::stronger);
        });
    }

    Map<Cell, List<NeedTally>> cells(NeedStanding standing, MonthRows rows, List<Served> services) {
        YearMonth month = standing.month();
        Set<String> funded = funded(month);
        Set<String> serving = new HashSet<>();
        services.stream().filter(Served::isDelivery).forEach(served -> {
            String union = served.row().unionId();
            if (union != null) {
                serving.add(union);
            }
        });
        NeedTallies tallies = new NeedTallies();
        for (UnionMonth union : standing.baseUnions()) {
            UnionRow row = rows.unions().get(union.id());
            boolean isLively = row != null
                    && isElected(row, month.atEndOfMonth())
                    && funded.contains(union.id())
                    && serving.contains(union.id());
            Employer employer = employer(standing, row);
            NeedStanding.Spot spot = new NeedStanding.Spot(union.id(), union.place(), employer.section(), Map.of());
            for (Map.Entry<NeedTally.Of, Long> count : Map.of(
                            NeedTally.Of.UNIONS,
                            1L,
                            NeedTally.Of.ACTIVE,
                            isLively ? 1L : 0L,
                            NeedTally.Of.MEMBERS,
                            union.members())
                    .entrySet()) {
                tallies.add(spot, count.getKey(), count.getValue());
                tallies.add(spot, "ownership", employer.ownership(), count.getKey(), count.getValue());
            }
        }
        return tallies.cells();
    }

    private static Employer employer(NeedStanding standing, @Nullable UnionRow row) {
        String code = row == null || !row.unionType().equals("1") ? null : row.employerCode();
        return standing.employer(
                code == null ? Employer.NONE : standing.successions().current(code));
    }

    private static boolean isElected(UnionRow row, LocalDate asOf) {
        LocalDate election = row.lastElectionOn();
        Long term = row.termYears();
        return election != null
                && term != null
                && !election.isAfter(asOf)
                && election.plusYears(term).isAfter(asOf);
    }

    private Set<String> funded(YearMonth month) {
        Set<String> funded = new HashSet<>();
        for (int back = 0;
                back < NeedIndicators.YEAR && !month.minusMonths(back).isBefore(first);
                back++) {
            for (Sighting<ReceiptRow> sighting :
                    receipts.getOrDefault(month.minusMonths(back), Map.of()).values()) {
                ReceiptRow row = sighting.row();
                String union = row.unionId();
                if (union != null && row.kind().equals(FUND) && row.amountFen() > 0) {
                    funded.add(union);
                }
            }
        }
        return funded;
    }
}
