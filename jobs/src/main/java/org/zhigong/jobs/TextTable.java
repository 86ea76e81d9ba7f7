package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a table for a terminal: numbers to the right, Chinese characters two columns wide. */
final class TextTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    TextTable(List<String> header) {
        this.header = List.copyOf(header);
        this.numeric = new boolean[header.size()];
        java.util.Arrays.fill(numeric, true);
    }

    /** Adds a row; null shows as an empty cell. */
    void row(List<? extends @Nullable Object> cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null && !(cell instanceof Number)) {
                numeric[i] = false;
            }
            texts.add(cell == null ? "" : text(cell));
        }
        rows.add(texts);
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? Double.toString(number) : cell.toString();
    }

    /** The table as lines, each ended. */
    String render() {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(header.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder out = new StringBuilder();
        line(out, header, widths);
        for (int i = 0; i < widths.length; i++) {
            out.append(i == 0 ? "" : "  ").append("─".repeat(widths[i]));
        }
        out.append('\n');
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(numeric[i] ? gap + cells.get(i) : cells.get(i) + gap);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** How many columns of a terminal {@code text} takes. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x30FF)
                || (point >= 0xFF01 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0xAC00 && point <= 0xD7A3);
        return wide ? 2 : 1;
    }
}
