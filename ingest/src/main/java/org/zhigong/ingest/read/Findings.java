package org.zhigong.ingest.read;

import java.util.HashMap;
import java.util.Map;
import org.zhigong.ingest.contract.Label;
import org.zhigong.warehouse.SmallTable;

/** The code list {@code findings}: what each reason code means and what follows from it. */
final class Findings {

    private final Map<String, String> effects = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();

    Findings(SmallTable table) {
        for (Map<String, Object> row : table.rows()) {
            String code = String.valueOf(row.get("code"));
            effects.put(code, String.valueOf(row.get("effect")));
            labels.put(code, new Label(String.valueOf(row.get("name_zh")), String.valueOf(row.get("name_en"))));
        }
    }

    /** Whether a value with this finding is accepted with a flag. */
    boolean isFlag(String code) {
        return "flagged".equals(effects.get(code));
    }

    /** What people call them, by code. */
    Map<String, Label> labels() {
        return Map.copyOf(labels);
    }
}
