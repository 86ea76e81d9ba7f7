package org.zhigong.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

class DuckDbEngineTest {

    private static final TableName UNIONS = new TableName("core", "unions");
    private static final List<Column> COLUMNS =
            List.of(new Column("union_id", ColumnType.VARCHAR), new Column("founded_on", ColumnType.DATE));

    @TempDir
    private Path folder;

    @Test
    void saysWhatItIsWithoutBeingOpened() {
        EngineProvider provider = EngineProvider.named("duckdb");

        try (Engine engine = open(1);
                Engine later = provider.openWhenNeeded(new EngineSettings(1, 256, folder))) {
            assertThat(provider.identity()).isEqualTo(engine.identity());
            assertThat(later.identity()).isEqualTo(engine.identity());
            assertThat(later.query("select 1 as n")).containsExactly(Map.of("n", 1));
        }
    }

    @Test
    void definesSmallRowsWithTheTypesOfTheirColumns() {
        try (Engine engine = open(1)) {
            engine.defineRows(
                    UNIONS, COLUMNS, List.of(Map.of("union_id", "G-1", "founded_on", "2020-02-29"), Map.of()));

            assertThat(engine.query("select count(*) as n, max(founded_on) as latest from core.unions"))
                    .containsExactly(Map.of("n", 2L, "latest", LocalDate.of(2020, 2, 29)));
        }
    }

    @Test
    void definesATableAgainInAnyOtherWay() {
        try (Engine engine = open(1)) {
            engine.define(UNIONS, "select 'G-1' as union_id");
            engine.defineRows(UNIONS, COLUMNS, List.of(Map.of("union_id", "G-2")));
            engine.defineRows(UNIONS, COLUMNS, List.of(Map.of("union_id", "G-3")));
            assertThat(engine.query("select union_id from core.unions")).containsExactly(Map.of("union_id", "G-3"));

            engine.define(UNIONS, "select 'G-4' as union_id");
            assertThat(engine.query("select union_id from core.unions")).containsExactly(Map.of("union_id", "G-4"));
        }
    }

    @Test
    void keepsTheRowsOfNowUntilTheyAreDropped() {
        try (Engine engine = open(1)) {
            TableName kept = new TableName("cells", "kept");
            engine.define(UNIONS, "select 'G-1' as union_id");
            engine.keep(kept, "select union_id from core.unions");
            engine.define(UNIONS, "select 'G-2' as union_id");
            assertThat(engine.query("select union_id from cells.kept")).containsExactly(Map.of("union_id", "G-1"));

            engine.drop(kept);
            assertThatThrownBy(() -> engine.query("select union_id from cells.kept"))
                    .isInstanceOf(EngineException.class);
            engine.define(kept, "select 'G-3' as union_id");
            assertThat(engine.query("select union_id from cells.kept")).containsExactly(Map.of("union_id", "G-3"));
        }
    }

    @Test
    void enginesBesideHaveTablesOfTheirOwn() {
        EngineProvider provider = EngineProvider.named("duckdb");
        EngineSettings settings = new EngineSettings(2, 256, folder);
        for (Engine first : List.of(provider.open(settings), provider.openWhenNeeded(settings))) {
            try (first) {
                Engine second = first.beside().get(0);
                first.define(UNIONS, "select 'G-1' as union_id");
                second.define(UNIONS, "select 'G-2' as union_id");

                assertThat(first.query("select union_id from core.unions")).containsExactly(Map.of("union_id", "G-1"));
                assertThat(second.query("select union_id from core.unions")).containsExactly(Map.of("union_id", "G-2"));
                assertThat(first.beside()).hasSize(provider.sideBySide(settings) - 1);
            }
        }
    }

    @Test
    void writesTheSameBytesWithOneAndTwoThreads() {
        String select = "select range as n, cast(range % 7 as varchar) as digit from range(300000)";

        assertThat(written(1, select).sha256()).isEqualTo(written(2, select).sha256());
    }

    @Test
    void numbersTheRowsOfAFileWhereAsked() {
        try (Engine engine = open(1)) {
            List<Column> columns = List.of(new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT));
            Path plain = folder.resolve("plain.parquet");
            Path numbered = folder.resolve("numbered.parquet");
            engine.write("select 'G-1' as union_id", List.of(), plain);
            engine.write("select cast(7 as bigint) as file_row_number", List.of(), numbered);

            engine.define(UNIONS, List.of(), List.of(plain), List.of(Engine.ROW_IN_FILE));
            assertThat(engine.query("select * from core.unions")).containsExactly(Map.of("file_row_number", 0L));
            engine.define(UNIONS, columns, List.of(numbered));
            assertThat(engine.query("select * from core.unions")).containsExactly(Map.of("file_row_number", 7L));
        }
    }

    @Test
    void tellsWhichFileOfAListARowStandsIn() {
        try (Engine engine = open(2)) {
            List<Path> files = List.of(folder.resolve("b.parquet"), folder.resolve("a.parquet"));
            engine.write("select 'first' as name", List.of(), files.get(0));
            engine.write("select 'second' as name", List.of(), files.get(1));

            engine.define(UNIONS, List.of(new Column("name", ColumnType.VARCHAR)), files, List.of(Engine.FILE_IN_LIST));

            assertThat(engine.query("select * from core.unions order by name"))
                    .containsExactly(
                            Map.of("name", "first", "file_number", 0L), Map.of("name", "second", "file_number", 1L));
        }
    }

    @Test
    void readsBackWhatItWrote() {
        try (Engine engine = open(2)) {
            Path file = folder.resolve("deep/part.parquet");

            Output output = engine.write("select 'G-1' as union_id, date '2020-01-01' as founded_on", List.of(), file);
            engine.define(UNIONS, output.columns(), List.of(file));

            assertThat(output.rows()).isEqualTo(1);
            assertThat(output.columns()).isEqualTo(COLUMNS);
            assertThat(engine.query("select union_id from core.unions")).containsExactly(Map.of("union_id", "G-1"));
        }
    }

    @Test
    void refusesATypeThatIsNotPortable() {
        try (Engine engine = open(1)) {
            assertThatThrownBy(() -> engine.columns("select sum(range) as total from range(3)"))
                    .isInstanceOf(EngineException.class)
                    .cause()
                    .hasMessage("Column total has type HUGEINT: cast it to varchar, bigint, double, boolean or date");
        }
    }

    private Output written(int threads, String select) {
        try (Engine engine = open(threads)) {
            return engine.write(select, List.of("digit", "n"), folder.resolve(threads + ".parquet"));
        }
    }

    private Engine open(int threads) {
        return EngineProvider.named("duckdb").open(new EngineSettings(threads, 512, folder.resolve("spill")));
    }
}
