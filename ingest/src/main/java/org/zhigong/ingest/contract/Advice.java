package org.zhigong.ingest.contract;

import java.util.HashMap;
import java.util.Map;
import org.zhigong.ingest.codes.CodeLists;

/** What whoever delivered a file should do about a finding: the code list {@code advice}. */
public final class Advice {

    private static final Label USUAL = new Label("按原件核对并更正。", "Compare with the original and correct it.");

    private final Map<String, Label> byCode = new HashMap<>();

    /** The advice in {@code codes}. */
    public Advice(CodeLists codes) {
        for (Map<String, Object> row : codes.list("advice").table().rows()) {
            byCode.put(
                    String.valueOf(row.get("code")),
                    new Label(String.valueOf(row.get("advice_zh")), String.valueOf(row.get("advice_en"))));
        }
    }

    /** Whether there is anything to do about {@code code}. */
    public boolean isOn(String code) {
        return byCode.containsKey(code);
    }

    /** What to do about {@code code}. */
    public Label on(String code) {
        return byCode.getOrDefault(code, USUAL);
    }
}
