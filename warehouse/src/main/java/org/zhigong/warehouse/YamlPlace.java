package org.zhigong.warehouse;

import java.nio.file.Path;

/** Where a value stands: its file, its line from 1, and the keys that lead to it. */
record YamlPlace(Path file, int line, String path) {

    YamlPlace at(int newLine) {
        return new YamlPlace(file, newLine, path);
    }

    YamlPlace below(String key) {
        return new YamlPlace(file, line, path.isEmpty() ? key : path + "." + key);
    }

    YamlPlace item(int position) {
        return new YamlPlace(file, line, path + "[" + position + "]");
    }
}
