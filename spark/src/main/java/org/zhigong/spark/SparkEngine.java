package org.zhigong.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

/** Spark behind the floor's interface: a table, or a select that is read like one, is known to the session. */
final class SparkEngine implements Engine {

    private final SparkSession session;
    private final EngineTables tables;
    private final List<SparkEngine> beside;
    private final boolean isFirst;
    private final boolean isHere;
    private final Map<TableName, Dataset<Row>> kept = new HashMap<>();
    private final int partitions;
    private Effort effort;

    /** @param tables the ones that {@code session} looks into */
    SparkEngine(SparkSession session, EngineTables tables) {
        this(session, tables, List.of(), false);
    }

    /** An engine with {@code beside} beside it, of other sessions in the same context. */
    SparkEngine(SparkSession session, EngineTables tables, List<SparkEngine> beside) {
        this(session, tables, beside, true);
    }

    private SparkEngine(SparkSession session, EngineTables tables, List<SparkEngine> beside, boolean isFirst) {
        this.session = session;
        this.tables = tables;
        this.beside = List.copyOf(beside);
        this.isFirst = isFirst;
        this.isHere = session.sparkContext().isLocal();
        this.partitions = Math.max(
                session.sparkContext().defaultParallelism(),
                Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions")));
        effort = Effort.of(0, session);
        effort.in(session, partitions);
    }

    @Override
    public String identity() {
        return "spark " + session.version();
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied) {
        if (files.isEmpty()) {
            Stream<Column> places = supplied.stream().map(name -> new Column(name, ColumnType.BIGINT));
            defineRows(table, Stream.concat(columns.stream(), places).toList(), List.of());
            return;
        }
        prepare(files);
        String[] paths =
                files.stream().map(file -> HadoopPaths.of(file).toString()).toArray(String[]::new);
        Dataset<Row> rows = session.read().schema(SparkTypes.schema(columns)).parquet(paths);
        Stream<String> held = columns.stream().map(column -> SparkTypes.quoted(column.name()));
        Stream<String> places = supplied.stream().map(name -> supplied(name, files));
        define(table, rows.selectExpr(Stream.concat(held, places).toArray(String[]::new)));
    }

    /** From the first large table on, queries deserve the effort that large tables deserve. */
    private void prepare(List<Path> files) {
        try {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            if (effort == Effort.SMALL && Effort.of(bytes, session) == Effort.LARGE) {
                effort = Effort.LARGE;
                effort.in(session, partitions);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read", files.get(0), e);
        }
    }

    private static String supplied(String name, List<Path> files) {
        if (name.equals(ROW_IN_FILE)) {
            return "_metadata.row_index as " + ROW_IN_FILE;
        }
        String list = files.stream()
                .map(file -> SparkTypes.literal(HadoopPaths.asSparkNamesIt(file)))
                .collect(Collectors.joining(", "));
        return "array_position(array(%s), _metadata.file_path) - 1 as %s".formatted(list, FILE_IN_LIST);
    }

    private void define(TableName table, Dataset<Row> rows) {
        tables.put(table, rows.queryExecution().analyzed());
    }

    @Override
    public void define(TableName table, String select) {
        define(table, run(select));
    }

    @Override
    public void keep(TableName table, String select) {
        Dataset<Row> rows = run(select);
        if (isHere) {
            define(table, failing(select, () -> rows.localCheckpoint()));
        } else {
            // What an executor takes with it is computed again; those who read it need not plan it again.
            kept.put(table, rows.persist(StorageLevel.MEMORY_AND_DISK()));
            tables.put(table, rows.queryExecution().withCachedData());
        }
    }

    @Override
    public void drop(TableName table) {
        tables.remove(table);
        Optional.ofNullable(kept.remove(table)).ifPresent(Dataset::unpersist);
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        List<Row> values =
                rows.stream().map(row -> SparkTypes.row(columns, row)).toList();
        define(table, session.createDataFrame(values, SparkTypes.schema(columns)));
    }

    @Override
    public Output write(String select, List<Column> columns, List<String> orderBy, Path file) {
        Dataset<Row> rows = run(select);
        Dataset<Row> cast = rows.selectExpr(columns.stream()
                .map(column -> "cast(%1$s as %2$s) as %1$s"
                        .formatted(SparkTypes.quoted(column.name()), SparkTypes.sql(column.type())))
                .toArray(String[]::new));
        Dataset<Row> typed = effort == Effort.SMALL ? cast.coalesce(1) : cast.repartition(1);
        org.apache.spark.sql.Column[] order = orderBy.stream()
                .map(name -> rows.col(SparkTypes.quoted(name)))
                .map(org.apache.spark.sql.Column::asc_nulls_last)
                .toArray(org.apache.spark.sql.Column[]::new);
        Path folder = file.resolveSibling(file.getFileName() + ".parts");
        failing(select, () -> {
            (order.length == 0 ? typed : typed.sortWithinPartitions(order))
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(HadoopPaths.of(folder).toString());
            return folder;
        });
        moveOnlyPart(folder, file);
        return new Output(ParquetFooter.of(file).rows(), columns, Hashes.ofFile(file));
    }

    private static void moveOnlyPart(Path folder, Path file) {
        try (Stream<Path> parts = Files.list(folder)) {
            Path part = parts.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move the part of %s".formatted(file), e);
        }
        AtomicFiles.delete(folder);
    }

    @Override
    public List<Map<String, Object>> query(String select) {
        Dataset<Row> data = run(select);
        String[] names = data.columns();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : failing(select, data::collectAsList)) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                values.put(names[i], widened(row.get(i)));
            }
            rows.add(values);
        }
        return rows;
    }

    private static @Nullable Object widened(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    @Override
    public List<Column> columns(String select) {
        return SparkTypes.columns(run(select).schema(), select);
    }

    @Override
    public List<Engine> beside() {
        return List.copyOf(beside);
    }

    /** Ends the context of all sessions; those beside have nothing of their own. */
    @Override
    public void close() {
        if (isFirst) {
            session.stop();
        }
    }

    private Dataset<Row> run(String sql) {
        return failing(sql, () -> session.sql(sql));
    }

    private static <T> T failing(String sql, Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions that its Java signatures do not declare.
            Throwable cause = cause(e);
            throw new EngineException("Cannot run: %s%n%s".formatted(sql, cause.getMessage()), cause);
        }
    }

    /** Trouble with a disk or a cluster comes wrapped as a defect of Spark, which says nothing. */
    private static Throwable cause(Throwable e) {
        boolean isWrapped = String.valueOf(e.getMessage()).startsWith("[INTERNAL_ERROR]");
        return isWrapped && e.getCause() != null ? cause(e.getCause()) : e;
    }
}
