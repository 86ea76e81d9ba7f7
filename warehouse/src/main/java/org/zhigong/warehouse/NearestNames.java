package org.zhigong.warehouse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody may have meant, for messages about a name that does not exist. */
public final class NearestNames {

    private static final int MOST = 3;

    private NearestNames() {}

    /** Up to three of {@code known} that look like {@code wanted}, the most similar first; often none. */
    public static List<String> of(String wanted, Collection<String> known) {
        int reach = Math.max(2, wanted.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> distance(wanted, name) <= reach)
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** {@code "; did you mean a or b?"}, or nothing where no name is near. */
    public static String hint(String wanted, Collection<String> known) {
        List<String> near = of(wanted, known);
        return near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near));
    }

    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
