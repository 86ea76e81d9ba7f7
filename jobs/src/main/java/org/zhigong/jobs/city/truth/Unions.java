package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.UnionRow;

/** The unions that live at the end of a month, and the employers that each one reaches. */
final class Unions {

    private final Map<String, UnionRow> living = new HashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();

    Unions(MonthRows rows, Successions successions) {
        rows.unions().values().stream()
                .filter(union -> lives(union, rows.asOf()))
                .forEach(union -> living.put(union.unionId(), union));
        for (UnionRow union : living.values()) {
            String employer = union.employerCode();
            if (union.unionType().equals("1") && employer != null) {
                reach(union, successions.current(employer));
            }
        }
        for (CoveredUnitRow unit : rows.coveredUnits()) {
            UnionRow union = living.get(unit.unionId());
            if (union != null && isShared(union) && isCovered(unit, rows.asOf())) {
                reach(union, successions.current(unit.employerCode()));
            }
        }
    }

    Map<String, UnionRow> living() {
        return living;
    }

    /** The employers with a union of their own or under a joint union; a federation alone makes nobody unionised. */
    Set<String> unionised() {
        Set<String> unionised = new HashSet<>();
        for (UnionRow union : living.values()) {
            if (union.unionType().equals("1") || union.unionType().equals("2")) {
                unionised.addAll(reached.getOrDefault(union.unionId(), Set.of()));
            }
        }
        return unionised;
    }

    /** How many employers a joint union or federation covers. */
    long coveredUnits(UnionRow union) {
        return isShared(union) ? reached.getOrDefault(union.unionId(), Set.of()).size() : 0;
    }

    private void reach(UnionRow union, String employer) {
        reached.computeIfAbsent(union.unionId(), id -> new HashSet<>()).add(employer);
    }

    private static boolean isShared(UnionRow union) {
        return union.unionType().equals("2") || union.unionType().equals("3");
    }

    private static boolean lives(UnionRow union, LocalDate asOf) {
        return !union.foundedOn().isAfter(asOf)
                && (union.closedOn() == null || union.closedOn().isAfter(asOf));
    }

    private static boolean isCovered(CoveredUnitRow unit, LocalDate asOf) {
        return !unit.coveredFrom().isAfter(asOf)
                && (unit.coveredTo() == null || unit.coveredTo().isAfter(asOf));
    }
}
