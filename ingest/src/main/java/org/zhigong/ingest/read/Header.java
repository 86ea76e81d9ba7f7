package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A header, as one contract understands it.
 *
 * @param delimiter that separates its cells
 * @param rows the records up to and with the header
 * @param levels the records that the header takes, 1 or 2
 * @param cells its texts
 * @param columns the contract's column under each cell, if it is one
 */
record Header(char delimiter, int rows, int levels, List<String> cells, List<Optional<String>> columns) {

    Header {
        cells = List.copyOf(cells);
        columns = List.copyOf(columns);
    }

    /** Reads {@code cells} as a header of {@code names}. */
    static Header of(char delimiter, int rows, int levels, List<String> cells, HeaderNames names) {
        return new Header(
                delimiter,
                rows,
                levels,
                cells,
                cells.stream().map(names::column).toList());
    }

    /** The header that no file shows: the columns in the order of the contract. */
    static Header none(char delimiter, int fields, List<String> columns) {
        List<Optional<String>> positions = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            positions.add(i < columns.size() ? Optional.of(columns.get(i)) : Optional.empty());
        }
        return new Header(delimiter, 0, 0, List.of(), positions);
    }

    /** How many columns of the contract it has. */
    int matched() {
        return distinct().size();
    }

    /** The columns of {@code required} that it has not. */
    Set<String> missing(Set<String> required) {
        Set<String> missing = new HashSet<>(required);
        missing.removeAll(distinct());
        return missing;
    }

    /** Whether so much of it is known to the contract that it must be the header, whole or not. */
    boolean isLikely(HeaderNames names) {
        long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
        int known = names.required().size() - missing(names.required()).size();
        return matched() >= 2 && (known >= 0.8 * names.required().size() || matched() >= 0.8 * filled);
    }

    private Set<String> distinct() {
        Set<String> found = new HashSet<>();
        columns.forEach(column -> column.ifPresent(found::add));
        return found;
    }
}
