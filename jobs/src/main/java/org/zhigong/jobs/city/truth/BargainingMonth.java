package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.Vote;
import org.zhigong.jobs.city.feed.WageTerms;
import org.zhigong.jobs.city.truth.BargainingRow.Count;

/** What happened in a month's bargaining, step by step as the law names them. */
final class BargainingMonth {

    private static final String BY_UNION = "1";
    private static final String IN_WRITING = "1";
    private static final int YEAR = 12;

    private final MonthRows rows;
    private final BargainingParties parties;
    private final Map<String, AgreementRow> register;
    private final Map<String, Long> concerned;
    private final List<BargainingStep> steps = new ArrayList<>();

    private BargainingMonth(MonthRows rows, MonthState state) {
        this.rows = rows;
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        parties = new BargainingParties(state.employers(), successions);
        register = rows.agreements().stream().collect(Collectors.toMap(AgreementRow::agreementId, row -> row));
        concerned = concerned(state, new Agreements(rows), successions);
    }

    static List<BargainingStep> of(MonthRows rows, MonthState state) {
        BargainingMonth month = new BargainingMonth(rows, state);
        rows.events().forEach(month::talks);
        rows.agreements().forEach(month::agreement);
        return month.steps;
    }

    /** Workers by agreement: of all employers that it binds, or as many as it states where it names nobody. */
    private static Map<String, Long> concerned(MonthState state, Agreements agreements, Successions successions) {
        Map<String, Long> concerned = new HashMap<>();
        Bindings bindings = new Bindings(agreements.inForce(), successions);
        for (EmployerMonth employer : state.employers()) {
            Set<String> binding = new HashSet<>();
            if (employer.isInScope()) {
                bindings.agreementsOf(employer.employer(), employer.sizeStat())
                        .forEach(agreement -> binding.add(agreement.row().agreementId()));
            }
            binding.forEach(agreement -> concerned.merge(agreement, employer.workers(), Long::sum));
        }
        state.stated().forEach(total -> concerned.put(total.agreementId(), total.workers()));
        return concerned;
    }

    private void talks(String agreementId, List<EventRow> events) {
        for (EventRow event : events) {
            Optional<AgreementRow> known = Optional.ofNullable(register.get(agreementId));
            BargainingParties.Party party = parties.of(event, known);
            if (event.eventType().equals("OPENED") && isInMonth(event.eventOn())) {
                boolean isByUnion = firstOffer(events, event)
                        .filter(offer -> BY_UNION.equals(offer.side()) && IN_WRITING.equals(offer.form()))
                        .isPresent();
                steps.add(party.step(BargainingRow.of(party.id())
                        .add(Count.ROUNDS, 1)
                        .addIf(isByUnion, Count.ROUNDS_BY_UNION)
                        .add(Count.ROUND_WORKERS, party.workers())));
            }
            LocalDate due = event.eventOn().plusDays(Rules.ANSWER_DAYS);
            if (event.eventType().equals("OFFERED") && isInMonth(due)) {
                steps.add(party.step(offer(party, event, isAnswered(events, event, due))));
            }
        }
    }

    /** The first offer since the round before. */
    private static Optional<EventRow> firstOffer(List<EventRow> events, EventRow opening) {
        Optional<LocalDate> before = events.stream()
                .filter(event -> event.eventType().equals("OPENED"))
                .map(EventRow::eventOn)
                .filter(day -> day.isBefore(opening.eventOn()))
                .max(Comparator.naturalOrder());
        return events.stream()
                .filter(event -> event.eventType().equals("OFFERED"))
                .filter(offer -> !offer.eventOn().isAfter(opening.eventOn()))
                .filter(offer -> before.isEmpty() || offer.eventOn().isAfter(before.get()))
                .min(Comparator.comparing(EventRow::eventOn));
    }

    private static boolean isAnswered(List<EventRow> events, EventRow offer, LocalDate due) {
        return events.stream()
                .filter(event -> event.eventType().equals("ANSWERED"))
                .filter(answer -> IN_WRITING.equals(answer.form()))
                .filter(answer -> answer.side() != null && !answer.side().equals(offer.side()))
                .anyMatch(answer -> !answer.eventOn().isBefore(offer.eventOn())
                        && !answer.eventOn().isAfter(due));
    }

    private static BargainingRow offer(BargainingParties.Party party, EventRow offer, boolean isAnswered) {
        boolean isByUnion = BY_UNION.equals(offer.side());
        BargainingRow row = BargainingRow.of(party.id())
                .add(Count.OFFERS, 1)
                .addIf(isAnswered, Count.OFFERS_ANSWERED)
                .add(Count.OFFER_WORKERS, party.workers());
        return isByUnion
                ? row.add(Count.UNION_OFFERS, 1)
                        .addIf(isAnswered, Count.UNION_OFFERS_ANSWERED)
                        .add(Count.UNION_OFFER_WORKERS, party.workers())
                : row;
    }

    private void agreement(AgreementRow agreement) {
        List<EventRow> events = rows.events().getOrDefault(agreement.agreementId(), List.of());
        BargainingParties.Party party = parties.of(agreement, concerned.getOrDefault(agreement.agreementId(), 0L));
        BargainingRow row = BargainingRow.of(party.id());
        process(row, agreement, events, party.workers());
        renewal(row, agreement, events, party.workers());
        effect(row, agreement, events, party.workers());
        Optional<String> endsIn = endsIn(agreement, events);
        if (endsIn.isPresent()) {
            row.add(Count.ENDING, 1).add(Count.ENDING_WORKERS, party.workers());
        }
        if (!row.numbers().isEmpty()) {
            steps.add(party.step(row, endsIn));
        }
    }

    private void process(BargainingRow row, AgreementRow agreement, List<EventRow> events, long workers) {
        LocalDate signedOn = agreement.signedOn();
        if (!isInMonth(signedOn.plusDays(Rules.FILING_DAYS + Rules.OBJECTION_DAYS))) {
            return;
        }
        Optional<Vote> vote = events.stream()
                .filter(event -> event.eventType().equals("ADOPTED"))
                .filter(event -> !event.eventOn().isAfter(signedOn))
                .max(Comparator.comparing(EventRow::eventOn))
                .map(EventRow::vote);
        Optional<LocalDate> filedOn =
                days(events, "FILED").filter(day -> !day.isBefore(signedOn)).min(Comparator.naturalOrder());
        boolean isPresent =
                vote.filter(one -> one.present() * 3 >= one.all() * 2).isPresent();
        boolean isMajority = vote.filter(one -> one.inFavour() * 2 > one.all()).isPresent();
        boolean isFiled = filedOn.filter(day -> !day.isAfter(signedOn.plusDays(Rules.FILING_DAYS)))
                .isPresent();
        boolean isUnopposed = filedOn.filter(filed -> days(events, "OBJECTED")
                        .noneMatch(day -> !day.isBefore(filed) && !day.isAfter(filed.plusDays(Rules.OBJECTION_DAYS))))
                .isPresent();
        row.add(Count.JUDGED, 1)
                .add(Count.JUDGED_WORKERS, workers)
                .addIf(isPresent, Count.TWO_THIRDS_PRESENT)
                .addIf(isMajority, Count.MAJORITY_FOR)
                .addIf(isFiled, Count.FILED_IN_TIME)
                .addIf(isUnopposed, Count.UNOPPOSED)
                .addIf(isPresent && isMajority && isFiled && isUnopposed, Count.IN_ORDER);
    }

    private void renewal(BargainingRow row, AgreementRow agreement, List<EventRow> events, long workers) {
        LocalDate end = agreement.termEnd();
        if (end == null || days(events, "TERMINATED").anyMatch(day -> day.isBefore(end))) {
            return;
        }
        LocalDate gapEnd = end.plusDays(Rules.GAP_DAYS);
        if (!isInMonth(end) && !isInMonth(gapEnd)) {
            return;
        }
        Optional<LocalDate> next = next(agreement.agreementId());
        boolean isRenewed = next.filter(day -> !day.isAfter(end)).isPresent();
        if (isInMonth(end)) {
            row.add(Count.ENDED, 1).add(Count.ENDED_WORKERS, workers).addIf(isRenewed, Count.RENEWED);
        }
        if (isInMonth(gapEnd)) {
            boolean isLater =
                    !isRenewed && next.filter(day -> !day.isAfter(gapEnd)).isPresent();
            row.add(Count.GAPS_OVER, 1).add(Count.GAP_WORKERS, workers).addIf(isLater, Count.RENEWED_AFTER_GAP);
        }
    }

    /** When the first of the agreements that renew it takes effect. */
    private Optional<LocalDate> next(String agreementId) {
        return register.values().stream()
                .filter(other -> agreementId.equals(other.predecessorId()))
                .flatMap(other -> effectiveFrom(other).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> effectiveFrom(AgreementRow agreement) {
        return Agreements.effectiveFrom(
                agreement, rows.events().getOrDefault(agreement.agreementId(), List.of()), rows.asOf());
    }

    private void effect(BargainingRow row, AgreementRow agreement, List<EventRow> events, long workers) {
        Optional<LocalDate> effective = Agreements.effectiveFrom(agreement, events, rows.asOf());
        if (effective.isEmpty() || !isInMonth(effective.get())) {
            return;
        }
        WageTerms wages = agreement.wages();
        if (agreement.agreementKind().equals("2")
                || (agreement.agreementKind().equals("1") && agreement.hasWageChapter())) {
            @Nullable Long floor = wages.floorFen();
            row.add(Count.WAGE_EFFECTS, 1)
                    .add(Count.WAGE_EFFECT_WORKERS, workers)
                    .addIf(floor != null && Rules.isLawfulFloor(floor, effective.get()), Count.FLOORS_KEPT);
        }
        @Nullable Long headcount = wages.headcount();
        @Nullable Long before = wages.beforeMeanFen();
        @Nullable Long after = wages.afterMeanFen();
        if (headcount != null && before != null && after != null && headcount > 0 && before > 0) {
            row.add(Count.NEGOTIATED_WORKERS, headcount)
                    .add(Count.WAGES_BEFORE, headcount * before)
                    .add(Count.WAGES_RISE, headcount * (after - before));
        }
    }

    private Optional<String> endsIn(AgreementRow agreement, List<EventRow> events) {
        LocalDate end = agreement.termEnd();
        if (end == null || !Agreements.isInForce(agreement, events, rows.asOf())) {
            return Optional.empty();
        }
        long months = (end.getYear() - (long) rows.month().getYear()) * YEAR
                + end.getMonthValue()
                - rows.month().getMonthValue();
        return months >= 1 && months <= YEAR ? Optional.of("%02d".formatted(months)) : Optional.empty();
    }

    private static Stream<LocalDate> days(List<EventRow> events, String type) {
        return events.stream().filter(event -> event.eventType().equals(type)).map(EventRow::eventOn);
    }

    private boolean isInMonth(LocalDate day) {
        return YearMonth.from(day).equals(rows.month());
    }
}
