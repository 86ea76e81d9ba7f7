package org.zhigong.ingest.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one row of a sheet as they come; those beyond the header are left out, which is noted once. */
final class RowOfCells {

    private static final int LOOKED_AT = 1_000;

    private String[] cells = new String[32];
    private int length;
    private int width = LOOKED_AT;
    private boolean isWidthKnown;
    private boolean isBeyond;

    /** From now on a row has {@code fields} cells. */
    void expect(int fields) {
        width = fields;
        isWidthKnown = true;
    }

    void clear() {
        length = 0;
    }

    void set(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column >= width) {
            isBeyond |= isWidthKnown && !text.isBlank();
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
        }
        while (length <= column) {
            cells[length++] = "";
        }
        cells[column] = text;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** As many cells as the header has, or as there are while it is not known. */
    List<String> take() {
        List<String> taken = new ArrayList<>(Arrays.asList(cells).subList(0, length));
        while (isWidthKnown && taken.size() < width) {
            taken.add("");
        }
        return taken;
    }

    /** Whether anything stood beyond the header. */
    boolean isBeyond() {
        return isBeyond;
    }
}
