package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.List;

/** Which rows a figure is about: a place of a scheme, and one value of at most one breakdown. */
record Cell(String scheme, String level, String place, String breakdown, String value) {

    static final String NO_BREAKDOWN = "none";
    static final Cell CITY = new Cell("geo", "city", Place.CITY, NO_BREAKDOWN, "all");
    static final Cell CITY_OF_REPORTING = new Cell("reporting", "city", Place.CITY, NO_BREAKDOWN, "all");

    boolean isCityUncrossed() {
        return level.equals("city") && breakdown.equals(NO_BREAKDOWN);
    }

    /** The cells of a row at {@code place}: streets are not crossed with a breakdown, and no street is unallocated. */
    static List<Cell> of(Place place, String breakdown, String value) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("geo", "city", Place.CITY, breakdown, value));
        cells.add(new Cell("geo", "district", place.district(), breakdown, value));
        if (breakdown.equals(NO_BREAKDOWN) && !place.street().equals(Place.NOWHERE)) {
            cells.add(new Cell("geo", "street", place.street(), breakdown, value));
        }
        cells.add(new Cell("reporting", "city", Place.CITY, breakdown, value));
        cells.add(new Cell("reporting", "unit", place.unit(), breakdown, value));
        return cells;
    }
}
