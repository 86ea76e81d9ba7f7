package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.jobs.city.feed.EmployerRow;

/** Which code follows which: an employer that changed its code is one employer, known by the newest. */
final class Successions {

    private static final int HOPS = 4;

    private final Map<String, String> next;

    private Successions(Map<String, String> next) {
        this.next = next;
    }

    /** The successions that the register states and that had happened by {@code asOf}. */
    static Successions of(Collection<EmployerRow> rows, LocalDate asOf) {
        List<EmployerRow> happened = rows.stream()
                .filter(row ->
                        row.predecessorCode() != null && !row.creditCode().equals(row.predecessorCode()))
                .filter(row -> row.succeededOn() != null && !row.succeededOn().isAfter(asOf))
                // The latest is put last and stays; of two on one day the smallest code.
                .sorted(Comparator.comparing(EmployerRow::succeededOn)
                        .thenComparing(EmployerRow::creditCode, Comparator.reverseOrder()))
                .toList();
        Map<String, String> next = new HashMap<>();
        for (EmployerRow row : happened) {
            String old = row.predecessorCode();
            if (old != null) {
                next.put(old, row.creditCode());
            }
        }
        return new Successions(next);
    }

    /** The code by which the employer with {@code code} is known now. */
    String current(String code) {
        String current = code;
        for (int hop = 0; hop < HOPS; hop++) {
            current = next.getOrDefault(current, current);
        }
        return current;
    }
}
