package org.zhigong.warehouse.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;

/** The way to DuckDB: an {@link Engine}, or a bare connection for the ingest reader. */
public final class DuckDb implements EngineProvider {

    // As the engine says it, with or without JSON around it.
    private static final Pattern FULL_DISK = Pattern.compile("\\\\?\"([^\"\\\\]+)\\\\?\": No space left on device");

    // The driver says it only once its native library is loaded, which takes longer than a build that changes nothing.
    private static final String IDENTITY = "duckdb v2.0.0";

    // What runs at once shares the memory: more would spill sooner than it would finish.
    private static final int MOST_SIDE_BY_SIDE = 4;

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public Engine open(EngineSettings settings) {
        Connection first = connect(settings);
        List<Connection> others = new ArrayList<>();
        while (others.size() + 1 < sideBySide(settings)) {
            others.add(another(first));
        }
        return new DuckDbEngine(first, others, settings.threads());
    }

    @Override
    public int sideBySide(EngineSettings settings) {
        return Math.min(settings.threads(), MOST_SIDE_BY_SIDE);
    }

    /**
     * A connection to a database in memory that keeps within {@code settings}, preserves row order and never downloads.
     */
    public static Connection connect(EngineSettings settings) {
        return open("jdbc:duckdb:", properties(settings));
    }

    /**
     * An engine over the released database {@code file}: it reads nothing else, nothing can be written through it, and
     * no statement can loosen that.
     */
    public static Engine readOnly(Path file, EngineSettings settings) {
        Properties properties = properties(settings);
        properties.setProperty("access_mode", "READ_ONLY");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("max_temp_directory_size", mostSpilledMib(settings) + "MiB");
        Connection connection = open("jdbc:duckdb:" + file, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("use marts");
            statement.execute("set lock_configuration = true");
        } catch (SQLException e) {
            throw failed("open " + file, e);
        }
        return new DuckDbEngine(connection, List.of(), settings.threads());
    }

    /** What a question may spill: enough to sort what there is, too little for what nobody meant to ask. */
    public static long mostSpilledMib(EngineSettings settings) {
        return 4 * settings.memoryMib();
    }

    private static Properties properties(EngineSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryMib() + "MiB");
        properties.setProperty("temp_directory", settings.scratch().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("default_null_order", "nulls_last");
        properties.setProperty("parquet_metadata_cache", "true");
        return properties;
    }

    private static Connection open(String url, Properties properties) {
        try {
            return prepared(DriverManager.getConnection(url, properties));
        } catch (SQLException e) {
            throw new EngineException("Cannot open %s with %s: %s".formatted(url, properties, e.getMessage()), e);
        }
    }

    private static Connection another(Connection first) {
        try {
            return prepared(first.unwrap(DuckDBConnection.class).duplicate());
        } catch (SQLException e) {
            throw new EngineException("Cannot open a second connection: %s".formatted(e.getMessage()), e);
        }
    }

    private static Connection prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
        }
        return connection;
    }

    /** What to throw when {@code sql} failed: a {@link SetupException} when the disk is full. */
    public static RuntimeException failed(String sql, SQLException e) {
        String said = String.valueOf(e.getMessage());
        Matcher written = FULL_DISK.matcher(said);
        if (written.find()) {
            return new SetupException(
                    ("Cannot write %s: the disk is full (No space left on device). Nothing half done is visible; free"
                                    + " some space and run again")
                            .formatted(written.group(1)),
                    e);
        }
        if (said.contains("max_temp_directory_size")) {
            return new SetupException(
                    ("The disk is full: work that does not fit into memory found no room in the scratch folder (%s)."
                                    + " Nothing half done is visible; free some space, or allow more memory, and run"
                                    + " again")
                            .formatted(said.lines().findFirst().orElse("")),
                    e);
        }
        return new EngineException("Cannot run: %s%n%s".formatted(sql, said), e);
    }
}
