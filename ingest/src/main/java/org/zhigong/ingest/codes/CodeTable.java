package org.zhigong.ingest.codes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/**
 * The CSV file of one code list, checked: known columns, values of their types, no key twice, labels in both languages.
 * The type follows from the column's name: {@code valid_from} and {@code valid_to} are dates; {@code value} and names
 * that end in _bp, _fen, _wan, _count, _staff or _shift are whole numbers; all else is text.
 */
record CodeTable(String name, Path file, List<String> header, List<Map<String, String>> rows) {

    static final String ALIASES = "aliases";
    private static final List<String> PLAIN = List.of("code", "name_zh", "name_en", ALIASES);
    private static final Pattern NUMBER = Pattern.compile("value|.*_(bp|fen|wan|count|staff|shift)");

    /** Lists of another form than code, names and aliases: their columns, of which the first few are the key. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry(
                    "divisions",
                    new Form(
                            1,
                            "place_code,level,name_zh,name_en,district_code,unit_code,valid_from,valid_to,successor_code,aliases")),
            Map.entry("industries", new Form(1, "section,division_from,division_to,name_zh,name_en")),
            Map.entry("industry_divisions", new Form(1, "division,section,name_zh,name_en")),
            Map.entry("industry_codes", new Form(1, "code")),
            Map.entry("industry_matches", new Form(2, "scheme,code,code_2017")),
            Map.entry(
                    "industry_letters", new Form(3, "scheme,letter,division_from,division_to,section,division_shift")),
            Map.entry("ownership", new Form(2, "scheme,code,ownership_group,name_zh,name_en")),
            Map.entry("size_class", new Form(1, "code,name_zh,name_en,aliases,from_count,to_count")),
            Map.entry(
                    "size_rules",
                    new Form(
                            2,
                            "division_from,division_to,large_staff,large_revenue_wan,large_assets_wan,medium_staff,"
                                    + "medium_revenue_wan,medium_assets_wan,small_staff,small_revenue_wan,small_assets_wan")),
            Map.entry("rules", new Form(3, "rule,value,valid_from,valid_to,source,name_zh,name_en")),
            Map.entry("advice", new Form(1, "code,advice_zh,advice_en")),
            Map.entry("series_breaks", new Form(2, "series_break,affects,valid_from,source,name_zh,name_en")),
            Map.entry("legacy_codes", new Form(1, "code,credit_code,source")),
            Map.entry("findings", new Form(1, "code,effect,defect,name_zh,name_en")));

    private record Form(int keys, String header) {}

    static CodeTable read(String name, Path file) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, format)) {
            return read(name, file, parser);
        } catch (IOException e) {
            throw AtomicFiles.failed("read code list", file, e);
        } catch (UncheckedIOException e) {
            throw new SetupException("Cannot read code list %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static CodeTable read(String name, Path file, CSVParser parser) {
        List<String> header = List.of();
        List<Map<String, String>> rows = new ArrayList<>();
        Form form = FORMS.getOrDefault(name, new Form(1, String.join(",", PLAIN)));
        Set<List<String>> keys = new HashSet<>();
        for (CSVRecord record : parser) {
            if (header.isEmpty()) {
                header = header(file, record, form);
                continue;
            }
            Map<String, String> row = row(file, parser.getCurrentLineNumber(), header, record);
            if (!keys.add(record.toList().subList(0, form.keys()))) {
                throw broken(
                        file,
                        parser.getCurrentLineNumber(),
                        "key %s stands twice".formatted(record.toList().subList(0, form.keys())));
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw broken(file, 1, "the list is empty");
        }
        return new CodeTable(name, file, header, List.copyOf(rows));
    }

    private static List<String> header(Path file, CSVRecord record, Form form) {
        List<String> header = record.toList();
        if (!String.join(",", header).equals(form.header())) {
            throw broken(
                    file, 1, "expected the columns %s, found %s".formatted(form.header(), String.join(",", header)));
        }
        return header;
    }

    private static Map<String, String> row(Path file, long line, List<String> header, CSVRecord record) {
        if (record.size() != header.size()) {
            throw broken(file, line, "expected %d cells, found %d".formatted(header.size(), record.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String text = record.get(i);
            if (text.isBlank() && (i == 0 || column.equals("name_zh") || column.equals("name_en"))) {
                throw broken(file, line, "column %s is empty".formatted(column));
            }
            try {
                typed(column, text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw broken(
                        file,
                        line,
                        "column %s: expected %s, found '%s'"
                                .formatted(
                                        column,
                                        type(column) == ColumnType.DATE ? "a date as 2025-03-31" : "a whole number",
                                        text));
            }
            row.put(column, text);
        }
        return row;
    }

    static SetupException broken(Path file, long line, String problem) {
        return new SetupException("Invalid code list %s, line %d: %s".formatted(file, line, problem));
    }

    /** The list as models see it: without aliases, typed, empty cells null. */
    SmallTable table() {
        List<Column> columns = header.stream()
                .filter(c -> !c.equals(ALIASES))
                .map(c -> new Column(c, type(c)))
                .toList();
        List<Map<String, Object>> typed = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, Object> values = new HashMap<>();
            for (Column column : columns) {
                String text = row.getOrDefault(column.name(), "");
                if (!text.isEmpty()) {
                    values.put(column.name(), typed(column.name(), text));
                }
            }
            typed.add(Map.copyOf(values));
        }
        return new SmallTable(new TableName("codes", name), columns, typed);
    }

    private static Object typed(String column, String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (type(column)) {
            case DATE -> LocalDate.parse(text);
            case BIGINT -> Long.valueOf(text);
            case VARCHAR, DOUBLE, BOOLEAN -> text;
        };
    }

    private static ColumnType type(String column) {
        if (column.equals("valid_from") || column.equals("valid_to")) {
            return ColumnType.DATE;
        }
        return NUMBER.matcher(column).matches() ? ColumnType.BIGINT : ColumnType.VARCHAR;
    }
}
