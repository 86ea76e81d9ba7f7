package org.zhigong.marts.dictionary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhigong.transform.Model;
import org.zhigong.warehouse.TableName;

/** What comes from what: feeds, tables and indicators. A feed is called {@code raw.<feed>}, as models call it. */
final class Lineage {

    private static final String RAW = "raw";

    // Code lists and the books of a run are read by nearly everything: lines to them would hide the others.
    private static final Set<String> BOOKS = Set.of("codes", "run");

    private final SortedMap<String, NavigableSet<String>> sources = new TreeMap<>();

    /** @param bases the base of each indicator, by its id */
    Lineage(List<Model> models, Map<String, String> bases) {
        for (Model model : models) {
            NavigableSet<String> reads = new TreeSet<>();
            model.reads().keySet().stream()
                    .filter(table -> !BOOKS.contains(table.layer()))
                    .map(TableName::toString)
                    .forEach(reads::add);
            sources.put(model.table().toString(), reads);
        }
        bases.forEach((indicator, base) -> sources.put(indicator, new TreeSet<>(Set.of(base))));
    }

    /** What {@code name} is made of directly, in order. */
    NavigableSet<String> sources(String name) {
        return sources.getOrDefault(name, Collections.emptyNavigableSet());
    }

    /** Everything that {@code name} comes from, itself too. */
    NavigableSet<String> upstream(String name) {
        NavigableSet<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(sources(next));
            }
        }
        return found;
    }

    /** The feeds that {@code name} comes from. */
    List<String> feeds(String name) {
        return upstream(name).stream()
                .filter(Lineage::isFeed)
                .map(feed -> feed.substring(RAW.length() + 1))
                .toList();
    }

    static boolean isFeed(String name) {
        return name.startsWith(RAW + ".");
    }

    /** How many steps {@code name} is away from the files, at the most. */
    int depth(String name) {
        return depth(name, new TreeMap<>());
    }

    private int depth(String name, Map<String, Integer> known) {
        Integer before = known.get(name);
        if (before != null) {
            return before;
        }
        // A table may read itself of the month before: it is no deeper for that.
        known.put(name, 0);
        int depth = 0;
        for (String source : sources(name)) {
            depth = Math.max(depth, 1 + depth(source, known));
        }
        known.put(name, depth);
        return depth;
    }
}
