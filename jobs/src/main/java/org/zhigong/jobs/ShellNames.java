package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * What can stand where a name is being written: values after a quote, columns after a dot, all other names elsewhere.
 */
final class ShellNames implements Completer {

    private static final List<String> WORDS = List.of(
            "select",
            "from",
            "where",
            "and",
            "or",
            "not",
            "group by",
            "order by",
            "limit",
            "join",
            "left join",
            "on",
            "using",
            "with",
            "as",
            "is null",
            "is not null",
            "between",
            "like",
            "distinct",
            "count(*)",
            "sum(",
            "desc",
            ".tables",
            ".columns",
            ".indicators",
            ".places",
            ".help",
            ".quit");

    private final List<Candidate> values = new ArrayList<>();
    private final List<Candidate> tables = new ArrayList<>();
    private final Map<String, List<Candidate>> columns = new TreeMap<>();
    private final List<Candidate> words = new ArrayList<>();

    /** The names of {@code release}. */
    static ShellNames of(OpenRelease release) {
        ShellNames names = new ShellNames();
        WORDS.forEach(word -> names.words.add(candidate(word, "SQL", "")));
        release.query("select table_name, comment from duckdb_tables() where schema_name = 'marts' order by 1")
                .forEach(row -> names.tables.add(candidate(text(row, "table_name"), "表 tables", text(row, "comment"))));
        release.query("""
                        select table_name, column_name, comment from duckdb_columns() where schema_name = 'marts'
                        order by table_name, column_index""")
                .forEach(row -> names.columns
                        .computeIfAbsent(text(row, "table_name"), any -> new ArrayList<>())
                        .add(candidate(text(row, "column_name"), "字段 columns", text(row, "comment"))));
        names.values(release, "指标 indicators", "select indicator as name, name_zh, name_en from indicators order by 1");
        names.values(
                release, "地区 places", "select distinct place as name, name_zh, name_en from places order by place");
        names.values(
                release,
                "期间 periods",
                "select distinct period as name, '' as name_zh, '' as name_en from figures order by 1");
        return names;
    }

    private void values(OpenRelease release, String group, String select) {
        release.query(select)
                .forEach(row -> values.add(candidate(
                        text(row, "name"), group, (text(row, "name_zh") + " " + text(row, "name_en")).strip())));
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line instanceof StatementParser.Name name ? name.before() : "";
        if (isInQuotes(before)) {
            candidates.addAll(values);
        } else if (before.endsWith(".")) {
            candidates.addAll(afterDot(before));
        } else {
            candidates.addAll(tables);
            columns.forEach((table, its) -> {
                if (mentions(line.line(), table)) {
                    candidates.addAll(its);
                }
            });
            candidates.addAll(words);
        }
    }

    private static boolean isInQuotes(String before) {
        return before.chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    private List<Candidate> afterDot(String before) {
        String owner = before.substring(0, before.length() - 1).replaceAll("(?s).*[^\\w]", "");
        if (owner.equals("marts")) {
            return tables;
        }
        @Nullable List<Candidate> known = columns.get(owner);
        if (known != null) {
            return known;
        }
        if (owner.isEmpty()) {
            return words.stream()
                    .filter(word -> word.value().startsWith("."))
                    .map(word -> candidate(word.value().substring(1), "SQL", ""))
                    .toList();
        }
        // A short name that a query gives a table: any column may be meant.
        return columns.values().stream().flatMap(List::stream).toList();
    }

    private static boolean mentions(String line, String table) {
        return line.matches("(?s).*\\b" + table + "\\b.*");
    }

    private static Candidate candidate(String name, String group, String meaning) {
        @Nullable String shown = meaning.isEmpty() ? null : meaning;
        return new Candidate(name, name, group, shown, null, null, false);
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
