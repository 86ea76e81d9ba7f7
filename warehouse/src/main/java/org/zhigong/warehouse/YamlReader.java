package org.zhigong.warehouse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML file into {@link YamlNode}s; a key twice, an alias or a second document is refused. */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;

    private YamlReader(YAMLParser parser) {
        this.parser = parser;
    }

    static YamlNode read(Path file) {
        YamlPlace start = new YamlPlace(file, 1, "");
        try (YAMLParser parser = YAML.createParser(Files.readString(file, StandardCharsets.UTF_8))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new SetupException("%s is empty: expected keys with values".formatted(file));
            }
            YamlNode root = new YamlReader(parser).value(first, start);
            if (parser.nextToken() != null) {
                throw new SetupException("%s, line %d: expected one document, found a second"
                        .formatted(file, parser.currentTokenLocation().getLineNr()));
            }
            return root;
        } catch (NoSuchFileException e) {
            throw new SetupException("Missing file %s".formatted(file), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            throw new SetupException("%s, line %d: not YAML: %s".formatted(file, line, problem), e);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    private YamlNode value(JsonToken token, YamlPlace parent) throws IOException {
        YamlPlace place = parent.at(parser.currentTokenLocation().getLineNr());
        if (parser.isCurrentAlias()) {
            throw new SetupException("%s, line %d: expected the value itself, found the alias *%s"
                    .formatted(place.file(), place.line(), parser.getText()));
        }
        return switch (token) {
            case START_OBJECT -> map(place);
            case START_ARRAY -> list(place);
            case VALUE_NUMBER_INT -> YamlNode.scalar(place, YamlNode.Form.INTEGER, parser.getText());
            case VALUE_NUMBER_FLOAT -> YamlNode.scalar(place, YamlNode.Form.DECIMAL, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> YamlNode.scalar(place, YamlNode.Form.BOOLEAN, parser.getText());
            case VALUE_NULL -> YamlNode.scalar(place, YamlNode.Form.NULL, "");
            default -> YamlNode.scalar(place, YamlNode.Form.TEXT, parser.getText());
        };
    }

    private YamlNode map(YamlPlace place) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            if (entries.containsKey(key)) {
                throw new SetupException("%s, line %d: %s: the key is there twice"
                        .formatted(place.file(), line, place.below(key).path()));
            }
            entries.put(key, value(next(), place.below(key).at(line)));
        }
        return YamlNode.map(place, entries);
    }

    private YamlNode list(YamlPlace place) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token, place.item(items.size() + 1)));
        }
        return YamlNode.list(place, items);
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(
                    (JsonParser) parser, JsonToken.NOT_AVAILABLE, "ends early");
        }
        return token;
    }
}
