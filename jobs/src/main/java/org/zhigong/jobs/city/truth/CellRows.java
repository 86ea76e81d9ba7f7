package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows into every cell that they count in. The city has its cells even where there is nothing to count. */
final class CellRows<R> {

    private final Map<Cell, List<R>> cells = new LinkedHashMap<>();

    CellRows() {
        cells.put(Cell.CITY, new ArrayList<>());
        cells.put(Cell.CITY_OF_REPORTING, new ArrayList<>());
    }

    /** A whole row, in the cells of its place and of its traits there. */
    void whole(Standing at, R row) {
        part(at, Cell.NO_BREAKDOWN, "all", row);
        part(at, "industry", at.industry(), row);
        part(at, "ownership", at.ownership(), row);
        part(at, "size_class", at.sizeClass(), row);
    }

    /** A part of a row, of those who have {@code value}. */
    void part(Standing at, String breakdown, String value, R row) {
        for (Cell cell : Cell.of(at.place(), breakdown, value)) {
            cells.computeIfAbsent(cell, missing -> new ArrayList<>()).add(row);
        }
    }

    Map<Cell, List<R>> cells() {
        return cells;
    }
}
