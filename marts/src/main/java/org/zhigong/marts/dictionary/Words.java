package org.zhigong.marts.dictionary;

import java.util.Map;
import org.zhigong.transform.Label;

/** The words of content files, as people read them in both languages. */
final class Words {

    private static final Map<String, Label> KNOWN = Map.ofEntries(
            word("stock", "时点", "stock"),
            word("flow", "时期", "flow"),
            word("up", "越高越好", "higher"),
            word("down", "越低越好", "lower"),
            word("neither", "无方向", "neither"),
            word("persons", "人", "persons"),
            word("cases", "件", "cases"),
            word("employers", "用人单位", "employers"),
            word("units", "单位", "units"),
            word("fen", "金额（分）", "fen"),
            word("minutes", "分钟", "minutes"),
            word("snapshot", "存量快照", "snapshot"),
            word("events", "事件", "events"),
            word("as it comes", "随时报送", "as it comes"));

    private Words() {}

    private static Map.Entry<String, Label> word(String word, String zh, String en) {
        return Map.entry(word, new Label(zh, en));
    }

    /** What {@code word} means; a word that is not known stands for itself. */
    static Label of(String word) {
        String zh = word.replaceFirst("^every (\\d+) months, ", "每 $1 个月，")
                .replaceFirst("day (\\d+) of the next month", "次月 $1 日前")
                .replaceFirst("^(\\d+) months$", "$1 个月");
        return KNOWN.getOrDefault(word, new Label(zh, word));
    }
}
