package org.zhigong.ingest.repair;

import java.util.HashMap;
import java.util.Map;
import org.zhigong.ingest.functions.Texts;
import org.zhigong.ingest.functions.TraditionalForms;

/**
 * The name of an employer, to be compared with others: without spaces, brackets and signs, in simplified characters.
 */
final class EmployerName {

    private final Map<String, Integer> pairs = new HashMap<>();
    private int size;

    EmployerName(String name) {
        String plain = TraditionalForms.simplified(Texts.code(name)).replaceAll("[^\\p{L}\\p{N}]", "");
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
            size++;
        }
    }

    /** How many of 100 pairs of neighbouring characters the two have in common. */
    int likeness(EmployerName other) {
        int common = 0;
        for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
            common += Math.min(pair.getValue(), other.pairs.getOrDefault(pair.getKey(), 0));
        }
        return size + other.size == 0 ? 0 : 200 * common / (size + other.size);
    }
}
