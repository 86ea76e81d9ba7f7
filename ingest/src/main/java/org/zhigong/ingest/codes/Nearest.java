package org.zhigong.ingest.codes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody may have meant by a name that does not exist. */
public final class Nearest {

    private static final int MAX_SHOWN = 3;

    private Nearest() {}

    /** Up to three of {@code names} that are nearest to {@code word}, joined by commas; "none" of none. */
    public static String to(String word, Collection<String> names) {
        List<String> nearest = names.stream()
                .sorted(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_SHOWN)
                .toList();
        return nearest.isEmpty() ? "none" : nearest.stream().collect(Collectors.joining(", "));
    }

    /** How many characters must be inserted, dropped or replaced to make one word of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
