package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.truth.NeedEvents.Asked;
import org.zhigong.jobs.city.truth.NeedEvents.Served;

/** The figures of needs and services, month by month in order. */
final class NeedTruth {

    private static final int YEAR = NeedIndicators.YEAR;

    /** How many months back a request may have been opened that is closed now. */
    private static final int CLOSABLE = 13;

    private static final int MATCHABLE = 4;

    private final KnownDeliveries known;
    private final NeedEvents events;
    private final NeedStocks stocks = new NeedStocks();
    private final NeedUnions unions;

    NeedTruth(KnownDeliveries known) {
        this.known = known;
        events = new NeedEvents(known);
        unions = new NeedUnions(known);
    }

    /** Says the figures of all periods that end with the month of {@code state}. */
    void add(Figures figures, MonthRows rows, MonthState state) {
        NeedStanding standing = new NeedStanding(rows, state);
        YearMonth month = state.month();
        events.enter(standing);
        stocks.enter(state);
        List<Period> all = Period.endingWith(month);
        List<Period> longer = all.stream().filter(period -> period.months() > 1).toList();
        long ofServices = known.monthsKnown(Set.of(Feed.SERVICES), month);
        NeedTallies services = services(standing);
        figures.add(NeedIndicators.reach(), services.cells(), all, ofServices);
        if (longer.isEmpty()) {
            return;
        }
        long ofRequests = known.monthsKnown(Set.of(Feed.REQUESTS), month);
        NeedIndicators.ofSpells().forEach(indicator -> figures.add(indicator, services.cells(), longer, ofServices));
        figures.add(NeedIndicators.reachByClass(), servicesByClass(standing).cells(), longer, ofServices);
        Map<Cell, List<NeedTally>> needs = needs(standing).cells();
        NeedIndicators.ofNeeds().forEach(indicator -> figures.add(indicator, needs, longer, ofRequests));
        figures.add(NeedIndicators.ofNeedClasses(), needsByClass(standing).cells(), longer, ofRequests);
        long ofUnions = known.monthsKnown(Set.of(Feed.RECEIPTS, Feed.SERVICES), month);
        Map<Cell, List<NeedTally>> living = unions.cells(standing, rows, events.served(month, YEAR));
        figures.add(NeedIndicators.livingUnions(), living, longer, ofUnions);
        longer.forEach(period -> addRequests(figures, period, ofRequests));
    }

    private void addRequests(Figures figures, Period period, long monthsKnown) {
        Map<Cell, List<NeedTally>> cells = requests(period).cells();
        Map<Cell, List<Asked>> closed = closed(period);
        for (TrueIndicator<NeedTally> indicator : NeedIndicators.ofRequests()) {
            figures.add(indicator.window(period.months()), cells, List.of(period), monthsKnown);
        }
        for (TrueQuantile<Asked> quantile : NeedIndicators.ofHours()) {
            TrueQuantile<Asked> windowed = new TrueQuantile<>(
                    quantile.about(),
                    quantile.breakdowns(),
                    quantile.percent(),
                    quantile.amount(),
                    quantile.contributor(),
                    quantile.persons(),
                    period.months());
            figures.add(windowed, closed, List.of(period), monthsKnown);
        }
    }

    private NeedTallies requests(Period period) {
        NeedTallies tallies = new NeedTallies();
        for (YearMonth month = period.first(); !month.isAfter(period.last()); month = month.plusMonths(1)) {
            List<Served> services = events.served(month, MATCHABLE);
            for (Asked asked : events.asked(month, CLOSABLE)) {
                if (!services.isEmpty() && isIn(month, NeedRules.matchBy(asked.row()))) {
                    judge(tallies, asked, services);
                }
                if (isIn(month, NeedRules.due(asked.row()).toLocalDate())) {
                    add(tallies, asked, NeedTally.Of.DUE, true);
                    add(tallies, asked, NeedTally.Of.IN_TIME, NeedRules.isClosedInTime(asked.row()));
                }
            }
        }
        return tallies;
    }

    private static void judge(NeedTallies tallies, Asked asked, List<Served> services) {
        Long person = asked.row().personNumber();
        Predicate<Served> serves = served -> served.isDelivery()
                && person != null
                && served.row().personNumber() == person
                && served.row().serviceClass().equals(asked.need())
                && !served.row().deliveredOn().isBefore(asked.openedOn())
                && !served.row().deliveredOn().isAfter(NeedRules.matchBy(asked.row()));
        boolean isMatched = services.stream().anyMatch(serves);
        boolean isKnown = person != null && asked.row().needClass() != null;
        add(tallies, asked, NeedTally.Of.JUDGED, true);
        add(tallies, asked, NeedTally.Of.MATCHED, isMatched);
        add(tallies, asked, NeedTally.Of.JUDGED_KNOWN, isKnown);
        add(tallies, asked, NeedTally.Of.MATCHED_KNOWN, isKnown && isMatched);
    }

    private static void add(NeedTallies tallies, Asked asked, NeedTally.Of what, boolean counts) {
        if (counts) {
            tallies.add(asked.spot(), what, 1);
            tallies.add(asked.spot(), "need_class", asked.need(), what, 1);
        }
    }

    private Map<Cell, List<Asked>> closed(Period period) {
        Map<Cell, List<Asked>> cells = new HashMap<>();
        cells.put(Cell.CITY, new ArrayList<>());
        cells.put(Cell.CITY_OF_REPORTING, new ArrayList<>());
        for (YearMonth month = period.first(); !month.isAfter(period.last()); month = month.plusMonths(1)) {
            for (Asked asked : events.asked(month, CLOSABLE)) {
                var closedAt = asked.row().closedAt();
                if (closedAt != null && isIn(month, closedAt.toLocalDate())) {
                    Place place = asked.spot().place();
                    List<Cell> in = new ArrayList<>(Cell.of(place, Cell.NO_BREAKDOWN, "all"));
                    in.addAll(Cell.of(place, "need_class", asked.need()));
                    in.forEach(cell -> cells.computeIfAbsent(cell, missing -> new ArrayList<>())
                            .add(asked));
                }
            }
        }
        return cells;
    }

    private static boolean isIn(YearMonth month, LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    private NeedTallies needs(NeedStanding standing) {
        NeedTallies tallies = new NeedTallies();
        stocks.into(tallies, standing, NeedTally.Of.WORKER_STOCKS);
        Map<Long, Asked> latest = new HashMap<>();
        for (Asked asked : events.asked(standing.month(), YEAR)) {
            tallies.add(asked.spot(), NeedTally.Of.REQUESTS, 1);
            tallies.add(asked.spot(), NeedTally.Of.CODED, asked.row().needClass() == null ? 0 : 1);
            Long person = asked.row().personNumber();
            if (person != null) {
                latest.merge(person, asked, NeedTruth::later);
            }
        }
        latest.values().forEach(asked -> tallies.add(asked.spot(), NeedTally.Of.ASKING, 1));
        for (Need need : needsOf(standing.month())) {
            tallies.add(need.latest().spot(), NeedTally.Of.NEEDS, 1);
            tallies.add(need.latest().spot(), "need_class", need.latest().need(), NeedTally.Of.NEEDS, 1);
            long unmet = need.isUnmet() ? 1 : 0;
            tallies.add(need.latest().spot(), NeedTally.Of.UNMET, unmet);
            tallies.add(need.latest().spot(), "need_class", need.latest().need(), NeedTally.Of.UNMET, unmet);
        }
        return tallies;
    }

    private NeedTallies needsByClass(NeedStanding standing) {
        NeedTallies tallies = new NeedTallies();
        stocks.into(tallies, standing, NeedTally.Of.WORKER_STOCKS);
        needsOf(standing.month())
                .forEach(need -> tallies.add(need.latest().spot(), need.latest().need(), NeedTally.Of.NEEDS, 1));
        return tallies;
    }

    /** What a person asked for in a class, and whether nothing of the class came since. */
    private record Need(Asked latest, boolean isUnmet) {}

    private List<Need> needsOf(YearMonth month) {
        Map<String, List<Asked>> byNeed = new HashMap<>();
        for (Asked asked : events.asked(month, YEAR)) {
            Long person = asked.row().personNumber();
            if (person != null) {
                byNeed.computeIfAbsent(person + " " + asked.need(), missing -> new ArrayList<>())
                        .add(asked);
            }
        }
        Map<String, LocalDate> lastServed = new HashMap<>();
        events.served(month, YEAR).stream()
                .filter(Served::isDelivery)
                .forEach(served -> lastServed.merge(
                        served.row().personNumber() + " " + served.row().serviceClass(),
                        served.row().deliveredOn(),
                        (one, other) -> one.isAfter(other) ? one : other));
        List<Need> needs = new ArrayList<>();
        byNeed.forEach((key, asked) -> {
            LocalDate first = asked.stream()
                    .map(Asked::openedOn)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate last = lastServed.get(key);
            Asked latest = asked.stream().reduce(NeedTruth::laterDay).orElseThrow();
            needs.add(new Need(latest, last == null || last.isBefore(first)));
        });
        return needs;
    }

    private static Asked later(Asked one, Asked other) {
        return Comparator.comparing((Asked asked) -> asked.row().openedAt())
                                .thenComparing(asked -> asked.row().requestId())
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static Asked laterDay(Asked one, Asked other) {
        return Comparator.comparing(Asked::openedOn)
                                .thenComparing(asked -> asked.row().requestId())
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private NeedTallies services(NeedStanding standing) {
        NeedTallies tallies = new NeedTallies();
        LocalDate asOf = standing.month().atEndOfMonth();
        stocks.into(tallies, standing, NeedTally.Of.MEMBER_STOCKS);
        Map<Long, Set<String>> served = servedClasses(standing.month());
        List<Served> all = events.served(standing.month());
        Set<Long> insured = NeedSpells.ofInsurance(all).on(asOf);
        standing.members().forEach((person, member) -> {
            boolean isEmployed = member.membershipStatus().equals("1");
            NeedStanding.Spot spot = standing.spot(null, person);
            tallies.add(spot, NeedTally.Of.MEMBERS, isEmployed ? 1 : 0);
            tallies.add(spot, NeedTally.Of.SERVED, served.containsKey(person) ? 1 : 0);
            tallies.add(spot, NeedTally.Of.INSURED, isEmployed && insured.contains(person) ? 1 : 0);
        });
        LocalDate windowStart = standing.month().minusMonths(YEAR - 1L).atDay(1);
        for (Served registered : NeedSpells.ofHardship(all).between(windowStart, asOf)) {
            boolean isHelped = served.getOrDefault(registered.row().personNumber(), Set.of())
                    .contains("31");
            tallies.add(registered.spot(), NeedTally.Of.IN_HARDSHIP, 1);
            tallies.add(registered.spot(), NeedTally.Of.HELPED, isHelped ? 1 : 0);
        }
        return tallies;
    }

    private NeedTallies servicesByClass(NeedStanding standing) {
        NeedTallies tallies = new NeedTallies();
        stocks.into(tallies, standing, NeedTally.Of.MEMBER_STOCKS);
        Map<Long, Set<String>> served = servedClasses(standing.month());
        standing.members().forEach((person, member) -> {
            NeedStanding.Spot spot = standing.spot(null, person);
            tallies.add(spot, NeedTally.Of.MEMBERS, member.membershipStatus().equals("1") ? 1 : 0);
            served.getOrDefault(person, Set.of())
                    .forEach(need -> tallies.add(spot, need, NeedTally.Of.SERVED_OF_CLASS, 1));
        });
        return tallies;
    }

    private Map<Long, Set<String>> servedClasses(YearMonth month) {
        Map<Long, Set<String>> served = new HashMap<>();
        events.served(month, YEAR).stream()
                .filter(Served::isDelivery)
                .forEach(each -> served.computeIfAbsent(each.row().personNumber(), missing -> new HashSet<>())
                        .add(each.row().serviceClass()));
        return served;
    }
}
