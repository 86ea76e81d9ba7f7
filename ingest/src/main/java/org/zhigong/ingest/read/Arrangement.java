package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the tables of a file become one: the first says where columns stand, the cells of others go to the same columns,
 * and what only they have comes after.
 *
 * @param layout of the plain file
 * @param tables in their order
 */
record Arrangement(Layout layout, List<Placed> tables) {

    Arrangement {
        tables = List.copyOf(tables);
    }

    /** A table with its header, before others are known. */
    record Found(Table table, String name, Header header, Layout layout) {}

    /** Arranges {@code found}, at least one. */
    static Arrangement of(List<Found> found) {
        Layout first = found.get(0).layout();
        List<Optional<String>> columns = new ArrayList<>(found.get(0).header().columns());
        List<String> cells = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>(first.positions());
        Map<String, Long> notes = new TreeMap<>();
        List<Placed> tables = new ArrayList<>();
        for (Found each : found) {
            boolean isFirst = tables.isEmpty();
            tables.add(new Placed(
                    each.table(),
                    each.name(),
                    each.layout(),
                    isFirst ? inPlace(columns) : placed(each, columns, positions)));
            cells.addAll(each.layout().cells());
            each.layout().notes().forEach((code, count) -> notes.merge(code, count, Math::max));
        }
        if (found.size() > 1) {
            notes.put("MULTI_SHEET", (long) found.size());
        }
        Layout all = new Layout(first.delimiter(), columns.size(), first.headerRows(), cells, positions, notes);
        return new Arrangement(all, tables);
    }

    private static List<Integer> inPlace(List<Optional<String>> columns) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            places.add(i);
        }
        return places;
    }

    private static List<Integer> placed(Found found, List<Optional<String>> columns, Map<String, Integer> positions) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < found.header().columns().size(); i++) {
            Optional<String> column = found.header().columns().get(i);
            boolean isItsOwn = column.isPresent()
                    && Integer.valueOf(i).equals(found.layout().positions().get(column.get()));
            if (isItsOwn && positions.containsKey(column.get())) {
                places.add(positions.get(column.get()));
            } else if (!isItsOwn && i < columns.size() && columns.get(i).isEmpty() && !places.contains(i)) {
                places.add(i);
            } else {
                places.add(columns.size());
                columns.add(isItsOwn ? column : Optional.empty());
                if (isItsOwn) {
                    positions.put(column.get(), places.get(i));
                }
            }
        }
        return places;
    }
}
