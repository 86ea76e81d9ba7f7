package org.zhigong.spark.close;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhigong.warehouse.Engine;

/** Whether two homes, of whatever engines, hold the same rows. */
record Agreement(Engine engine) {

    /** Of every table and every released file, what is not the same in both homes: the first row that differs. */
    List<String> differences(Path one, Path other) throws IOException {
        List<String> found = new ArrayList<>();
        List<String> tables = names(one.resolve("tables"));
        if (!tables.equals(names(other.resolve("tables")))) {
            found.add("tables: %s and %s".formatted(tables, names(other.resolve("tables"))));
        }
        for (String table : tables) {
            String part = "tables/%s/*/part.parquet".formatted(table);
            rows(table, one.resolve(part), other.resolve(part), found);
        }
        String marts = "releases/%s/marts";
        Path first = one.resolve(
                marts.formatted(Files.readString(one.resolve("HEAD")).strip()));
        Path second = other.resolve(
                marts.formatted(Files.readString(other.resolve("HEAD")).strip()));
        for (String file : names(first)) {
            ordered(file, first.resolve(file), second.resolve(file), found);
        }
        return found;
    }

    private void rows(String what, Path one, Path other, List<String> found) {
        for (List<Path> pair : List.of(List.of(one, other), List.of(other, one))) {
            List<Map<String, Object>> rows = engine.query(
                    "(%s) except all (%s) limit 1".formatted(all(pair.get(0), false), all(pair.get(1), false)));
            rows.forEach(row -> found.add("%s: only in %s: %s".formatted(what, pair.get(0), row)));
        }
    }

    /** The same rows in the same places. */
    private void ordered(String what, Path one, Path other, List<String> found) {
        List<Map<String, Object>> rows = engine.query(
                "(%s) except (%s) order by file_row_number limit 1".formatted(all(one, true), all(other, true)));
        rows.forEach(row -> found.add("%s: only in %s: %s".formatted(what, one, row)));
    }

    private static String all(Path files, boolean isPlaced) {
        return "select * from read_parquet('%s', file_row_number = %s)".formatted(files, isPlaced);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
