package org.zhigong.jobs;

import java.math.BigDecimal;
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
        if (cell instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        // A line break would break the table, an escape sequence the terminal.
        return cell.toString().replaceAll("\\s", " ").replaceAll("\\p{Cntrl}|[\\u200B-\\u200F\\u202A-\\u202E]", "");
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
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = Character.isIdeographic(point)
                || (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0x33FF)
                || (point >= 0xFE30 && point <= 0xFE4F)
                || (point >= 0xFF01 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0x1F300 && point <= 0x1FAFF);
        return wide ? 2 : 1;
    }
}
