package org.zhigong.jobs.city.truth;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what employers add to cells, each once in a cell and class. */
final class NeedTallies {

    static final String NO_CLASS = "all";

    private final Map<Cell, Map<String, NeedTally>> tallies = new HashMap<>();

    NeedTallies() {
        tallies.put(Cell.CITY, new LinkedHashMap<>());
        tallies.put(Cell.CITY_OF_REPORTING, new LinkedHashMap<>());
    }

    /** Adds to the place as a whole, to its industry and to the person's attributes. */
    void add(NeedStanding.Spot spot, NeedTally.Of what, long count) {
        add(spot, NO_CLASS, what, count);
        add(spot, "industry", spot.section(), what, count);
        spot.traits().forEach((attribute, value) -> add(spot, attribute.word(), value, what, count));
    }

    /** Adds to the place as a whole, as a part of a mix. */
    void add(NeedStanding.Spot spot, String category, NeedTally.Of what, long count) {
        add(spot.employer(), spot.place(), Cell.NO_BREAKDOWN, "all", category, what, count);
    }

    /** Adds to one value of one breakdown. */
    void add(NeedStanding.Spot spot, String breakdown, String value, NeedTally.Of what, long count) {
        add(spot.employer(), spot.place(), breakdown, value, NO_CLASS, what, count);
    }

    private void add(
            String who, Place place, String breakdown, String value, String category, NeedTally.Of what, long count) {
        if (count == 0) {
            return;
        }
        for (Cell cell : Cell.of(place, breakdown, value)) {
            tallies.computeIfAbsent(cell, missing -> new LinkedHashMap<>())
                    .computeIfAbsent(who + " " + category, missing -> new NeedTally(who, category))
                    .add(what, count);
        }
    }

    Map<Cell, List<NeedTally>> cells() {
        Map<Cell, List<NeedTally>> cells = new HashMap<>();
        tallies.forEach((cell, rows) -> cells.put(cell, List.copyOf(rows.values())));
        return cells;
    }
}
