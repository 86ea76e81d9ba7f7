package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row with where and among what it counts.
 *
 * @param endsIn in how many months the agreement ends, two digits; empty if not within a year
 */
record BargainingStep(
        Place place, String industry, String ownership, String level, Optional<String> endsIn, BargainingRow row) {

    /** The rows of every cell, each party once. */
    static Map<Cell, List<BargainingRow>> cells(List<BargainingStep> steps) {
        Map<Cell, Map<String, BargainingRow>> byParty = new LinkedHashMap<>();
        byParty.put(Cell.CITY, new LinkedHashMap<>());
        byParty.put(Cell.CITY_OF_REPORTING, new LinkedHashMap<>());
        for (BargainingStep step : steps) {
            step.put(byParty, Cell.NO_BREAKDOWN, "all");
            step.put(byParty, "industry", step.industry);
            step.put(byParty, "ownership", step.ownership);
            step.put(byParty, "agreement_level", step.level);
            step.endsIn.ifPresent(months -> step.put(byParty, "ends_in", months));
        }
        Map<Cell, List<BargainingRow>> cells = new LinkedHashMap<>();
        byParty.forEach((cell, rows) -> cells.put(cell, new ArrayList<>(rows.values())));
        return cells;
    }

    private void put(Map<Cell, Map<String, BargainingRow>> cells, String breakdown, String value) {
        for (Cell cell : Cell.of(place, breakdown, value)) {
            // Nothing of bargaining is stated for streets.
            if (!cell.level().equals("street")) {
                cells.computeIfAbsent(cell, missing -> new LinkedHashMap<>())
                        .merge(row.party(), row, BargainingRow::plus);
            }
        }
    }
}
