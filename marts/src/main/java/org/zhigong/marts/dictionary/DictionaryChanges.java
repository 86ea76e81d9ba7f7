package org.zhigong.marts.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhigong.marts.dictionary.Entry.Kind;
import org.zhigong.transform.Label;

/**
 * What the dictionary of a release says otherwise than that of the release before.
 *
 * @param since the release before; empty in the first
 */
record DictionaryChanges(Optional<String> since, List<Change> changes) {

    private static final Label ADDED = new Label("新增", "added");
    private static final Label REMOVED = new Label("删除", "removed");
    private static final Label CHANGED = new Label("变更", "changed");

    /** @param what which facts and which rows differ; empty for what is new or gone */
    record Change(Kind kind, String id, Label how, List<String> what) {}

    DictionaryChanges {
        changes = List.copyOf(changes);
    }

    static DictionaryChanges none(Optional<String> since) {
        return new DictionaryChanges(since, List.of());
    }

    /** Compares two documents as {@link DictionaryText#json} writes them. */
    static DictionaryChanges between(String since, JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            JsonNode old = before.path(kind.word());
            JsonNode young = after.path(kind.word());
            for (String id : names(old, young)) {
                if (!old.has(id) || !young.has(id)) {
                    changes.add(new Change(kind, id, old.has(id) ? REMOVED : ADDED, List.of()));
                } else if (!old.path(id).equals(young.path(id))) {
                    changes.add(new Change(kind, id, CHANGED, differing(old.path(id), young.path(id))));
                }
            }
        }
        return new DictionaryChanges(Optional.of(since), changes);
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> differing(JsonNode old, JsonNode young) {
        Set<String> what = new LinkedHashSet<>();
        if (!old.path("name").equals(young.path("name"))) {
            what.add("Name");
        }
        names(old.path("facts"), young.path("facts")).stream()
                .filter(fact ->
                        !old.path("facts").path(fact).equals(young.path("facts").path(fact)))
                .forEach(what::add);
        Set<JsonNode> rows = new LinkedHashSet<>();
        old.path("rows").forEach(rows::add);
        Set<JsonNode> same = new LinkedHashSet<>();
        young.path("rows").forEach(row -> (rows.contains(row) ? same : rows).add(row));
        rows.removeAll(same);
        rows.forEach(row -> what.add(row.path("Column")
                .asText(row.path("Code").asText(row.path("Rule").asText()))));
        return List.copyOf(what);
    }

    /** In a few words, both languages beside each other. */
    String markdown() {
        StringBuilder text = new StringBuilder("# 数据字典的变化 What changed in the dictionary\n\n");
        text.append("- 比较对象 Compared with: %s\n\n".formatted(since.orElse("无，首次发布 none, this is the first")));
        if (changes.isEmpty()) {
            return text.append("无 None\n").toString();
        }
        changes.forEach(change -> text.append("- %s %s `%s` %s %s%s\n"
                .formatted(
                        change.kind().title().zh(),
                        change.kind().title().en(),
                        change.id(),
                        change.how().zh(),
                        change.how().en(),
                        change.what().isEmpty() ? "" : ": " + String.join(", ", change.what()))));
        return text.toString();
    }

    String html() {
        String rows = changes.stream()
                .map(change ->
                        "<tr><td>%s</td><td><a href=\"index.html#%s-%s\"><code>%s</code></a></td><td>%s</td><td>%s</td></tr>\n"
                                .formatted(
                                        Html.both(change.kind().title()),
                                        change.kind().word(),
                                        Html.text(change.id()),
                                        Html.text(change.id()),
                                        Html.both(change.how()),
                                        Html.text(String.join(", ", change.what()))))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="zh"><head><meta charset="utf-8"><title>数据字典的变化 Changes of the dictionary</title>
                <style>
                %s</style></head><body>
                <main><h1>数据字典的变化 What changed in the dictionary</h1>
                <p>比较对象 Compared with: <code>%s</code> · <a href="index.html">数据字典 Data dictionary</a></p>
                %s</main></body></html>
                """.formatted(
                        Resource.text("page.css"),
                        Html.text(since.orElse("无，首次发布 none, this is the first")),
                        changes.isEmpty() ? "<p>无 None</p>\n" : "<table><tbody>\n" + rows + "</tbody></table>\n");
    }
}
