package org.zhigong.jobs.city.truth;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an employer or a union stands in both schemes: {@code unallocated} where nobody knows.
 *
 * @param district one of the sixteen; Daxing includes Yizhuang
 * @param unit one of the seventeen that report: Yizhuang apart, Daxing without it
 */
record Place(String district, String unit, String street) {

    static final String CITY = "110000";
    static final String NOWHERE = "unallocated";
    static final Place UNALLOCATED = new Place(NOWHERE, NOWHERE, NOWHERE);

    private static final String DAXING = "110115";
    private static final String YIZHUANG = "110115403";
    private static final Set<String> DISTRICTS = Set.of(
            "110101", "110102", "110105", "110106", "110107", "110108", "110109", "110111", "110112", "110113",
            "110114", "110115", "110116", "110117", "110118", "110119");

    /** The place of a street, of which the first six digits are the district. */
    static Place ofStreet(@Nullable String street) {
        if (street == null || street.length() != 9 || !DISTRICTS.contains(street.substring(0, 6))) {
            return UNALLOCATED;
        }
        String district = street.substring(0, 6);
        return new Place(district, street.equals(YIZHUANG) ? YIZHUANG : district, street);
    }

    /** Whether this place lies in an area: the city, a district or a street; no area stated means the city. */
    boolean isIn(@Nullable String area) {
        return area == null || area.equals(CITY) || area.equals(district) || area.equals(street);
    }

    /** Whether all of {@code area} lies in the cell's place. */
    static boolean contains(Cell cell, @Nullable String area) {
        if (cell.place().equals(CITY)) {
            return true;
        }
        if (area == null || area.equals(CITY)) {
            return false;
        }
        if (area.length() == 9) {
            Place place = ofStreet(area);
            return cell.place().equals(cell.isReporting() ? place.unit() : place.at(cell.level()));
        }
        // The whole of Daxing is more than the unit that reports as Daxing.
        boolean more = cell.isReporting() && area.equals(DAXING);
        return cell.level().equals("district") && cell.place().equals(area) && !more;
    }

    private String at(String level) {
        return level.equals("street") ? street : district;
    }
}
