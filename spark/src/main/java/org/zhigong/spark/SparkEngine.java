package org.zhigong.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

/** Spark behind the floor's interface: a layer is a database of the session's own catalog, a table is a view in it. */
final class SparkEngine implements Engine {

    private final SparkSession session;
    private final Set<String> databases = new HashSet<>();

    SparkEngine(SparkSession session) {
        this.session = session;
        Prelude.STATEMENTS.forEach(statement -> failing(statement, () -> session.sql(statement)));
    }

    @Override
    public String identity() {
        return "spark " + session.version();
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files) {
        if (files.isEmpty()) {
            defineRows(table, columns, List.of());
            return;
        }
        Set<String> held =
                Set.of(session.read().parquet(files.get(0).toString()).columns());
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int number = i;
            String names = columns.stream()
                    .map(column -> held.contains(column.name()) ? quoted(column.name()) : supplied(column, number))
                    .collect(Collectors.joining(", "));
            selects.add("select %s from parquet.`%s`".formatted(names, files.get(i)));
        }
        define(table, String.join(" union all ", selects));
    }

    @Override
    public void define(TableName table, String select) {
        if (databases.add(table.layer())) {
            run("create database if not exists " + table.layer());
        }
        run("create or replace view %s as %s".formatted(table, select));
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        String types = columns.stream()
                .map(column -> "cast(%1$s as %2$s) as %1$s".formatted(quoted(column.name()), sparkName(column.type())))
                .collect(Collectors.joining(", "));
        String header = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        List<Map<String, Object>> given = rows.isEmpty() ? List.of(Map.of()) : rows;
        String values = given.stream().map(row -> valuesOf(columns, row)).collect(Collectors.joining(", "));
        define(
                table,
                "select %s from values %s as t(%s)%s"
                        .formatted(types, values, header, rows.isEmpty() ? " where false" : ""));
    }

    @Override
    public Output write(String select, List<String> orderBy, Path file) {
        List<Column> columns = columns(select);
        String typed = columns.stream()
                .map(column -> "cast(%1$s as %2$s) as %1$s".formatted(quoted(column.name()), sparkName(column.type())))
                .collect(Collectors.joining(", "));
        String order =
                orderBy.stream().map(name -> quoted(name) + " asc nulls last").collect(Collectors.joining(", "));
        String sql = "select %s from (%s) as t%s".formatted(typed, select, order.isEmpty() ? "" : " order by " + order);
        Path folder = file.resolveSibling(file.getFileName() + ".parts");
        Dataset<Row> rows = run(sql);
        failing(sql, () -> {
            rows.coalesce(1).write().mode(SaveMode.Overwrite).parquet(folder.toString());
            return folder;
        });
        moveOnlyPart(folder, file);
        long count = failing(sql, () -> session.read().parquet(file.toString()).count());
        return new Output(count, columns, Hashes.ofFile(file));
    }

    private static void moveOnlyPart(Path folder, Path file) {
        try (Stream<Path> parts = Files.list(folder)) {
            Path part = parts.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, file);
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
        List<Column> columns = new ArrayList<>();
        for (StructField field : run(select).schema().fields()) {
            columns.add(new Column(field.name(), typeOf(field, select)));
        }
        return columns;
    }

    private static ColumnType typeOf(StructField field, String select) {
        DataType type = field.dataType();
        if (type instanceof StringType) {
            return ColumnType.VARCHAR;
        }
        if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
            return ColumnType.BIGINT;
        }
        if (type.equals(DataTypes.DoubleType)) {
            return ColumnType.DOUBLE;
        }
        if (type.equals(DataTypes.BooleanType)) {
            return ColumnType.BOOLEAN;
        }
        if (type.equals(DataTypes.DateType)) {
            return ColumnType.DATE;
        }
        throw new EngineException(
                "Cannot write: %s".formatted(select),
                new IllegalArgumentException(
                        "Column %s has type %s: cast it to varchar, bigint, double, boolean or date"
                                .formatted(field.name(), type.sql())));
    }

    @Override
    public void close() {
        session.stop();
    }

    private Dataset<Row> run(String sql) {
        return failing(sql, () -> session.sql(sql));
    }

    private static <T> T failing(String sql, Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions that its Java signatures do not declare.
            throw new EngineException("Cannot run: %s%n%s".formatted(sql, e.getMessage()), e);
        }
    }

    private static String supplied(Column column, int file) {
        return switch (column.name()) {
            case ROW_IN_FILE -> "_metadata.row_index as " + quoted(ROW_IN_FILE);
            case FILE_IN_LIST -> "cast(%d as bigint) as %s".formatted(file, quoted(FILE_IN_LIST));
            default -> quoted(column.name());
        };
    }

    private static String valuesOf(List<Column> columns, Map<String, Object> row) {
        return columns.stream()
                .map(column -> valueOf(row.get(column.name())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String valueOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String sparkName(ColumnType type) {
        return switch (type) {
            case VARCHAR -> "string";
            case BIGINT, DOUBLE, BOOLEAN, DATE -> type.sql();
        };
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
