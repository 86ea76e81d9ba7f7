package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.feed.UnionRow;

/** Reads what stands at the end of each month from the deliveries known. */
final class Extracts {

    private static final int ONE_MONTH = 1;
    private static final int TWO_MONTHS = 2;

    private record TwoKeys(Object one, Object other) {}

    private final Register<String, EmployerRow> employers;
    private final Register<String, HeadcountRow> headcounts;
    private final Register<String, UnionRow> unions;
    private final Register<TwoKeys, CoveredUnitRow> coveredUnits;
    private final Register<TwoKeys, MemberRow> members;
    private final Register<String, AgreementRow> agreements;
    private final Register<TwoKeys, ScopeRow> scopes;
    private final Set<EventRow> events;
    private final Map<YearMonth, Map<TwoKeys, Sighting<ReceiptRow>>> receipts;

    Extracts(KnownDeliveries known) {
        employers = new Register<>(
                known, Feed.EMPLOYERS, EmployerRow.class, ONE_MONTH, EmployerRow::creditCode, EmployerRow::updatedOn);
        headcounts = new Register<>(
                known, Feed.HEADCOUNT, HeadcountRow.class, TWO_MONTHS, HeadcountRow::employerCode, Extracts::never);
        unions = new Register<>(known, Feed.UNIONS, UnionRow.class, ONE_MONTH, UnionRow::unionId, UnionRow::updatedOn);
        coveredUnits = new Register<>(
                known,
                Feed.COVERED_UNITS,
                CoveredUnitRow.class,
                ONE_MONTH,
                row -> new TwoKeys(row.unionId(), row.employerCode()),
                Extracts::never);
        members = new Register<>(
                known,
                Feed.MEMBERS,
                MemberRow.class,
                ONE_MONTH,
                row -> new TwoKeys(row.personNumber(), row.unionId()),
                MemberRow::updatedOn);
        agreements = new Register<>(
                known,
                Feed.AGREEMENTS,
                AgreementRow.class,
                ONE_MONTH,
                AgreementRow::agreementId,
                AgreementRow::updatedOn);
        scopes = new Register<>(
                known,
                Feed.AGREEMENT_SCOPE,
                ScopeRow.class,
                ONE_MONTH,
                row -> new TwoKeys(row.agreementId(), row.scopeNo()),
                Extracts::never);
        events = new HashSet<>();
        known.events(Feed.AGREEMENT_EVENTS, EventRow.class, (delivery, row) -> events.add(row));
        receipts = receipts(known);
    }

    /** What stands at the end of {@code month}. Months are asked for in order, none left out. */
    MonthRows at(YearMonth month) {
        Map<String, UnionRow> standingUnions = new HashMap<>();
        unions.at(month).forEach((id, sighting) -> standingUnions.put(id, sighting.row()));
        Map<String, List<EventRow>> happened = events.stream()
                .filter(event -> !event.eventOn().isAfter(month.atEndOfMonth()))
                .collect(Collectors.groupingBy(EventRow::agreementId));
        return new MonthRows(
                month,
                rows(employers.at(month).values()),
                headcounts.at(month).values(),
                standingUnions,
                rows(coveredUnits.at(month).values()),
                members.at(month).values(),
                rows(agreements.at(month).values()),
                rows(scopes.at(month).values()).stream().collect(Collectors.groupingBy(ScopeRow::agreementId)),
                happened,
                rows(receipts.getOrDefault(month, Map.of()).values()));
    }

    /** By the month of the payroll they pay for; of two with one number and line the later delivered. */
    private static Map<YearMonth, Map<TwoKeys, Sighting<ReceiptRow>>> receipts(KnownDeliveries known) {
        Map<YearMonth, Map<TwoKeys, Sighting<ReceiptRow>>> receipts = new HashMap<>();
        long[] line = {0};
        known.events(Feed.RECEIPTS, ReceiptRow.class, (delivery, row) -> {
            Sighting<ReceiptRow> sighting = new Sighting<>(
                    row, row.payrollMonth(), delivery.receivedOn(), known.hashOf(delivery), null, line[0]++);
            receipts.computeIfAbsent(row.payrollMonth(), month -> new HashMap<>())
                    .merge(new TwoKeys(row.receiptNo(), row.lineNo()), sighting, Sighting::stronger);
        });
        return receipts;
    }

    private static <R extends FeedRow> List<R> rows(Collection<Sighting<R>> sightings) {
        List<R> rows = new ArrayList<>(sightings.size());
        sightings.forEach(sighting -> rows.add(sighting.row()));
        return rows;
    }

    private static <R> @Nullable LocalDate never(R row) {
        return null;
    }
}
