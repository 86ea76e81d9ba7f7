package org.zhigong.warehouse.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.TableName;

/** Puts rows into a table value by value: as the text of a statement each value would be parsed and planned. */
final class AppendedRows {

    private AppendedRows() {}

    /**
     * Appends {@code rows}, each value cast to its column's type. @throws EngineException naming what cannot be cast
     */
    static void append(Connection connection, TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(table.layer(), table.name())) {
            for (Map<String, Object> row : rows) {
                appender.beginRow();
                for (Column column : columns) {
                    append(appender, table, column, row.get(column.name()));
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw DuckDb.failed("append rows to " + table, e);
        }
    }

    private static void append(DuckDBAppender appender, TableName table, Column column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        String text = value.toString();
        try {
            switch (column.type()) {
                case VARCHAR -> appender.append(text);
                case BIGINT -> appender.append(Long.parseLong(text));
                case DOUBLE -> appender.append(Double.parseDouble(text));
                case BOOLEAN -> appender.append(truth(text));
                case DATE -> appender.append(LocalDate.parse(text));
            }
        } catch (RuntimeException e) {
            throw new EngineException(
                    "Cannot put '%s' into %s.%s: expected a %s"
                            .formatted(text, table, column.name(), column.type().sql()),
                    e);
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
