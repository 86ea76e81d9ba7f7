package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;

/** Says what is true of arrears, dues, the preparatory fund and channels, month after month. */
final class FundTruth {

    private static final int YEAR = 12;

    private final Figures figures;
    private final FundHistory history = new FundHistory();
    private final NavigableMap<YearMonth, List<MonthState.Placed<Payer>>> lastYear = new TreeMap<>();
    private long monthsKnown;

    FundTruth(Figures figures) {
        this.figures = figures;
    }

    /** Adds the figures of periods that end with the month; of receipts once the month after is closed, too. */
    void close(MonthRows rows, MonthState state, boolean isNextClosed) {
        monthsKnown++;
        history.add(rows, state);
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        FundMonth month = new FundMonth(rows, state, successions);
        List<Period> periods = Period.endingWith(rows.month());
        Map<Cell, List<FundStanding>> standings = month.standings(history);
        FundIndicators.stocks().forEach(stock -> figures.add(stock, standings, List.of(), periods));
        figures.add(FundIndicators.cohort(), standings, periods.subList(0, 1), monthsKnown);
        lastYear.put(rows.month(), month.payers());
        lastYear.headMap(rows.month().minusMonths(YEAR), true).clear();
        if (isNextClosed) {
            receipts(rows.month());
        }
    }

    private void receipts(YearMonth month) {
        for (Period period : Period.endingWith(month)) {
            NavigableMap<YearMonth, List<MonthState.Placed<Payer>>> months =
                    lastYear.subMap(period.first(), true, month, true);
            Map<Cell, List<Payer>> cells = payers(months);
            List<TrueIndicator<Payer>> indicators = new ArrayList<>(FundIndicators.amounts());
            if (period.months() == 1) {
                indicators.addAll(FundIndicators.payers());
            }
            for (TrueIndicator<Payer> indicator : indicators) {
                if (months.size() == period.months()) {
                    figures.add(indicator, cells, List.of(), List.of(period));
                } else {
                    figures.addInsufficient(indicator, cells, period);
                }
            }
        }
    }

    /** Each payer once per cell, with its workers of the last month. */
    private static Map<Cell, List<Payer>> payers(NavigableMap<YearMonth, List<MonthState.Placed<Payer>>> months) {
        Map<Cell, Map<String, Payer>> byPayer = new LinkedHashMap<>();
        byPayer.put(Cell.CITY, new LinkedHashMap<>());
        byPayer.put(Cell.CITY_OF_REPORTING, new LinkedHashMap<>());
        months.forEach((month, rows) -> {
            for (MonthState.Placed<Payer> placed : rows) {
                Payer payer = month.equals(months.lastKey())
                        ? placed.row()
                        : placed.row().withoutWorkers();
                FundMonth.cells(placed)
                        .forEach(cell -> byPayer.computeIfAbsent(cell, missing -> new LinkedHashMap<>())
                                .merge(payer.employer(), payer, Payer::plus));
            }
        });
        Map<Cell, List<Payer>> cells = new LinkedHashMap<>();
        byPayer.forEach((cell, rows) -> cells.put(cell, List.copyOf(rows.values())));
        return cells;
    }

    /** One month by employer. */
    private static final class FundMonth {

        private final MonthRows rows;
        private final MonthState state;
        private final Successions successions;
        private final Map<String, EmployerMonth> employers = new HashMap<>();

        FundMonth(MonthRows rows, MonthState state, Successions successions) {
            this.rows = rows;
            this.state = state;
            this.successions = successions;
            state.employers().forEach(month -> employers.put(month.employer().id(), month));
        }

        Map<Cell, List<FundStanding>> standings(FundHistory history) {
            Map<String, FundHistory.Arrears> arrears = history.arrears(rows.asOf(), successions);
            Map<String, Boolean> cohort = history.cohort(rows.month(), successions);
            Map<String, long[]> members = members();
            Set<String> liable = state.fund().stream()
                    .map(placed -> placed.row().employerId())
                    .collect(Collectors.toSet());
            Set<String> all = new TreeSet<>(liable);
            all.addAll(arrears.keySet());
            all.addAll(cohort.keySet());
            all.addAll(members.keySet());
            Map<Cell, List<FundStanding>> cells = new LinkedHashMap<>();
            cells.put(Cell.CITY, new ArrayList<>());
            cells.put(Cell.CITY_OF_REPORTING, new ArrayList<>());
            for (String employer : all) {
                FundHistory.Arrears owed = arrears.getOrDefault(employer, new FundHistory.Arrears(0, 0));
                long[] paid = members.getOrDefault(employer, new long[2]);
                FundStanding standing = new FundStanding(
                        employer,
                        liable.contains(employer),
                        workers(employer),
                        owed.fen(),
                        owed.feeFen(),
                        paid[0],
                        paid[1],
                        cohort.containsKey(employer) ? 1 : 0,
                        cohort.getOrDefault(employer, false) ? 1 : 0);
                cells(placed(employer, standing))
                        .forEach(cell -> cells.computeIfAbsent(cell, missing -> new ArrayList<>())
                                .add(standing));
            }
            return cells;
        }

        /** By employer: members in employment, and those of them whose dues of the month are paid. */
        private Map<String, long[]> members() {
            Set<Long> payers = new HashSet<>();
            for (DuesRow dues : rows.dues()) {
                payers.add(dues.personNumber());
            }
            Map<String, long[]> members = new HashMap<>();
            for (MemberRow member : Memberships.inEmployment(rows.members(), rows.asOf())) {
                String code = member.employerCode();
                long[] counts = members.computeIfAbsent(
                        code == null ? Employer.NONE : successions.current(code), missing -> new long[2]);
                counts[0]++;
                counts[1] += payers.contains(member.personNumber()) ? 1 : 0;
            }
            return members;
        }

        List<MonthState.Placed<Payer>> payers() {
            Map<String, Map<String, Long>> amounts = new TreeMap<>();
            for (ReceiptRow receipt : rows.receipts()) {
                if (receipt.kind().equals("1") || receipt.kind().equals("2")) {
                    amounts.computeIfAbsent(successions.current(receipt.employerCode()), payer -> new TreeMap<>())
                            .merge(channel(receipt), receipt.amountFen(), Long::sum);
                }
            }
            List<MonthState.Placed<Payer>> payers = new ArrayList<>();
            amounts.forEach((employer, byChannel) -> {
                byChannel.values().removeIf(fen -> fen <= 0);
                Map<String, Long> once = new TreeMap<>();
                byChannel.keySet().forEach(channel -> once.put(channel, 1L));
                if (!byChannel.isEmpty()) {
                    payers.add(placed(employer, new Payer(employer, byChannel, once, workers(employer))));
                }
            });
            return payers;
        }

        private static String channel(ReceiptRow receipt) {
            if (receipt.kind().equals("2")) {
                return Payer.PREPARATORY;
            }
            return switch (receipt.channel()) {
                case "1" -> "tax";
                case "2" -> "fiscal";
                case "3" -> "own";
                default -> "unknown";
            };
        }

        private long workers(String employer) {
            EmployerMonth month = employers.get(employer);
            return month == null ? 0 : month.workers();
        }

        private <R> MonthState.Placed<R> placed(String employer, R row) {
            EmployerMonth month = employers.get(employer);
            return month == null
                    ? new MonthState.Placed<>(Place.UNALLOCATED, Employer.UNKNOWN, Employer.UNKNOWN, "none", row)
                    : new MonthState.Placed<>(
                            month.employer().place(),
                            month.employer().section(),
                            month.employer().ownership(),
                            month.sizeClass(),
                            row);
        }

        /** Nothing of these is stated for streets. */
        private static List<Cell> cells(MonthState.Placed<?> placed) {
            List<Cell> cells = new ArrayList<>(Cell.of(placed.place(), Cell.NO_BREAKDOWN, "all"));
            cells.addAll(Cell.of(placed.place(), "industry", placed.industry()));
            cells.addAll(Cell.of(placed.place(), "ownership", placed.ownership()));
            cells.removeIf(cell -> cell.level().equals("street"));
            return cells;
        }
    }
}
