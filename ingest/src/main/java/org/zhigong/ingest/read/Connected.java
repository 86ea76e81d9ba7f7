package org.zhigong.ingest.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.duckdb.DuckDb;

/** The one connection of a reader, with its functions. What the engine says about cells never gets out of here. */
final class Connected implements AutoCloseable {

    /** Below this many bytes a second thread costs more than it brings. */
    private static final long WORTH_THREADS = 4 << 20;

    private final Connection connection;
    private final CellFunctions functions = new CellFunctions();
    private final int threads;
    private int threadsNow;

    Connected(EngineSettings settings) {
        connection = DuckDb.connect(settings);
        threads = settings.threads();
        threadsNow = threads;
        try {
            functions.register(connection);
        } catch (SQLException e) {
            throw refused("register functions", e);
        }
    }

    CellFunctions functions() {
        return functions;
    }

    /** Sets the engine to what a file of this size is worth. */
    void prepareFor(long bytes) {
        int wanted = bytes < WORTH_THREADS ? 1 : threads;
        if (wanted != threadsNow) {
            update("set threads = " + wanted);
            threadsNow = wanted;
        }
    }

    /** Runs a statement and gives the number of rows it touched. */
    long update(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw refused("run a statement of the reader", e);
        }
    }

    /** The rows of a small result. */
    List<Row> query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData meta = result.getMetaData();
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    values.put(meta.getColumnLabel(i), result.getObject(i));
                }
                rows.add(new Row(values));
            }
            return rows;
        } catch (SQLException e) {
            throw refused("run a query of the reader", e);
        }
    }

    /** A row of a small result. */
    record Row(Map<String, @Nullable Object> values) {

        /** A text, empty for null. */
        String text(String column) {
            Object value = values.get(column);
            return value == null ? "" : value.toString();
        }

        /** A number, 0 for null. */
        long number(String column) {
            return values.get(column) instanceof Number number ? number.longValue() : 0;
        }

        boolean isNull(String column) {
            return values.get(column) == null;
        }
    }

    /** The engine could not read a file that was taken for plain. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    // The engine quotes the line it stumbled over, with all that stands in it: neither message nor cause may go on.
    private static RuntimeException refused(String what, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("quota")) {
            return new SetupException(
                    "Cannot %s: the disk is full. Nothing half done is visible; free some space and run again"
                            .formatted(what));
        }
        int end = message.indexOf(':');
        return new Unreadable(
                "Cannot %s: %s".formatted(what, end > 0 && end < 40 ? message.substring(0, end) : "error"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused("close", e);
        }
    }
}
