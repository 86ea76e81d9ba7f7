package org.zhigong.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The threads of a database that help those that ask it. There are none while its tables are small: threads that wait
 * for work keep a processor busy, which takes a tenth of the time of engines that work side by side.
 */
final class HelpingThreads {

    private static final long WORTH_BYTES = 16 << 20;

    private final int threads;
    private boolean isHelped;

    /** @param threads how many there are once a table is large, with the one that asks */
    HelpingThreads(int threads) {
        this.threads = threads;
    }

    /** Has no help until {@link #read} says otherwise. */
    void none(Connection connection) {
        set(connection, 1);
    }

    /** Calls for help if {@code files}, which {@code connection} is going to read, are worth it. */
    synchronized void read(Connection connection, List<Path> files) {
        if (!isHelped && bytes(files) >= WORTH_BYTES) {
            set(connection, threads);
            isHelped = true;
        }
    }

    private static long bytes(List<Path> files) {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                // The engine is about to say that it cannot be read.
                return bytes;
            }
        }
        return bytes;
    }

    private static void set(Connection connection, int threads) {
        String sql = "set threads = " + threads;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckDb.failed(sql, e);
        }
    }
}
