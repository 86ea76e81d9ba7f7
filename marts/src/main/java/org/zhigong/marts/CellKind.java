package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kind of cell: the places of one level, split by one breakdown.
 *
 * @param column the column of the base that holds the place; empty for the city or nation, in which every row is
 */
record CellKind(String scheme, String level, Optional<String> column, boolean isFirst, Base.Breakdown breakdown) {

    /** The name of no breakdown. */
    static final String UNSPLIT = "none";

    /** The one value of no breakdown. */
    static final String WHOLE = "all";

    /** What tells cells apart, whatever their indicator. */
    static final List<String> KEYS = List.of("place_scheme", "place_level", "place", "breakdown", "breakdown_value");

    /** The breakdown that splits nothing. */
    static final Base.Breakdown NONE = new Base.Breakdown(UNSPLIT, "'" + WHOLE + "'", Optional.empty());

    /** Every kind of cell of {@code base}: the city and the first level with each breakdown, deeper levels unsplit. */
    static List<CellKind> of(Base base, List<Base.Breakdown> breakdowns) {
        List<CellKind> kinds = new ArrayList<>();
        if (base.nationalYear().isPresent()) {
            kinds.add(new CellKind(
                    "geo",
                    Base.NATION_LEVEL,
                    Optional.empty(),
                    true,
                    base.unsplit().get(0)));
        }
        for (Base.Scheme scheme : base.schemes()) {
            for (Base.Breakdown breakdown : breakdowns) {
                kinds.add(new CellKind(scheme.name(), Base.CITY_LEVEL, Optional.empty(), true, breakdown));
                for (Base.Level level : scheme.levels()) {
                    boolean isFirst = scheme.levels().get(0).equals(level);
                    if (isFirst || breakdown.name().equals(UNSPLIT)) {
                        kinds.add(new CellKind(
                                scheme.name(), level.name(), Optional.of(level.column()), isFirst, breakdown));
                    }
                }
            }
        }
        return kinds;
    }

    /** The place, where a row's place column is called {@code column}. */
    String place(Optional<String> column) {
        return column.orElse("'%s'".formatted(level.equals(Base.NATION_LEVEL) ? Base.NATION : Base.CITY));
    }

    /** What can not be placed stands unallocated at the first level only; this place is left out at others. */
    String leftOut() {
        return isFirst ? "" : Base.UNALLOCATED;
    }
}
