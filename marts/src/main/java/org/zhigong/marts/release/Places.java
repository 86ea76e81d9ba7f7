package org.zhigong.marts.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.SmallTable;

/** The places that figures stand at, in both schemes, out of the code list of divisions. */
final class Places {

    private static final String CITY = "110000";
    private static final Label UNALLOCATED = new Label("未能确定地区", "Place not known");

    private static final Label NATION = new Label("全国", "China");

    private final List<Map<String, Object>> rows = new ArrayList<>();

    private Places() {}

    /** A row for each scheme and place, those of the past with the day they ended. */
    static List<Map<String, Object>> of(SmallTable divisions) {
        Places places = new Places();
        for (Map<String, Object> division : divisions.rows()) {
            places.add(division);
        }
        places.add("geo", "nation", "100000", NATION, "", "");
        places.add("geo", "district", "unallocated", UNALLOCATED, CITY, "");
        places.add("reporting", "unit", "unallocated", UNALLOCATED, CITY, "");
        return places.rows;
    }

    private void add(Map<String, Object> division) {
        String place = Rows.text(division, "place_code");
        String level = Rows.text(division, "level");
        String district = Rows.text(division, "district_code");
        String ended = Rows.text(division, "valid_to");
        Label label = new Label(Rows.text(division, "name_zh"), Rows.text(division, "name_en"));
        add("geo", level, place, label, level.equals("street") ? district : level.equals("city") ? "" : CITY, ended);
        // A reporting unit stands for itself; that is each district and the street that reports by itself.
        boolean isUnit = place.equals(Rows.text(division, "unit_code"));
        if (isUnit || level.equals("city")) {
            add("reporting", isUnit ? "unit" : level, place, label, isUnit ? CITY : "", ended);
        }
    }

    private void add(String scheme, String level, String place, Label label, String parent, String ended) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("place_scheme", scheme);
        row.put("place_level", level);
        row.put("place", place);
        row.put("name_zh", label.zh());
        row.put("name_en", label.en());
        DictionaryTable.putUnlessEmpty(row, "parent", parent);
        DictionaryTable.putUnlessEmpty(row, "valid_to", ended);
        rows.add(row);
    }
}
