package org.zhigong.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

@Tag("spark")
class SparkEngineTest {

    private static final TableName UNIONS = new TableName("core", "unions");
    private static final List<Column> COLUMNS =
            List.of(new Column("union_id", ColumnType.VARCHAR), new Column("founded_on", ColumnType.DATE));

    @TempDir
    private Path folder;

    @Test
    void definesWritesAndReadsBackLikeTheEmbeddedEngine() {
        try (Engine engine = EngineProvider.named("spark").open(new EngineSettings(2, 1024, folder.resolve("spill")))) {
            engine.defineRows(
                    UNIONS,
                    COLUMNS,
                    List.of(Map.of("union_id", "G-2"), Map.of("union_id", "G-1", "founded_on", "2020-02-29")));
            Output output = engine.write(
                    "select unions.union_id, unions.founded_on, 1 as n from core.unions",
                    List.of("union_id"),
                    folder.resolve("part.parquet"));
            TableName copy = new TableName("core", "copy");
            List<Column> columns = List.of(
                    new Column("union_id", ColumnType.VARCHAR),
                    new Column("founded_on", ColumnType.DATE),
                    new Column("n", ColumnType.BIGINT));
            engine.define(copy, columns, List.of(folder.resolve("part.parquet")), List.of(Engine.ROW_IN_FILE));

            assertThat(output.rows()).isEqualTo(2);
            assertThat(output.columns()).isEqualTo(columns);
            assertThat(engine.query("select * from core.copy where founded_on is not null"))
                    .containsExactly(Map.of(
                            "union_id",
                            "G-1",
                            "founded_on",
                            LocalDate.of(2020, 2, 29),
                            "n",
                            1L,
                            "file_row_number",
                            0L));
        }
    }

    @Test
    void suppliesThePlaceOfARowsFileInItsListAlsoWhereItsNameHasToBeWrittenOtherwise() {
        try (Engine engine = EngineProvider.named("spark").open(new EngineSettings(1, 1024, folder.resolve("spill")))) {
            List<Path> files = List.of(folder.resolve("工会 b.parquet"), folder.resolve("a%20.parquet"));
            engine.write("select 'first' as word", List.of(), files.get(0));
            engine.write("select 'second' as word", List.of(), files.get(1));
            List<Column> columns = List.of(new Column("word", ColumnType.VARCHAR));
            engine.define(UNIONS, columns, files, List.of(Engine.FILE_IN_LIST));

            assertThat(engine.query("select * from core.unions order by word"))
                    .containsExactly(
                            Map.of("word", "first", Engine.FILE_IN_LIST, 0L),
                            Map.of("word", "second", Engine.FILE_IN_LIST, 1L));
        }
    }

    @Test
    void enginesBesideHaveTablesOfTheirOwn() {
        try (Engine engine = EngineProvider.named("spark").open(new EngineSettings(2, 1024, folder.resolve("spill")))) {
            Engine beside = engine.beside().get(0);
            engine.define(UNIONS, "select 'here' as word");
            beside.keep(UNIONS, "select 'beside' as word");

            assertThat(engine.query("select * from core.unions")).containsExactly(Map.of("word", "here"));
            assertThat(beside.query("select * from core.unions")).containsExactly(Map.of("word", "beside"));
        }
    }
}
