package org.zhigong.marts.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.marts.dictionary.Entry.Fact;
import org.zhigong.marts.dictionary.Entry.Kind;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Json;

/** The dictionary for programs, and for people without a browser. */
final class DictionaryText {

    private DictionaryText() {}

    /** As Markdown, both languages beside each other. */
    static String markdown(List<Entry> entries) {
        StringBuilder text = new StringBuilder(1 << 19);
        text.append("# 数据字典 Data dictionary\n");
        for (Kind kind : Kind.values()) {
            text.append("\n## ").append(both(kind.title())).append('\n');
            entries.stream().filter(entry -> entry.kind() == kind).forEach(entry -> entry(text, entry));
        }
        return text.toString();
    }

    private static void entry(StringBuilder text, Entry entry) {
        text.append("\n### `%s` %s\n\n".formatted(entry.id(), both(entry.name())));
        for (Fact fact : entry.facts()) {
            String named = fact.references().stream()
                    .map(reference -> "`" + reference.id() + "`")
                    .collect(Collectors.joining(" "));
            text.append("- %s: %s\n".formatted(both(fact.title()), (both(fact.text()) + " " + named).strip()));
        }
        if (entry.grid().rows().isEmpty()) {
            return;
        }
        text.append('\n').append(row(entry.grid().header()));
        text.append("|---".repeat(entry.grid().header().size())).append("|\n");
        entry.grid().rows().forEach(row -> text.append(row(row)));
    }

    private static String row(List<Label> cells) {
        return cells.stream()
                .map(cell -> both(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String both(Label label) {
        String both = label.zh().equals(label.en()) ? label.en() : label.zh() + " / " + label.en();
        return both.replace('\n', ' ');
    }

    /** As one JSON document: the entries by kind and id, and what comes from what. */
    static String json(List<Entry> entries, Lineage lineage) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Map<String, Object> ofKind = new LinkedHashMap<>();
            entries.stream().filter(entry -> entry.kind() == kind).forEach(entry -> ofKind.put(entry.id(), of(entry)));
            document.put(kind.word(), ofKind);
        }
        Map<String, Object> sources = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> !lineage.sources(entry.id()).isEmpty())
                .forEach(entry -> sources.put(entry.id(), lineage.sources(entry.id())));
        document.put("lineage", sources);
        return Json.pretty(document);
    }

    private static Map<String, Object> of(Entry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : entry.facts()) {
            List<String> named =
                    fact.references().stream().map(Entry.Reference::id).toList();
            facts.put(fact.title().en(), named.isEmpty() ? fact.text() : named);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Label> row : entry.grid().rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Label cell = row.get(i);
                cells.put(entry.grid().header().get(i).en(), cell.zh().equals(cell.en()) ? cell.en() : cell);
            }
            rows.add(cells);
        }
        return Map.of("name", entry.name(), "facts", facts, "rows", rows);
    }

    /** The short way in for a language model, in the form of llmstxt.org. */
    static String llms(List<Entry> entries) {
        StringBuilder text = new StringBuilder("""
                # Zhigong release

                > Released figures of a municipal trade-union federation: protected aggregates by indicator, period, place and
                > breakdown. Open zhigong.duckdb read-only with DuckDB 1.4 or newer (schema marts), or marts/*.parquet.

                A figure is a row of marts.figures. protection = 'confidential' means that its numbers are withheld: neither
                null in the sense of unknown nor zero. status = 'bounds' means that only lower and upper are known. Never add
                up rates: add numerators and denominators of the same period. Say when manifest.json has "synthetic": true.

                ## Dictionary

                - [Everything, in words](dictionary/dictionary.md)
                - [Everything, as JSON](dictionary/dictionary.json)
                - [What changed since the last release](dictionary/changes.md)
                """);
        for (Kind kind : List.of(Kind.RELEASED, Kind.INDICATOR)) {
            text.append("\n## ").append(kind.title().en()).append("\n\n");
            entries.stream()
                    .filter(entry -> entry.kind() == kind)
                    .forEach(entry -> text.append("- %s: %s\n".formatted(entry.id(), both(entry.name()))));
        }
        return text.toString();
    }
}
