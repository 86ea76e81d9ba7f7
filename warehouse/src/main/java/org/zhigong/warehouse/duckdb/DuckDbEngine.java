package org.zhigong.warehouse.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.LocalCopies;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.RowReader;
import org.zhigong.warehouse.Store;
import org.zhigong.warehouse.TableName;

/** DuckDB behind the floor's interface. */
final class DuckDbEngine implements Engine {

    private final Connection connection;
    private final HelpingThreads helping;
    private final List<Engine> beside = new ArrayList<>();
    private final Set<String> schemas = new HashSet<>();
    private final Map<TableName, String> kinds = new HashMap<>();

    private DuckDbEngine(Connection connection, HelpingThreads helping) {
        this.connection = connection;
        this.helping = helping;
    }

    /** An engine with {@code others} beside it, one for each connection to the same database of {@code threads}. */
    DuckDbEngine(Connection connection, List<Connection> others, int threads) {
        this(connection, new HelpingThreads(threads));
        if (!others.isEmpty()) {
            helping.none(connection);
        }
        for (Connection other : others) {
            DuckDbEngine engine = new DuckDbEngine(other, helping);
            beside.add(engine);
            // Names are looked up here first, so that two engines can call two tables the same.
            String names = "beside_" + beside.size();
            engine.execute("attach ':memory:' as " + names);
            engine.execute("use " + names);
        }
    }

    @Override
    public String identity() {
        return "duckdb " + query("select version() as version").get(0).get("version");
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied) {
        if (files.isEmpty()) {
            Stream<Column> places = supplied.stream().map(name -> new Column(name, ColumnType.BIGINT));
            defineRows(table, Stream.concat(columns.stream(), places).toList(), List.of());
            return;
        }
        helping.read(connection, files);
        String list = files.stream().map(DuckDbEngine::literal).collect(Collectors.joining(", ", "[", "]"));
        Stream<String> places = supplied.stream()
                .map(name -> name.equals(FILE_IN_LIST)
                        ? "cast(list_position(%s, filename) - 1 as bigint) as %s".formatted(list, name)
                        : name);
        String names = Stream.concat(columns.stream().map(column -> quoted(column.name())), places)
                .collect(Collectors.joining(", "));
        define(
                table,
                "select %s from read_parquet(%s, file_row_number = %s, filename = %s)"
                        .formatted(names, list, supplied.contains(ROW_IN_FILE), supplied.contains(FILE_IN_LIST)));
    }

    @Override
    public void define(TableName table, String select) {
        replace(table, "view", "as " + select);
    }

    @Override
    public void keep(TableName table, String select) {
        replace(table, "table", "as " + select);
    }

    @Override
    public void drop(TableName table) {
        execute("drop table if exists " + table);
        kinds.remove(table);
    }

    private void replace(TableName table, String kind, String what) {
        schema(table);
        String before = kinds.getOrDefault(table, kind);
        if (!before.equals(kind)) {
            execute("drop %s if exists %s".formatted(before, table));
        }
        kinds.put(table, kind);
        execute("create or replace %s %s %s".formatted(kind, table, what));
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        String declared = columns.stream()
                .map(column -> quoted(column.name()) + " " + column.type().sql())
                .collect(Collectors.joining(", ", "(", ")"));
        replace(table, "table", declared);
        AppendedRows.append(connection, table, columns, rows);
    }

    @Override
    public Output write(String select, List<Column> columns, List<String> orderBy, Path file) {
        if (!Store.isLocal(file)) {
            Path here = LocalCopies.newFile(file);
            Output output = write(select, columns, orderBy, here);
            LocalCopies.bring(here, file);
            return output;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder of %s".formatted(file), e);
        }
        // An integer literal or year is an int here and there: what is kept is always what the columns say.
        String typed = columns.stream()
                .map(column -> "cast(%1$s as %2$s) as %1$s"
                        .formatted(quoted(column.name()), column.type().sql()))
                .collect(Collectors.joining(", "));
        String order = orderBy.stream().map(DuckDbEngine::quoted).collect(Collectors.joining(", "));
        String ordered =
                "select %s from (%s) as t%s".formatted(typed, select, orderBy.isEmpty() ? "" : " order by " + order);
        long rows = update(
                "copy (%s) to %s (format parquet, compression zstd)".formatted(ordered, literal(file.toString())));
        return new Output(rows, columns, Hashes.ofFile(file));
    }

    @Override
    public List<Map<String, Object>> query(String select) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            ResultSetMetaData meta = result.getMetaData();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    row.put(meta.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw DuckDb.failed(select, e);
        }
    }

    @Override
    public void read(String select, RowReader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            int width = result.getMetaData().getColumnCount();
            reader.columns(names(result.getMetaData()));
            boolean isWanted = true;
            while (isWanted && result.next()) {
                List<@Nullable Object> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(result.getObject(i));
                }
                isWanted = reader.row(row);
            }
        } catch (SQLException e) {
            throw DuckDb.failed(select, e);
        }
    }

    /** A select may call two columns the same; the later one gets a number, as it would in a table. */
    private static List<String> names(ResultSetMetaData meta) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String label = meta.getColumnLabel(i);
            String name = label;
            for (int n = 1; !names.add(name); n++) {
                name = label + "_" + n;
            }
        }
        return List.copyOf(names);
    }

    @Override
    public List<Column> columns(String select) {
        List<Column> columns = new ArrayList<>();
        for (Map<String, Object> row : query("describe " + select)) {
            String name = String.valueOf(row.get("column_name"));
            String type = String.valueOf(row.get("column_type"));
            columns.add(new Column(name, typeOf(name, type, select)));
        }
        return columns;
    }

    private static ColumnType typeOf(String name, String type, String select) {
        return switch (type) {
            case "VARCHAR" -> ColumnType.VARCHAR;
            case "BIGINT", "INTEGER" -> ColumnType.BIGINT;
            case "DOUBLE" -> ColumnType.DOUBLE;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            default ->
                throw new EngineException(
                        "Cannot write: %s".formatted(select),
                        new IllegalArgumentException(
                                "Column %s has type %s: cast it to varchar, bigint, double, boolean or date"
                                        .formatted(name, type)));
        };
    }

    @Override
    public List<Engine> beside() {
        return List.copyOf(beside);
    }

    @Override
    public void close() {
        beside.forEach(Engine::close);
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckDb.failed("close", e);
        }
    }

    private void schema(TableName table) {
        if (schemas.add(table.layer())) {
            execute("create schema if not exists " + table.layer());
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckDb.failed(sql, e);
        }
    }

    private long update(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw DuckDb.failed(sql, e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(Path file) {
        return literal(LocalCopies.of(file).toString());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
