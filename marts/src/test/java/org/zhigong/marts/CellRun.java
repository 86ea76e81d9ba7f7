package org.zhigong.marts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** Takes rows of the small base through the compiler, in a folder of its own. */
final class CellRun {

    private final Path folder;

    CellRun(Path folder) {
        this.folder = folder;
    }

    /** The cells of one indicator over rows written as a text. */
    List<Map<String, Object>> of(Base.Rows rows, String indicator, PeriodKey period, int knownMonths, String text) {
        Base base = Bases.employers(folder, rows);
        return of(base, indicator, period, knownMonths, rows(base, text));
    }

    /** The cells of one indicator over {@code rows}, in their order. */
    List<Map<String, Object>> of(
            Base base, String indicator, PeriodKey period, int knownMonths, List<Map<String, Object>> rows) {
        Indicators indicators = indicators(base, indicator);
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(2, 512, folder.resolve("spill")))) {
            engine.defineRows(base.table(), base.columns(), rows);
            Path file = folder.resolve("cells.parquet");
            new Cells(base, indicators.all(), period, knownMonths).write(engine, file);
            engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, List.of(file));
            return engine.query(
                    "select * from %s order by %s".formatted(CellTable.CELLS, String.join(", ", CellTable.ORDER)));
        }
    }

    Indicators indicators(Base base, String indicator) {
        try {
            Path files = Files.createDirectories(folder.resolve("indicators"));
            Files.writeString(files.resolve("tried.yaml"), indicator);
            return Indicators.read(files, Bases.map(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rows(Base base, String text) {
        List<Map<String, Object>> rows = TextTable.rows(base.columns(), text);
        rows.forEach(row -> {
            row.putIfAbsent("period", "2025-03");
            row.putIfAbsent("row_kind", "employer");
            row.putIfAbsent("attribute", "all");
            row.putIfAbsent("attribute_value", "all");
        });
        return rows;
    }
}
