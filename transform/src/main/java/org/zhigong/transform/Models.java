package org.zhigong.transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

/**
 * The models of one or more folders, by table.
 *
 * <p><b>Exception handling:</b> what is wrong in a file ends in a {@link SetupException} naming file, line, what was
 * expected and what was found.
 */
public final class Models {

    private final SortedMap<TableName, Model> byTable;

    private Models(SortedMap<TableName, Model> byTable) {
        this.byTable = Collections.unmodifiableSortedMap(byTable);
    }

    /** No models, to begin with. */
    public static Models none() {
        return new Models(new TreeMap<>());
    }

    /** Reads {@code <folder>/<layer>/<name>.sql} for every layer that has a folder. */
    public static Models readLayers(Path folder) {
        Models models = none();
        for (Path layer : inside(folder)) {
            if (Files.isDirectory(layer)) {
                models = models.and(readLayer(layer.getFileName().toString(), layer));
            }
        }
        return models;
    }

    /** Reads {@code <folder>/<name>.sql} as the models of {@code layer}. */
    public static Models readLayer(String layer, Path folder) {
        SortedMap<TableName, Model> models = new TreeMap<>();
        for (Path file : inside(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".sql")) {
                TableName table = table(layer, file);
                models.put(table, ModelFile.read(table, file));
            } else if (!name.endsWith(".yaml") && !name.endsWith(".md")) {
                throw new SetupException(
                        "%s: expected models, <name>.sql with <name>.yaml beside it, found this file".formatted(file));
            } else if (name.endsWith(".yaml") && !Files.exists(file.resolveSibling(name.replace(".yaml", ".sql")))) {
                throw new SetupException(
                        "%s has no model: expected %s beside it".formatted(file, name.replace(".yaml", ".sql")));
            }
        }
        return new Models(models);
    }

    /** These models and {@code others}. @throws SetupException if both have one table */
    public Models and(Models others) {
        SortedMap<TableName, Model> all = new TreeMap<>(byTable);
        for (Model model : others.all()) {
            Optional<Model> twin = find(model.table());
            if (twin.isPresent()) {
                throw new SetupException("%s is there twice: %s and %s"
                        .formatted(model.table(), twin.get().file(), model.file()));
            }
            all.put(model.table(), model);
        }
        return new Models(all);
    }

    /** All models, by table name. */
    public List<Model> all() {
        return List.copyOf(byTable.values());
    }

    /** The models that run as often as {@code cadence} says, by table name. */
    public List<Model> all(Model.Cadence cadence) {
        return byTable.values().stream()
                .filter(model -> model.cadence() == cadence)
                .toList();
    }

    public Optional<Model> find(TableName table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /** The model {@code table}. @throws SetupException naming the nearest ones there are */
    public Model model(TableName table) {
        List<String> names = byTable.keySet().stream().map(TableName::toString).toList();
        return find(table)
                .orElseThrow(() -> new SetupException(
                        "There is no model %s%s".formatted(table, NearestNames.hint(table.toString(), names))));
    }

    /** The examples of all models, in the order of tables and files. */
    public List<ModelExample> examples() {
        return byTable.values().stream()
                .flatMap(model -> model.examples().stream())
                .toList();
    }

    private static TableName table(String layer, Path file) {
        String name = file.getFileName().toString().replace(".sql", "");
        try {
            return new TableName(layer, name);
        } catch (IllegalArgumentException e) {
            throw new SetupException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = new ArrayList<>(
                    files.filter(file -> !file.getFileName().toString().startsWith("."))
                            .toList());
            Collections.sort(found);
            return found;
        } catch (IOException e) {
            throw AtomicFiles.failed("read the models of", folder, e);
        }
    }
}
