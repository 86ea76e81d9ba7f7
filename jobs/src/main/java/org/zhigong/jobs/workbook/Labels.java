package org.zhigong.jobs.workbook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Engine;

/**
 * What people call the indicators, places and groups of a release. They are few, and adding them to figures here takes
 * a tenth of what joining them there does.
 */
final class Labels {

    private static final Map<String, String> STATUSES = Map.of(
            "ok", "正常 ok",
            "bounds", "只有上下限 bounds only",
            "over_100", "超过100% above 100 %",
            "no_denominator", "分母为零 no denominator",
            "insufficient_history", "历史数据不足 history too short",
            "published", "国家公布 published");

    private final Map<String, Map<String, Object>> indicators = new HashMap<>();
    private final Map<String, Map<String, Object>> places = new HashMap<>();
    private final Map<String, Map<String, Object>> groups = new HashMap<>();

    Labels(Engine engine) {
        for (Map<String, Object> row :
                engine.query("select indicator, name_zh, name_en, unit_zh, unit_en from marts.indicators")) {
            indicators.put(key(row.remove("indicator")), row);
        }
        for (Map<String, Object> row : engine.query(
                "select place_scheme, place, name_zh as place_zh, name_en as place_en from marts.places")) {
            places.put(key(row.remove("place_scheme"), row.remove("place")), row);
        }
        for (Map<String, Object> row :
                engine.query("select breakdown, breakdown_value, breakdown_zh, breakdown_en, name_zh as group_zh,"
                        + " name_en as group_en from marts.breakdown_values")) {
            groups.put(key(row.remove("breakdown"), row.remove("breakdown_value")), row);
        }
    }

    /** Adds to {@code figure} what its indicator, place, group and status are called. */
    void addTo(Map<String, Object> figure) {
        figure.putAll(found(indicators, key(figure.get("indicator"))));
        figure.putAll(found(places, key(figure.get("place_scheme"), figure.get("place"))));
        if (figure.containsKey("breakdown")) {
            figure.putAll(found(groups, key(figure.get("breakdown"), figure.get("breakdown_value"))));
        }
        Object category = figure.getOrDefault("category", "all");
        if ("all".equals(category)) {
            figure.remove("category");
        } else {
            Map<String, Object> names = found(groups, key("category", category));
            figure.put("category_zh", names.getOrDefault("group_zh", category));
            figure.put("category_en", names.getOrDefault("group_en", category));
        }
        String status = String.valueOf(figure.get("status"));
        figure.put("status", Figure.isConfidential(figure) ? "保密 confidential" : STATUSES.getOrDefault(status, status));
        figure.put("finality", "final".equals(figure.get("finality")) ? "最终 final" : "初步 provisional");
    }

    private static Map<String, Object> found(Map<String, Map<String, Object>> names, String key) {
        return names.getOrDefault(key, Map.of());
    }

    private static String key(@Nullable Object name) {
        return String.valueOf(name);
    }

    private static String key(@Nullable Object kind, @Nullable Object name) {
        return kind + " " + name;
    }
}
