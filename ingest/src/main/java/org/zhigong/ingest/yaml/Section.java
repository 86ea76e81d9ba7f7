package org.zhigong.ingest.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhigong.warehouse.SetupException;

/**
 * A mapping of a YAML file that is read key by key; whoever reads it asks for every key there may be and then calls
 * {@link #end}, which refuses the others.
 *
 * <p><b>Exception handling:</b> every method throws {@link SetupException} naming file and line, what was found and
 * what is expected.
 */
public final class Section {

    private final YamlFile file;
    private final String path;
    private final YamlNode.Mapping mapping;
    private final SortedSet<String> known = new TreeSet<>();

    private Section(YamlFile file, String path, YamlNode.Mapping mapping) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
    }

    /** The document in {@code file}; {@code what} names its sort in messages, for example "contract". */
    public static Section read(String what, Path file) {
        YamlFile yaml = new YamlFile(what, file);
        YamlNode root = yaml.read();
        if (root instanceof YamlNode.Mapping mapping) {
            return new Section(yaml, "", mapping);
        }
        throw yaml.broken(root.line(), "expected a mapping, found " + root.description());
    }

    /** A failure at this section. */
    public SetupException broken(String problem) {
        return file.broken(mapping.line(), problem);
    }

    /** A failure at the value of {@code key}. */
    public SetupException broken(String key, String problem) {
        return file.broken(line(key), problem);
    }

    /** Whether the file has {@code key}. */
    public boolean has(String key) {
        known.add(key);
        return mapping.entries().containsKey(key);
    }

    /** All keys, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** The text at {@code key}, which must not be blank. */
    public String text(String key) {
        return scalar(key, required(key)).text();
    }

    /** The text at {@code key}, if there. */
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The text at {@code key}, translated by {@code reader}, whose IllegalArgumentException is told with the line. */
    public <T> T value(String key, Function<String, T> reader) {
        String text = text(key);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw broken(key, "key '%s': %s".formatted(name(key), e.getMessage()));
        }
    }

    /** The value at {@code key}, {@code otherwise} if it is not there. */
    public <T> T value(String key, T otherwise, Function<String, T> reader) {
        return has(key) ? value(key, reader) : otherwise;
    }

    /** The list of texts at {@code key}; a text may be empty; no key, no texts. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                throw file.broken(
                        item.line(), "key '%s': expected a text, found %s".formatted(name(key), item.description()));
            }
        }
        return texts;
    }

    /** The list of texts at {@code key}, each translated by {@code reader}. */
    public <T> List<T> values(String key, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (String text : texts(key)) {
            try {
                values.add(reader.apply(text));
            } catch (IllegalArgumentException e) {
                throw broken(key, "key '%s': %s".formatted(name(key), e.getMessage()));
            }
        }
        return values;
    }

    /** The mapping at {@code key}. */
    public Section section(String key) {
        return section(key, name(key), required(key));
    }

    /** The mappings in the list at {@code key}; no key, no mappings. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : items(key)) {
            sections.add(section(key, itemName(key, item), item));
        }
        return sections;
    }

    /**
     * The list of properties at {@code key}, each {@code {property: name, value: …}}, as one section by name; no key,
     * an empty section.
     */
    public Section properties(String key) {
        java.util.Map<String, YamlNode> entries = new java.util.LinkedHashMap<>();
        for (Section item : sections(key)) {
            String property = item.text("property");
            if (entries.put(property, item.required("value")) != null) {
                throw item.broken("property '%s' stands twice".formatted(property));
            }
            item.end();
        }
        return new Section(file, path, new YamlNode.Mapping(line(key), entries));
    }

    /** Refuses keys that nobody asked for. */
    public void end() {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                throw file.broken(
                        line(key),
                        "unknown key '%s'; expected one of %s".formatted(name(key), String.join(", ", known)));
            }
        }
    }

    private YamlNode required(String key) {
        known.add(key);
        YamlNode node = mapping.entries().get(key);
        if (node == null) {
            throw broken("missing key '%s'".formatted(name(key)));
        }
        return node;
    }

    private List<YamlNode> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode node = required(key);
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw file.broken(node.line(), "key '%s': expected a list, found %s".formatted(name(key), node.description()));
    }

    private YamlNode.Scalar scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar;
        }
        String found = node instanceof YamlNode.Scalar ? "nothing" : node.description();
        throw file.broken(node.line(), "key '%s': expected a text, found %s".formatted(name(key), found));
    }

    private Section section(String key, String name, YamlNode node) {
        if (node instanceof YamlNode.Mapping child) {
            return new Section(file, name, child);
        }
        throw file.broken(
                node.line(), "key '%s': expected a mapping, found %s".formatted(name(key), node.description()));
    }

    /** Items of a list are told apart by their name, if they have one. */
    private static String itemName(String key, YamlNode item) {
        return item instanceof YamlNode.Mapping mapping
                        && mapping.entries().get("name") instanceof YamlNode.Scalar scalar
                ? "%s[%s]".formatted(key, scalar.text())
                : key;
    }

    private int line(String key) {
        YamlNode node = mapping.entries().get(key);
        return node == null ? mapping.line() : node.line();
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
