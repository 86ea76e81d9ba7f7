package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.jobs.city.feed.ReceiptRow;

/** What the months so far tell of the fund: who owed what, what came in when, who was unionised. */
final class FundHistory {

    private static final String FUND = "1";
    private static final String PREPARATORY = "2";
    private static final int COHORT_MONTHS = 24;

    /** A month of it, by the codes of that month. */
    private record Month(YearMonth month, Map<String, Long> due, List<ReceiptRow> receipts, Set<String> unionised) {}

    /** What an employer owes beyond thirty days, and the fee on it. */
    record Arrears(long fen, long feeFen) {

        Arrears plus(Arrears other) {
            return new Arrears(fen + other.fen, feeFen + other.feeFen);
        }
    }

    private final List<Month> months = new ArrayList<>();

    /** Remembers a month; receipts go by the newest code of that month. */
    void add(MonthRows rows, MonthState state) {
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        Map<String, Long> due = new HashMap<>();
        state.fund()
                .forEach(placed ->
                        due.put(placed.row().employerId(), placed.row().dueFen()));
        List<ReceiptRow> receipts = new ArrayList<>();
        for (ReceiptRow receipt : rows.receipts()) {
            receipts.add(receipt.paidBy(successions.current(receipt.employerCode())));
        }
        Set<String> unionised = new HashSet<>();
        state.employers().stream()
                .filter(EmployerMonth::isUnionised)
                .forEach(month -> unionised.add(month.employer().id()));
        months.add(new Month(rows.month(), due, receipts, unionised));
    }

    /** Who is in arrears on {@code asOf}, by the codes of that day. */
    Map<String, Arrears> arrears(LocalDate asOf, Successions successions) {
        Map<String, Arrears> arrears = new HashMap<>();
        for (Month month : months) {
            long daysLate = ChronoUnit.DAYS.between(Rules.dueOn(month.month()), asOf);
            if (daysLate <= Rules.ARREARS_DAYS) {
                continue;
            }
            Map<String, Long> outstanding = new HashMap<>();
            month.due().forEach((employer, fen) -> outstanding.merge(successions.current(employer), fen, Long::sum));
            for (ReceiptRow receipt : month.receipts()) {
                if (receipt.kind().equals(FUND) && !receipt.receivedOn().isAfter(asOf)) {
                    outstanding.merge(successions.current(receipt.employerCode()), -receipt.amountFen(), Long::sum);
                }
            }
            outstanding.forEach((employer, fen) -> {
                if (fen > 0) {
                    arrears.merge(employer, new Arrears(fen, Rules.lateFeeFen(fen, daysLate)), Arrears::plus);
                }
            });
        }
        return arrears;
    }

    /** Whose first preparatory payment lies two years back in {@code month}, and whether it was unionised since. */
    Map<String, Boolean> cohort(YearMonth month, Successions successions) {
        Map<String, LocalDate> first = new HashMap<>();
        for (Month known : months) {
            for (ReceiptRow receipt : known.receipts()) {
                if (receipt.kind().equals(PREPARATORY) && receipt.amountFen() > 0) {
                    first.merge(
                            successions.current(receipt.employerCode()),
                            receipt.receivedOn(),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        Map<String, Boolean> cohort = new HashMap<>();
        first.forEach((employer, paidOn) -> {
            LocalDate complete = paidOn.plusMonths(COHORT_MONTHS);
            if (YearMonth.from(complete).equals(month)) {
                cohort.put(employer, wasUnionised(employer, paidOn, complete, successions));
            }
        });
        return cohort;
    }

    private boolean wasUnionised(String employer, LocalDate from, LocalDate to, Successions successions) {
        return months.stream()
                .filter(known -> !known.month().atEndOfMonth().isBefore(from)
                        && !known.month().atEndOfMonth().isAfter(to))
                .anyMatch(known -> known.unionised().stream()
                        .anyMatch(code -> successions.current(code).equals(employer)));
    }
}
