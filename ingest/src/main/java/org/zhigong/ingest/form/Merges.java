package org.zhigong.ingest.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which cells of a sheet are merged with cells of other rows; asked for one row after the other. */
final class Merges {

    private static final int MOST = 500_000;
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    private final List<Range> ranges;
    private int next;
    private int[] lastRows = new int[16];

    private Merges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Cells that are one; rows from 1, columns from 0. */
    record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /** Reads {@code A1:B2}; empty if it is none, or within one row. */
        static Optional<Range> parse(String text) {
            Matcher matcher = RANGE.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Range range = new Range(
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(4)),
                    CellName.column(matcher.group(1)),
                    CellName.column(matcher.group(3)));
            return range.isOverRows() ? Optional.of(range) : Optional.empty();
        }

        boolean isOverRows() {
            return lastRow > firstRow && firstColumn <= lastColumn && lastColumn < Workbook.MOST_COLUMNS;
        }
    }

    static Merges of(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::firstRow));
        return new Merges(sorted);
    }

    static void requireFew(List<Range> ranges, Form form) throws RejectedFile {
        if (ranges.size() > MOST) {
            throw Damage.tooLarge(form, "合并单元格过多", "with far too many merged cells");
        }
    }

    /** Goes on to {@code row}, never back. */
    void goTo(int row) {
        while (next < ranges.size() && ranges.get(next).firstRow() <= row) {
            Range range = ranges.get(next++);
            if (range.lastColumn() >= lastRows.length) {
                lastRows = Arrays.copyOf(lastRows, range.lastColumn() + 16);
            }
            for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                lastRows[column] = Math.max(lastRows[column], range.lastRow());
            }
        }
    }

    /** Whether the cell of {@code row} in {@code column} is merged. */
    boolean covers(int row, int column) {
        return column < lastRows.length && lastRows[column] >= row;
    }
}
