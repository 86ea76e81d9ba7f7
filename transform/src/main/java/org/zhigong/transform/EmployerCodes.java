package org.zhigong.transform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the credit codes of employers stand.
 *
 * @param columns by feed the columns that name an employer
 * @param registers by feed the column that makes an employer known
 */
public record EmployerCodes(Map<String, List<String>> columns, Map<String, String> registers) {

    /** No feed names an employer. */
    public static final EmployerCodes NONE = new EmployerCodes(Map.of(), Map.of());

    public EmployerCodes {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    }

    List<String> columns(String feed) {
        return columns.getOrDefault(feed, List.of());
    }
}
