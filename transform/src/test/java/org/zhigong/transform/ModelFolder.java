package org.zhigong.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes models into a folder, for tests. */
record ModelFolder(Path root) {

    /** The head of a YAML file that has nothing special. */
    static final String HEAD = """
            name: {zh: 表, en: Table}
            description: {zh: 说明。, en: What it is.}
            """;

    Path sql(String table) {
        return root.resolve(table.replace('.', '/') + ".sql");
    }

    Path yaml(String table) {
        return root.resolve(table.replace('.', '/') + ".yaml");
    }

    ModelFolder with(String table, String sql, String yaml) {
        try {
            Files.createDirectories(sql(table).getParent());
            Files.writeString(sql(table), sql);
            Files.writeString(yaml(table), yaml);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Models read() {
        return Models.readLayers(root);
    }
}
