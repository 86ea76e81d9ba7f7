package org.zhigong.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.LocalCopies;
import org.zhigong.warehouse.Store;
import org.zhigong.warehouse.TableName;

/** One DuckDB file with real tables, for readers who bring no engine of ours: notebooks, SQL Lab, BI. */
public final class ServingFile {

    // The oldest format that readers in use still open; the default one is read by the newest version alone.
    private static final String STORAGE_VERSION = "v1.4.0";

    /**
     * A table of the file.
     *
     * @param parquet where its rows are, in the order to keep
     * @param comment what it holds, in both languages
     * @param columnComments the same for its columns, by name
     */
    public record Table(TableName name, Path parquet, String comment, Map<String, String> columnComments) {
        public Table {
            columnComments = new TreeMap<>(columnComments);
        }
    }

    private ServingFile() {}

    /** Writes {@code tables} to the new file {@code file}, whole when this returns. */
    public static void write(Path file, List<Table> tables, EngineSettings settings) {
        if (!Store.isLocal(file)) {
            Path here = LocalCopies.newFile(file);
            write(here, tables, settings);
            LocalCopies.bring(here, file);
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        }
        try (Connection connection = DuckDb.connect(settings)) {
            run(
                    connection,
                    "attach %s as served (storage_version %s)"
                            .formatted(literal(file.toString()), literal(STORAGE_VERSION)));
            // Each statement by itself would be brought to disk by itself.
            run(connection, "begin transaction");
            for (String schema :
                    new TreeSet<>(tables.stream().map(t -> t.name().layer()).toList())) {
                run(connection, "create schema served." + schema);
            }
            for (Table table : tables) {
                write(connection, table);
            }
            run(connection, "commit");
            run(connection, "checkpoint served");
            run(connection, "detach served");
        } catch (SQLException e) {
            throw DuckDb.failed("close", e);
        }
    }

    private static void write(Connection connection, Table table) {
        String name = "served." + table.name();
        run(
                connection,
                "create table %s as select * from read_parquet(%s)"
                        .formatted(name, literal(LocalCopies.of(table.parquet()).toString())));
        run(connection, "comment on table %s is %s".formatted(name, literal(table.comment())));
        table.columnComments()
                .forEach((column, comment) -> run(
                        connection,
                        "comment on column %s.\"%s\" is %s"
                                .formatted(name, column.replace("\"", "\"\""), literal(comment))));
    }

    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckDb.failed(sql, e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
