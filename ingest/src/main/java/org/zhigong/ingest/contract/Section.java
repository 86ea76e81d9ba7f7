package org.zhigong.ingest.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.YamlNode;

/**
 * A mapping of a contract that is read key by key; whoever reads it asks for every key there may be and then calls
 * {@link #end}, which refuses the others. Places are told by the names of columns and properties, not by their
 * positions.
 *
 * <p><b>Exception handling:</b> every method throws {@link SetupException} naming file and line, what was found and
 * what is expected.
 */
final class Section {

    private final Path file;
    private final int line;
    private final String path;
    private final Map<String, YamlNode> entries;
    private final SortedSet<String> known = new TreeSet<>();

    private Section(Path file, int line, String path, Map<String, YamlNode> entries) {
        this.file = file;
        this.line = line;
        this.path = path;
        this.entries = entries;
    }

    /** The document in {@code file}. */
    static Section read(Path file) {
        YamlNode root = YamlNode.read(file);
        return new Section(file, root.line(), "", root.entries());
    }

    /** A failure at this section. */
    SetupException broken(String problem) {
        return failure(line, path, problem);
    }

    /** A failure at the value of {@code key}. */
    SetupException broken(String key, String problem) {
        return failure(line(key), name(key), problem);
    }

    /** Whether the file has {@code key}. */
    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** The text at {@code key}, which must not be blank. */
    String text(String key) {
        YamlNode node = required(key);
        if (node.isMap() || node.isList() || node.isNull() || node.text().isBlank()) {
            throw broken(key, "expected a text, found %s".formatted(shown(node)));
        }
        return node.text();
    }

    /** The text at {@code key}, if there. */
    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The text at {@code key}, translated by {@code reader}, whose IllegalArgumentException is told with the line. */
    <T> T value(String key, Function<String, T> reader) {
        return translate(key, text(key), reader);
    }

    /** The value at {@code key}, {@code otherwise} if it is not there. */
    <T> T value(String key, T otherwise, Function<String, T> reader) {
        return has(key) ? value(key, reader) : otherwise;
    }

    /** The list of texts at {@code key}; no key, no texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item.isMap() || item.isList() || item.isNull()) {
                throw broken(key, "expected a list of texts, found %s in it".formatted(shown(item)));
            }
            texts.add(item.text());
        }
        return texts;
    }

    /** The list of texts at {@code key}, each translated by {@code reader}. */
    <T> List<T> values(String key, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        texts(key).forEach(text -> values.add(translate(key, text, reader)));
        return values;
    }

    /** The mapping at {@code key}. */
    Section section(String key) {
        return section(key, name(key), required(key));
    }

    /** The mappings in the list at {@code key}; no key, no mappings. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : items(key)) {
            YamlNode itsName = item.isMap() ? item.entries().get("name") : null;
            String name = itsName == null
                    ? key
                    : "%s[%s]".formatted(key, shown(itsName).replace("'", ""));
            sections.add(section(key, name, item));
        }
        return sections;
    }

    /** The list of properties at {@code key}, each {@code {property: name, value: …}}, as one section by name. */
    Section properties(String key) {
        Map<String, YamlNode> properties = new LinkedHashMap<>();
        for (Section item : sections(key)) {
            String property = item.text("property");
            if (properties.put(property, item.required("value")) != null) {
                throw item.broken("property '%s' is there twice".formatted(property));
            }
            item.end();
        }
        return new Section(file, line(key), path, properties);
    }

    /** Refuses keys that nobody asked for. */
    void end() {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                throw broken(
                        key,
                        "unknown key '%s': expected one of %s%s".formatted(key, known, NearestNames.hint(key, known)));
            }
        }
    }

    private <T> T translate(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new SetupException(message(line(key), name(key), String.valueOf(e.getMessage())), e);
        }
    }

    private YamlNode required(String key) {
        known.add(key);
        YamlNode node = entries.get(key);
        if (node == null) {
            throw broken("missing key '%s'".formatted(key));
        }
        return node;
    }

    private List<YamlNode> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode node = required(key);
        if (!node.isList()) {
            throw broken(key, "expected a list, found %s".formatted(shown(node)));
        }
        return node.items();
    }

    private Section section(String key, String name, YamlNode node) {
        if (!node.isMap()) {
            throw broken(key, "expected keys with values, found %s".formatted(shown(node)));
        }
        return new Section(file, node.line(), name, node.entries());
    }

    private static String shown(YamlNode node) {
        if (node.isMap()) {
            return "keys with values";
        }
        return node.isList() ? "a list" : node.isNull() || node.text().isBlank() ? "nothing" : "'" + node.text() + "'";
    }

    private int line(String key) {
        @Nullable YamlNode node = entries.get(key);
        return node == null ? line : node.line();
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private SetupException failure(int at, String name, String problem) {
        return new SetupException(message(at, name, problem));
    }

    private String message(int at, String name, String problem) {
        return "%s, line %d: %s%s".formatted(file, at, name.isEmpty() ? "" : name + ": ", problem);
    }
}
