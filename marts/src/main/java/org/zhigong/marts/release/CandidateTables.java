package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.duckdb.ServingFile;

/** Writes the tables of a candidate side by side and keeps the books; the bytes depend on each table alone. */
final class CandidateTables {

    private final Path folder;
    private final List<CandidateTable> tables;
    private final Map<TableName, Output> outputs = new ConcurrentHashMap<>();

    /** An engine, and the tables of the candidate that it knows. */
    private record Worker(Engine engine, Set<TableName> known) {}

    CandidateTables(Path folder, List<CandidateTable> tables) {
        this.folder = folder;
        this.tables = List.copyOf(tables);
    }

    /** Writes them all and leaves them defined in {@code engine}. */
    void write(Engine engine) {
        List<Worker> workers = Stream.concat(Stream.of(engine), engine.beside().stream())
                .map(each -> new Worker(each, new HashSet<>()))
                .toList();
        List<SideBySide.Step<Worker>> steps = new ArrayList<>();
        for (CandidateTable table : tables) {
            List<Integer> after = IntStream.range(0, steps.size())
                    .filter(i -> table.reads().contains(tables.get(i).name()))
                    .boxed()
                    .toList();
            steps.add(new SideBySide.Step<>(after, worker -> write(table, worker)));
        }
        SideBySide.run(workers, steps);
        tables.forEach(table -> know(workers.get(0), table.name()));
    }

    private void write(CandidateTable table, Worker worker) {
        table.reads().forEach(read -> know(worker, read));
        CandidateTable.Rows rows = table.rows().apply(worker.engine());
        outputs.put(
                table.name(),
                worker.engine().write(rows.select(), rows.columns(), table.orderBy(), file(table.name())));
    }

    private void know(Worker worker, TableName table) {
        if (worker.known().add(table)) {
            worker.engine().define(table, output(table).columns(), List.of(file(table)));
        }
    }

    private Path file(TableName table) {
        return Manifest.parquet(folder, table.name());
    }

    private Output output(TableName table) {
        @Nullable Output output = outputs.get(table);
        if (output == null) {
            throw new IllegalStateException("Table %s is not written yet".formatted(table));
        }
        return output;
    }

    /** Their files, as a manifest names them. */
    List<Manifest.ReleasedFile> files() {
        return tables.stream()
                .map(table -> {
                    Output output = output(table.name());
                    return new Manifest.ReleasedFile(
                            folder.relativize(file(table.name())).toString().replace('\\', '/'),
                            output.sha256(),
                            Optional.of(output.rows()),
                            output.columns());
                })
                .toList();
    }

    /** What the file for readers is to hold. @throws SetupException naming a column that has no label */
    List<ServingFile.Table> served() {
        return tables.stream()
                .map(table -> new ServingFile.Table(
                        table.name(),
                        file(table.name()),
                        both(table.title()),
                        comments(table.name(), output(table.name()).columns(), table.labels())))
                .toList();
    }

    private static Map<String, String> comments(TableName name, List<Column> columns, Map<String, Label> labels) {
        Map<String, String> comments = new TreeMap<>();
        for (Column column : columns) {
            @Nullable Label label = labels.get(column.name());
            if (label == null) {
                throw new SetupException(
                        "The released column %s.%s has no label: say in Chinese and English what it holds"
                                .formatted(name, column.name()));
            }
            comments.put(column.name(), both(label));
        }
        return comments;
    }

    private static String both(Label label) {
        return label.zh() + " / " + label.en();
    }
}
