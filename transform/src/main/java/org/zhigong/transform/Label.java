package org.zhigong.transform;

import java.util.List;
import org.zhigong.warehouse.YamlNode;

/** A text for people, in both languages. */
public record Label(String zh, String en) {

    static final List<String> KEYS = List.of("zh", "en");

    /** Reads {@code {zh: …, en: …}}; both languages have to be there. */
    public static Label of(YamlNode node) {
        node.onlyKeys(KEYS);
        return new Label(node.require("zh").text(), node.require("en").text());
    }
}
