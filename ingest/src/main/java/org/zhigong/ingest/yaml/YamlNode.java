package org.zhigong.ingest.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a YAML document that knows its line. */
sealed interface YamlNode {

    /** The line in the file, from 1. */
    int line();

    /** What it is, for messages. */
    String description();

    /** A text, number or truth value, as written. */
    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String description() {
            return "'" + text + "'";
        }
    }

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** Keys and values in the order of the file. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }
}
