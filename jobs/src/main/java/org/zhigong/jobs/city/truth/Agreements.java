package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.ScopeRow;

/** The agreements in force on a day, and whom each one binds. */
final class Agreements {

    /** An agreement in force with the scope rows that are valid on the day. */
    record InForce(AgreementRow row, List<ScopeRow> scope) {

        Level level() {
            return Level.ofCode(row.agreementLevel());
        }

        /** A wage agreement, or a general one with a wage chapter. */
        boolean coversWage() {
            return row.agreementKind().equals("2") || (row.agreementKind().equals("1") && row.hasWageChapter());
        }

        /** The employers that it names: its party, or those on its list. */
        Set<String> named(Successions successions) {
            Set<String> named = new HashSet<>();
            String party = row.employerCode();
            if (level() == Level.ENTERPRISE && party != null) {
                named.add(successions.current(party));
            }
            for (ScopeRow line : scope) {
                String listed = line.employerCode();
                if (line.scopeForm().equals("1") && listed != null) {
                    named.add(successions.current(listed));
                }
            }
            return named;
        }

        /** Whether one of its rules fits {@code employer} as it is on the day. */
        boolean hasRuleFor(Employer employer, Optional<String> sizeStat) {
            return scope.stream()
                    .filter(line -> line.scopeForm().equals("2"))
                    .anyMatch(
                            line -> (line.areaCode() == null || employer.place().isIn(line.areaCode()))
                                    && employer.isInIndustry(line.industryCode())
                                    && (line.sizeClass() == null || sizeStat.equals(Optional.of(line.sizeClass())))
                                    && (line.ownershipGroup() == null
                                            || line.ownershipGroup().equals(employer.ownership())));
        }
    }

    private final List<InForce> inForce = new ArrayList<>();
    private final List<StatedTotal> stated = new ArrayList<>();

    Agreements(MonthRows rows) {
        for (AgreementRow row : rows.agreements()) {
            List<EventRow> events = rows.events().getOrDefault(row.agreementId(), List.of());
            if (!isInForce(row, events, rows.asOf())) {
                continue;
            }
            List<ScopeRow> scope = rows.scopes().getOrDefault(row.agreementId(), List.of());
            InForce agreement = new InForce(
                    row,
                    scope.stream().filter(line -> isValid(line, rows.asOf())).toList());
            inForce.add(agreement);
            Long workers = row.statedWorkers();
            if (agreement.level() != Level.ENTERPRISE && scope.isEmpty() && workers != null) {
                stated.add(statedTotal(agreement, workers));
            }
        }
    }

    List<InForce> inForce() {
        return inForce;
    }

    /** Those of which only totals are known. */
    List<StatedTotal> stated() {
        return stated;
    }

    /** Half-open: in force from the day of its effect, no longer on the day of its end. */
    static boolean isInForce(AgreementRow row, List<EventRow> events, LocalDate asOf) {
        Optional<LocalDate> effective = effectiveFrom(row, events, asOf);
        if (effective.isEmpty() || effective.get().isAfter(asOf)) {
            return false;
        }
        LocalDate end = row.termEnd();
        boolean isOver = end == null ? !row.isAutoRenewal() : !asOf.isBefore(end);
        boolean isTerminated = days(events, "TERMINATED", asOf).findAny().isPresent();
        return !isOver && !isTerminated;
    }

    /** Not before its term, its signature, and the days for objections after filing; never, if there was one. */
    static Optional<LocalDate> effectiveFrom(AgreementRow row, List<EventRow> events, LocalDate asOf) {
        Optional<LocalDate> filed = days(events, "FILED", asOf).max(LocalDate::compareTo);
        if (filed.isEmpty()) {
            return Optional.empty();
        }
        LocalDate unopposed = filed.get().plusDays(Rules.OBJECTION_DAYS);
        boolean isOpposed =
                days(events, "OBJECTED", asOf).anyMatch(day -> !day.isBefore(filed.get()) && !day.isAfter(unopposed));
        if (isOpposed) {
            return Optional.empty();
        }
        return Stream.of(row.termStart(), row.signedOn(), unopposed).max(LocalDate::compareTo);
    }

    private static Stream<LocalDate> days(List<EventRow> events, String type, LocalDate asOf) {
        return events.stream()
                .filter(event -> event.eventType().equals(type))
                .map(EventRow::eventOn)
                .filter(day -> !day.isAfter(asOf));
    }

    private static boolean isValid(ScopeRow line, LocalDate asOf) {
        return !line.validFrom().isAfter(asOf)
                && (line.validTo() == null || line.validTo().isAfter(asOf));
    }

    private static StatedTotal statedTotal(InForce agreement, long workers) {
        AgreementRow row = agreement.row();
        boolean isIndustry = agreement.level() == Level.INDUSTRY;
        return new StatedTotal(
                row.agreementId(),
                agreement.level(),
                agreement.coversWage(),
                workers,
                row.statedUnits() == null ? 0 : row.statedUnits(),
                row.areaCode(),
                isIndustry ? row.industryCode() : null);
    }
}
