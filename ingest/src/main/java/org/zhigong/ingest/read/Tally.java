package org.zhigong.ingest.read;

import java.util.Map;
import java.util.TreeMap;
import org.zhigong.ingest.read.Connected.Row;

/** Rows of a file counted by verdict, month and code. */
final class Tally {

    private long accepted;
    private long quarantined;
    private long dropped;
    private final Map<String, Long> rowsByPeriod = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();

    /** Adds a group of rows that are alike. */
    void add(Row group) {
        long rows = group.number("rows");
        switch (group.text("verdict")) {
            case "accepted" -> {
                accepted += rows;
                rowsByPeriod.merge(group.text("period"), rows, Long::sum);
                count(group.text("flags"), rows);
                count(group.text("zg_notes"), rows);
            }
            case "quarantined" -> quarantined += rows;
            default -> {
                dropped += rows;
                count(group.text("zg_drop"), rows);
            }
        }
    }

    /** Adds {@code rows} to each of the codes in {@code words}. */
    void count(String words, long rows) {
        for (String code : words.split(" ", -1)) {
            if (!code.isEmpty()) {
                reasons.merge(code, rows, Long::sum);
            }
        }
    }

    void countAll(Map<String, Long> counts) {
        counts.forEach((code, rows) -> reasons.merge(code, rows, Long::sum));
    }

    long accepted() {
        return accepted;
    }

    long quarantined() {
        return quarantined;
    }

    long dropped() {
        return dropped;
    }

    long rows() {
        return accepted + quarantined + dropped;
    }

    long reason(String code) {
        return reasons.getOrDefault(code, 0L);
    }

    Map<String, Long> rowsByPeriod() {
        return rowsByPeriod;
    }

    Map<String, Long> reasons() {
        return reasons;
    }
}
