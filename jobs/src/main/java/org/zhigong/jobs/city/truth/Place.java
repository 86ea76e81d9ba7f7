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
        return new Place(district, unitOf(street), street);
    }

    /** The place of who reports; offices of the city stand nowhere. */
    static Place ofUnit(String deliverer) {
        if (deliverer.equals(YIZHUANG)) {
            return new Place(DAXING, YIZHUANG, NOWHERE);
        }
        return DISTRICTS.contains(deliverer) ? new Place(deliverer, deliverer, NOWHERE) : UNALLOCATED;
    }

    /** The place of what belongs to a whole district. */
    static Place ofDistrict(String district) {
        if (!DISTRICTS.contains(district)) {
            return UNALLOCATED;
        }
        return new Place(district, district.equals(DAXING) ? NOWHERE : district, NOWHERE);
    }

    /** Whether this place lies in an area: the city, a district or a street; no area stated means the city. */
    boolean isIn(@Nullable String area) {
        return area == null || area.equals(CITY) || area.equals(district) || area.equals(street);
    }

    /** Whether all of {@code area} lies in the cell's place; no area stated means the city. */
    static boolean contains(Cell cell, @Nullable String area) {
        if (cell.place().equals(CITY)) {
            return true;
        }
        if (area == null || area.equals(CITY)) {
            return false;
        }
        return switch (cell.level()) {
            case "district" -> cell.place().equals(area.substring(0, 6));
            case "street" -> cell.place().equals(area);
            // The whole of Daxing is more than the unit that reports as Daxing.
            case "unit" -> !area.equals(DAXING) && cell.place().equals(unitOf(area));
            default -> throw new IllegalArgumentException("Invalid place level: " + cell.level());
        };
    }

    private static String unitOf(String area) {
        return area.equals(YIZHUANG) ? YIZHUANG : area.substring(0, 6);
    }
}
