package org.zhigong.ingest.codes;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What one federation sets differently: values of rules, by rule. Read from {@code parameters.yaml} of its inbox. */
public record Parameters(Map<String, Long> rules) {

    public Parameters {
        rules = Map.copyOf(new TreeMap<>(rules));
    }

    /** No parameters. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    /**
     * Reads {@code file}; a missing file has no parameters.
     *
     * @throws org.zhigong.warehouse.SetupException naming file and line, for an unknown rule with the nearest names
     */
    public static Parameters read(Path file, CodeLists lists) {
        if (lists.names().isEmpty()) {
            return none();
        }
        throw new UnsupportedOperationException("To be written: " + file);
    }
}
