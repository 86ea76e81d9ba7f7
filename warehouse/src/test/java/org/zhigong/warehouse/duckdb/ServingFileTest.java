package org.zhigong.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

class ServingFileTest {

    @TempDir
    private Path folder;

    @Test
    void readersFindTheTablesWithTheirCommentsInBothLanguages() throws SQLException {
        Path file = written();

        assertThat(queried(file, "select place, value from marts.figures")).containsExactly("110105|0.5");
        assertThat(queried(file, "select table_name, comment from duckdb_tables()"))
                .containsExactly("figures|发布的指标值 / Released figures");
        assertThat(queried(file, "select column_name, comment from duckdb_columns() where comment is not null"))
                .containsExactly("place|地区代码 / The place's code");
    }

    @Test
    void theFileIsAloneAndOfAFormatThatOlderReadersOpen() throws Exception {
        Path file = written();

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        byte[] header = Arrays.copyOf(Files.readAllBytes(file), 64);
        assertThat(new String(header, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("DUCK");
        assertThat(queried(file, "select tags from duckdb_databases() where not internal"))
                .asString()
                .contains("v1.4.0");
    }

    private Path written() {
        EngineSettings settings = new EngineSettings(1, 256, folder.resolve("spill"));
        Path parquet = folder.resolve("figures.parquet");
        try (Engine engine = EngineProvider.named("duckdb").open(settings)) {
            engine.write("select '110105' as place, 0.5::double as value", List.of("place"), parquet);
        }
        Path file = folder.resolve("serving/zhigong.duckdb");
        ServingFile.write(
                file,
                List.of(new ServingFile.Table(
                        new TableName("marts", "figures"),
                        parquet,
                        "发布的指标值 / Released figures",
                        Map.of("place", "地区代码 / The place's code"))),
                settings);
        return file;
    }

    private static List<String> queried(Path file, String sql) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
