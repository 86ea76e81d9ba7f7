package org.zhigong.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how rows are shown. */
final class FormatOption {

    /** How rows are shown. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "How to show the answer: table (default), csv or json. / 输出格式。")
    private Format format = Format.TABLE;

    boolean isTable() {
        return format == Format.TABLE;
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /** Shows {@code rows}, of which each has a value for each of {@code columns}. */
    void show(Console console, List<String> columns, List<? extends Map<String, ?>> rows) {
        console.answer(
                switch (format) {
                    case TABLE -> table(columns, rows);
                    case CSV -> csv(columns, rows);
                    case JSON -> json(columns, rows);
                });
    }

    private static String table(List<String> columns, List<? extends Map<String, ?>> rows) {
        TextTable table = new TextTable(columns);
        rows.forEach(row -> table.row(cells(columns, row)));
        return table.render();
    }

    private static String json(List<String> columns, List<? extends Map<String, ?>> rows) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            Map<String, Object> document = new LinkedHashMap<>();
            columns.forEach(column -> document.put(column, row.get(column)));
            documents.add(document);
        }
        return org.zhigong.warehouse.Json.pretty(documents);
    }

    /** {@code rows} as CSV in which no text is a formula. */
    static String csv(List<String> columns, List<? extends Map<String, ?>> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat form = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, form)) {
            for (Map<String, ?> row : rows) {
                printer.printRecord(
                        cells(columns, row).stream().map(FormatOption::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write CSV", e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> cells(List<String> columns, Map<String, ?> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.get(column)));
        return cells;
    }

    /** A spreadsheet would run a text that begins like a formula. */
    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
