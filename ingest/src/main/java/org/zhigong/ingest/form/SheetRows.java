package org.zhigong.ingest.form;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a sheet of either kind: what is common about rows that come with their numbers. */
abstract class SheetRows implements Records {

    private static final int NONE = 0;

    private final RowOfCells cells = new RowOfCells();
    private final Merges merges;
    private int row = NONE;
    private int given = NONE;
    private boolean isAhead;
    private int firstBlank = NONE;
    private int blanks;

    SheetRows(Merges merges) {
        this.merges = merges;
    }

    /** Puts the cells of the next row into {@code cells} and gives its number, from 1; 0 after the last. */
    abstract int readRow(RowOfCells cells) throws IOException, RejectedFile;

    @Override
    public final @Nullable TextRecord next() throws IOException, RejectedFile {
        while (!isAhead) {
            cells.clear();
            row = readRow(cells);
            if (row == NONE) {
                return null;
            }
            // Blank rows count only if something follows: sheets may be blank down to the last possible row.
            if (cells.isBlank()) {
                firstBlank = blanks == 0 ? row : firstBlank;
                blanks++;
            } else {
                isAhead = true;
            }
        }
        if (blanks > 0) {
            blanks--;
            given = firstBlank++;
            return TextRecord.of(given, List.of(""));
        }
        isAhead = false;
        given = row;
        merges.goTo(given);
        return TextRecord.of(given, cells.take());
    }

    @Override
    public final void expect(int fields) {
        cells.expect(fields);
    }

    @Override
    public final boolean isMerged(int position) {
        return merges.covers(given, position);
    }

    @Override
    public final Map<String, Long> notes() {
        return cells.isBeyond() ? Map.of("COL_EXTRA", 1L) : Map.of();
    }
}
