package org.zhigong.jobs.city.truth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.zhigong.jobs.city.feed.HeadcountRow;

/** What headcounts and rosters both tell about workers. */
enum Attribute {
    SEX {
        @Override
        Map<String, Long> workers(HeadcountRow row) {
            Map<String, Long> parts = new LinkedHashMap<>();
            parts.put("1", row.headcount() - row.women());
            parts.put("2", row.women());
            return parts;
        }
    },
    HUKOU {
        @Override
        Map<String, Long> workers(HeadcountRow row) {
            Map<String, Long> parts = new LinkedHashMap<>();
            parts.put("local_urban", row.hukouLocalUrban());
            parts.put("local_rural", row.hukouLocalRural());
            parts.put("outside_urban", row.hukouOutsideUrban());
            parts.put("outside_rural", row.hukouOutsideRural());
            return withRest(parts, "unknown", row.headcount());
        }
    },
    FORM {
        @Override
        Map<String, Long> workers(HeadcountRow row) {
            Map<String, Long> parts = new LinkedHashMap<>();
            parts.put("fixed_term", row.formFixedTerm());
            parts.put("open_ended", row.formOpenEnded());
            parts.put("task", row.formTask());
            parts.put("part_time", row.formPartTime());
            parts.put("dispatch", row.formDispatch());
            parts.put("establishment", row.formEstablishment());
            parts.put("civil_servant", row.formCivilServant());
            return withRest(parts, "other", row.headcount());
        }
    };

    /** The workers of a headcount by the values of this attribute; the parts add up to the headcount. */
    abstract Map<String, Long> workers(HeadcountRow row);

    /** The name of the breakdown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Long> withRest(Map<String, Long> parts, String name, long whole) {
        long known = parts.values().stream().mapToLong(Long::longValue).sum();
        parts.put(name, whole - known);
        return parts;
    }
}
