package org.zhigong.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Rows as sorted text, to be compared and shown whatever the engine's value types are. */
record TextRows(List<String> columns, List<List<String>> rows) {

    static TextRows of(List<String> columns, List<Map<String, Object>> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            texts.add(columns.stream()
                    .map(column -> String.valueOf(row.get(column)))
                    .toList());
        }
        texts.sort((one, other) -> String.join("\t", one).compareTo(String.join("\t", other)));
        return new TextRows(columns, texts);
    }

    @Override
    public String toString() {
        if (rows.isEmpty()) {
            return "  no rows";
        }
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, columns);
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringJoiner shown = new StringJoiner(System.lineSeparator());
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                text.append(' ')
                        .append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length()));
            }
            shown.add(text.toString().stripTrailing());
        }
        return shown.toString();
    }
}
