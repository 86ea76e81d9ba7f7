package org.zhigong.jobs.city.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Opening plus closing workers and members of the last twelve months, employer by employer. */
final class NeedStocks {

    private static final int MONTHS = 12;

    private static final Comparator<Employer> ORDER = Comparator.comparing(
                    (Employer employer) -> employer.place().street())
            .thenComparing(Employer::section);

    /** Month ends, the latest first. */
    private final Deque<Collection<EmployerMonth>> ends = new ArrayDeque<>();

    void enter(MonthState state) {
        ends.addFirst(List.copyOf(state.employers()));
        if (ends.size() > MONTHS + 1) {
            ends.removeLast();
        }
    }

    /** Adds the stocks as they are known at the end of the month of {@code now}. */
    void into(NeedTallies tallies, NeedStanding now, NeedTally.Of what) {
        boolean ofWorkers = what == NeedTally.Of.WORKER_STOCKS;
        Function<EmployerMonth, Long> all = ofWorkers
                ? EmployerMonth::workers
                : month -> month.members().all().members();
        BiFunction<EmployerMonth, Attribute, Map<String, Long>> parts =
                ofWorkers ? NeedStocks::workers : NeedStocks::members;
        Map<String, Employer> standing = standing(now.successions());
        int ago = 0;
        for (Collection<EmployerMonth> end : ends) {
            long times = times(ago);
            for (EmployerMonth month : end) {
                Employer employer =
                        standing.get(now.successions().current(month.employer().id()));
                if (employer != null) {
                    NeedStanding.Spot spot =
                            new NeedStanding.Spot(employer.id(), employer.place(), employer.section(), Map.of());
                    tallies.add(spot, what, times * all.apply(month));
                    for (Attribute attribute : Attribute.values()) {
                        parts.apply(month, attribute)
                                .forEach((value, count) ->
                                        tallies.add(spot, attribute.word(), value, what, times * count));
                    }
                }
            }
            ago++;
        }
    }

    /** How often the month end {@code ago} months back counts: it closes its month and opens the next. */
    private long times(int ago) {
        boolean isFirstKnown = ago == ends.size() - 1;
        return (ago < MONTHS ? 1L : 0L) + (ago > 0 ? 1L : 0L) + (ago < MONTHS && isFirstKnown ? 1L : 0L);
    }

    /** Each employer under its code of now, where it stood last. */
    private Map<String, Employer> standing(Successions successions) {
        Map<String, Employer> standing = new HashMap<>();
        for (Collection<EmployerMonth> end : ends) {
            List<Employer> employers = new ArrayList<>();
            end.forEach(month -> employers.add(month.employer()));
            employers.sort(ORDER);
            Map<String, Employer> found = new HashMap<>();
            for (Employer employer : employers) {
                String id = successions.current(employer.id());
                found.putIfAbsent(id, named(employer, id));
            }
            found.forEach(standing::putIfAbsent);
        }
        return standing;
    }

    private static Employer named(Employer employer, String id) {
        return new Employer(
                id,
                employer.place(),
                employer.unitType(),
                employer.industryCode(),
                employer.ownership(),
                employer.openedOn(),
                employer.isActive(),
                employer.revenueFen(),
                employer.assetsFen());
    }

    private static Map<String, Long> workers(EmployerMonth month, Attribute attribute) {
        return month.isInScope() ? attribute.workers(month.headcount()) : Map.of();
    }

    private static Map<String, Long> members(EmployerMonth month, Attribute attribute) {
        Map<String, Long> members = new HashMap<>();
        month.members().by(attribute).forEach((value, count) -> members.put(value, count.members()));
        return members;
    }
}
