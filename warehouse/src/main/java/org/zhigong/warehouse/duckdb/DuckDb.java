package org.zhigong.warehouse.duckdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** The way to DuckDB: an {@link Engine}, or a bare connection for the ingest reader. */
public final class DuckDb implements EngineProvider {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new DuckDbEngine(connect(settings));
    }

    /**
     * A connection to a database in memory that keeps within {@code settings}, preserves row order and never downloads.
     */
    public static Connection connect(EngineSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryMib() + "MiB");
        properties.setProperty("temp_directory", settings.scratch().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("default_null_order", "nulls_last");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set timezone = 'UTC'");
            }
            return connection;
        } catch (SQLException e) {
            throw new EngineException("Cannot open DuckDB with %s".formatted(settings), e);
        }
    }
}
