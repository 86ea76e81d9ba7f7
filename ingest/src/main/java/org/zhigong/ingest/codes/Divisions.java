package org.zhigong.ingest.codes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.Texts;

/** Division codes and the names of city and districts; what was merged or renamed gives its successor. */
final class Divisions {

    /** Which places a column is about. */
    enum Level {
        /** The city, a district or a street. */
        ANY,
        /** A street only. */
        STREET,
        /** The district that a place is in. */
        DISTRICT
    }

    private final Map<String, String> places = new HashMap<>();

    Divisions(CodeTable table) {
        Map<String, String> successors = new HashMap<>();
        for (Map<String, String> row : table.rows()) {
            successors.put(row.getOrDefault("place_code", ""), row.getOrDefault("successor_code", ""));
        }
        for (Map<String, String> row : table.rows()) {
            String code = today(row.getOrDefault("place_code", ""), successors);
            if (row.getOrDefault("level", "").equals("street")) {
                places.put(row.getOrDefault("place_code", ""), code);
                row = Map.of(CodeTable.ALIASES, row.getOrDefault(CodeTable.ALIASES, ""));
            }
            for (String text : CodeList.texts(row)) {
                places.putIfAbsent(Texts.code(text), code);
            }
        }
    }

    CellParser<String> parser(Level level) {
        return new CellParser<>() {
            @Override
            public @Nullable String value(String text) {
                String place = place(text);
                return place == null ? null : onLevel(place, level);
            }

            @Override
            public @Nullable String issue(String text) {
                return value(text) == null ? "CODE_UNKNOWN" : null;
            }

            @Override
            public @Nullable String note(String text) {
                String value = value(text);
                return value == null || value.equals(text) ? null : "CODE_ALIAS";
            }
        };
    }

    private @Nullable String place(String text) {
        String known = places.get(text);
        if (known != null) {
            return known;
        }
        String code = Texts.code(text);
        if (code.length() == 12 && code.endsWith("000")) {
            code = code.substring(0, 9); // the statistics bureau's form ends in the village
        }
        if (code.length() == 9 && code.endsWith("000")) {
            code = code.substring(0, 6);
        }
        String place = places.get(code);
        if (place == null && code.length() == 9) {
            String district = places.get(code.substring(0, 6));
            place = district == null ? null : places.get(district + code.substring(6));
        }
        return place;
    }

    private static @Nullable String onLevel(String place, Level level) {
        return switch (level) {
            case ANY -> place;
            case STREET -> place.length() == 9 ? place : null;
            case DISTRICT -> place.equals("110000") ? null : place.substring(0, 6);
        };
    }

    private static String today(String code, Map<String, String> successors) {
        String current = code;
        for (int hops = 0; hops < 4; hops++) {
            String next = successors.getOrDefault(current, "");
            if (next.isEmpty()) {
                return current;
            }
            current = next;
        }
        return current;
    }
}
