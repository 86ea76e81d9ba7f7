package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Collection<EventRow> events;
    private final Map<YearMonth, Map<TwoKeys, Sighting<ReceiptRow>>> receipts;
    private final Map<YearMonth, Map<TwoKeys, Sighting<DuesRow>>> dues;

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
        events = events(known);
        receipts = receipts(known);
        dues = dues(known);
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
                rows(receipts.getOrDefault(month, Map.of()).values()),
                dues(month));
    }

    /** Of two of one kind, agreement and day the later delivered. */
    private static Collection<EventRow> events(KnownDeliveries known) {
        Map<List<Object>, Sighting<EventRow>> events = new HashMap<>();
        long[] line = {0};
        known.events(Feed.AGREEMENT_EVENTS, EventRow.class, (delivery, row) -> {
            Sighting<EventRow> sighting = new Sighting<>(
                    row, YearMonth.from(row.eventOn()), delivery.receivedOn(), known.hashOf(delivery), null, line[0]++);
            events.merge(List.of(row.agreementId(), row.eventType(), row.eventOn()), sighting, Sighting::stronger);
        });
        return rows(events.values());
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

    /** By the first month that they pay for; of two with one number and line the later delivered. */
    private static Map<YearMonth, Map<TwoKeys, Sighting<DuesRow>>> dues(KnownDeliveries known) {
        Map<YearMonth, Map<TwoKeys, Sighting<DuesRow>>> dues = new HashMap<>();
        long[] line = {0};
        known.events(Feed.DUES, DuesRow.class, (delivery, row) -> {
            Sighting<DuesRow> sighting =
                    new Sighting<>(row, row.spanFrom(), delivery.receivedOn(), known.hashOf(delivery), null, line[0]++);
            dues.computeIfAbsent(row.spanFrom(), month -> new HashMap<>())
                    .merge(new TwoKeys(row.receiptNo(), row.lineNo()), sighting, Sighting::stronger);
        });
        return dues;
    }

    private List<DuesRow> dues(YearMonth month) {
        List<DuesRow> paying = new ArrayList<>();
        dues.forEach((from, rows) -> {
            if (!from.isAfter(month)) {
                rows.values().stream()
                        .map(Sighting::row)
                        .filter(row -> !row.spanTo().isBefore(month))
                        .forEach(paying::add);
            }
        });
        return paying;
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
