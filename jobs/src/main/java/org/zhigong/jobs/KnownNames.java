package org.zhigong.jobs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;

/**
 * The names that there are of one kind of thing, to find what somebody may have meant.
 *
 * @param what the kind, as options call it
 * @param labels by name, what people call it; empty where nobody calls it otherwise
 */
record KnownNames(String what, Map<String, String> labels) {

    private static final int MOST = 3;

    KnownNames {
        labels = new LinkedHashMap<>(labels);
    }

    static KnownNames of(String what, List<String> names) {
        return new KnownNames(
                what,
                names.stream().collect(Collectors.toMap(name -> name, name -> "", (one, same) -> one, TreeMap::new)));
    }

    /** Refuses a name that is not known in {@code where}, naming those that were perhaps meant. */
    void require(String wanted, String where) {
        if (!labels.containsKey(wanted)) {
            throw new SetupException("Unknown %s '%s' in %s%s".formatted(what, wanted, where, hint(wanted)));
        }
    }

    /** {@code "; did you mean a or b?"}, or nothing where no name is near and no label holds what is wanted. */
    String hint(String wanted) {
        Set<String> near = new LinkedHashSet<>();
        labels.forEach((name, label) -> {
            if (label.isEmpty() ? name.startsWith(wanted) : contains(name + " " + label, wanted)) {
                near.add(name);
            }
        });
        near.addAll(NearestNames.of(wanted, labels.keySet()));
        return near.isEmpty()
                ? ""
                : near.stream()
                        .limit(MOST)
                        .map(this::shown)
                        .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    private static boolean contains(String text, String part) {
        return !part.isBlank() && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private String shown(String name) {
        String label = labels.getOrDefault(name, "");
        return label.isEmpty() ? name : "%s (%s)".formatted(name, label);
    }
}
