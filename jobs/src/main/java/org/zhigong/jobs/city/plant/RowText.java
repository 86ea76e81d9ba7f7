package org.zhigong.jobs.city.plant;

import java.util.List;

/** The cells of one line by the English names of their columns. */
public record RowText(List<String> names, List<String> cells) {

    String get(String column) {
        return cells.get(names.indexOf(column));
    }

    void set(String column, String text) {
        cells.set(names.indexOf(column), text);
    }

    /** Puts one cell too many behind {@code column}. */
    void insertAfter(String column, String text) {
        cells.add(names.indexOf(column) + 1, text);
    }
}
