package org.zhigong.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a content file together with its place, so that whoever reads the file can say what is wrong where. Keys
 * keep their order, scalars keep the text that was typed ({@code 01} stays {@code 01}); the reader of a value decides
 * its type.
 *
 * <p><b>Exception handling:</b> whatever is missing, unknown or of another form ends in a {@link SetupException} that
 * names the file, the line, the key, what was expected and what was found.
 */
public final class YamlNode {

    /** What a scalar looked like; quoted scalars are always texts. */
    enum Form {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL,
        LIST,
        MAP
    }

    private final Path file;
    private final int line;
    private final String path;
    private final Form form;
    private final String text;
    private final List<YamlNode> items;
    private final Map<String, YamlNode> entries;

    private YamlNode(YamlPlace place, Form form, String text, List<YamlNode> items, Map<String, YamlNode> entries) {
        this.file = place.file();
        this.line = place.line();
        this.path = place.path();
        this.form = form;
        this.text = text;
        this.items = items;
        this.entries = entries;
    }

    static YamlNode scalar(YamlPlace place, Form form, String text) {
        return new YamlNode(place, form, text, List.of(), Map.of());
    }

    static YamlNode list(YamlPlace place, List<YamlNode> items) {
        return new YamlNode(place, Form.LIST, "", List.copyOf(items), Map.of());
    }

    static YamlNode map(YamlPlace place, Map<String, YamlNode> entries) {
        Map<String, YamlNode> kept = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        return new YamlNode(place, Form.MAP, "", List.of(), kept);
    }

    /** Reads the one document of {@code file}. */
    public static YamlNode read(Path file) {
        return YamlReader.read(file);
    }

    /** The line that this value starts in, from 1. */
    public int line() {
        return line;
    }

    public Path file() {
        return file;
    }

    public boolean isNull() {
        return form == Form.NULL;
    }

    public boolean isMap() {
        return form == Form.MAP;
    }

    public boolean isList() {
        return form == Form.LIST;
    }

    /** The text of a scalar as it was typed. */
    public String text() {
        if (form == Form.MAP || form == Form.LIST || form == Form.NULL) {
            throw expected("a text");
        }
        return text;
    }

    public boolean isTrue() {
        if (form != Form.BOOLEAN) {
            throw expected("true or false");
        }
        return text.equals("true");
    }

    public long integer() {
        if (form == Form.INTEGER) {
            try {
                return Long.parseLong(text.replace("_", ""));
            } catch (NumberFormatException e) {
                throw expected("a whole number");
            }
        }
        throw expected("a whole number");
    }

    public List<YamlNode> items() {
        if (form != Form.LIST) {
            throw expected("a list");
        }
        return items;
    }

    /** The entries of a map in the order of the file. */
    public Map<String, YamlNode> entries() {
        if (form != Form.MAP) {
            throw expected("keys with values");
        }
        return entries;
    }

    /** The value of {@code key}, unless it is missing or null. */
    public Optional<YamlNode> find(String key) {
        @Nullable YamlNode found = entries().get(key);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** The value of {@code key}, which has to be there. */
    public YamlNode require(String key) {
        return find(key)
                .orElseThrow(() -> failure(
                        "missing key '%s', found %s".formatted(key, entries().keySet())));
    }

    /** Refuses every key but {@code keys}; returns this. */
    public YamlNode onlyKeys(Collection<String> keys) {
        for (Map.Entry<String, YamlNode> entry : entries().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                throw entry.getValue()
                        .failure("unknown key '%s': expected one of %s%s"
                                .formatted(entry.getKey(), keys, NearestNames.hint(entry.getKey(), keys)));
            }
        }
        return this;
    }

    /** The complaint that {@code expectation} is not met by this value; the caller throws it. */
    public SetupException expected(String expectation) {
        return failure("expected %s, found %s".formatted(expectation, shown()));
    }

    /** The complaint {@code message} about this value, with its place in front; the caller throws it. */
    public SetupException failure(String message) {
        String key = path.isEmpty() ? "" : path + ": ";
        return new SetupException("%s, line %d: %s%s".formatted(file, line, key, message));
    }

    /** This value as JSON, for readers that do not need its place. */
    public JsonNode json() {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (form) {
            case TEXT -> TextNode.valueOf(text);
            case INTEGER -> LongNode.valueOf(integer());
            case DECIMAL -> DoubleNode.valueOf(Double.parseDouble(text));
            case BOOLEAN -> BooleanNode.valueOf(isTrue());
            case NULL -> NullNode.getInstance();
            case LIST -> {
                ArrayNode array = factory.arrayNode();
                items.forEach(item -> array.add(item.json()));
                yield array;
            }
            case MAP -> {
                ObjectNode object = factory.objectNode();
                entries.forEach((key, value) -> object.set(key, value.json()));
                yield object;
            }
        };
    }

    /** The values of a list, each as the text that was typed. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        items().forEach(item -> texts.add(item.text()));
        return List.copyOf(texts);
    }

    private String shown() {
        return switch (form) {
            case TEXT, INTEGER, DECIMAL, BOOLEAN -> "'" + text + "'";
            case NULL -> "nothing";
            case LIST -> "a list";
            case MAP -> "the keys " + entries.keySet();
        };
    }
}
