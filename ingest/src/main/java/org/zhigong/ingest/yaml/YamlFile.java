package org.zhigong.ingest.yaml;

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
import java.util.stream.Collectors;
import org.zhigong.warehouse.SetupException;

/** Reads the one document of a YAML file; a key may stand only once, and anchors are not understood. */
final class YamlFile {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String what;
    private final Path file;

    YamlFile(String what, Path file) {
        this.what = what;
        this.file = file;
    }

    YamlNode read() {
        try (YAMLParser parser = FACTORY.createParser(Files.readString(file, StandardCharsets.UTF_8))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw broken(1, "the file is empty");
            }
            YamlNode root = node(parser, first);
            if (parser.nextToken() != null) {
                throw broken(line(parser), "a second document starts; expected one");
            }
            return root;
        } catch (NoSuchFileException e) {
            throw new SetupException("Missing %s %s".formatted(what, file), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new SetupException(message(line, "broken YAML: " + firstSentence(e)), e);
        } catch (IOException e) {
            throw new SetupException("Cannot read %s %s: %s".formatted(what, file, e.getMessage()), e);
        }
    }

    SetupException broken(int line, String problem) {
        return new SetupException(message(line, problem));
    }

    private String message(int line, String problem) {
        return "Invalid %s %s, line %d: %s".formatted(what, file, line, problem);
    }

    private YamlNode node(YAMLParser parser, JsonToken token) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw broken(line(parser), "anchors and aliases are not allowed; write the value out");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> sequence(parser);
            default -> new YamlNode.Scalar(line(parser), token == JsonToken.VALUE_NULL ? "" : parser.getText());
        };
    }

    private YamlNode mapping(YAMLParser parser) throws IOException {
        int line = line(parser);
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            if (entries.put(key, node(parser, parser.nextToken())) != null) {
                throw broken(keyLine, "key '%s' stands twice".formatted(key));
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode sequence(YAMLParser parser) throws IOException {
        int line = line(parser);
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(parser, token));
        }
        return new YamlNode.Sequence(line, items);
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser draws the place over several indented lines; the others say what is wrong. */
    private static String firstSentence(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
