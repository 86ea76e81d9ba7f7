package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Output;

class CellsTest {

    @TempDir
    private Path folder;

    private static final String COVERAGE = """
            duty: 40
            name: {zh: 覆盖率, en: Coverage}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(case when is_bound then workers else 0 end)
            denominator: sum(workers)
            unit: rate
            kind: stock
            breakdowns: [district, street, industry, sex]
            version: 1
            """;

    @Test
    void placesEveryRowInEveryCellItBelongsTo() throws IOException {
        List<Map<String, Object>> cells = cells(Map.of("coverage", COVERAGE), """
                employer_id district_code unit_code street_code industry workers is_bound
                E1 110105 110105 110105001 I 100 true
                E2 110105 110105 110105002 F 50 true
                E3 110115 110115403 110115403 I 10 false
                E4 unallocated unallocated unallocated unknown 5 false
                """);

        assertThat(cells.stream().map(CellsTest::shown))
                .containsExactlyInAnyOrder(
                        "geo city 110000 none all 150/165",
                        "geo city 110000 industry F 50/50",
                        "geo city 110000 industry I 100/110",
                        "geo city 110000 industry unknown 0/5",
                        "geo district 110105 none all 150/150",
                        "geo district 110105 industry F 50/50",
                        "geo district 110105 industry I 100/100",
                        "geo district 110115 none all 0/10",
                        "geo district 110115 industry I 0/10",
                        "geo district unallocated none all 0/5",
                        "geo district unallocated industry unknown 0/5",
                        "geo street 110105001 none all 100/100",
                        "geo street 110105002 none all 50/50",
                        "geo street 110115403 none all 0/10",
                        "reporting city 110000 none all 150/165",
                        "reporting city 110000 industry F 50/50",
                        "reporting city 110000 industry I 100/110",
                        "reporting city 110000 industry unknown 0/5",
                        "reporting unit 110105 none all 150/150",
                        "reporting unit 110105 industry F 50/50",
                        "reporting unit 110105 industry I 100/100",
                        "reporting unit 110115403 none all 0/10",
                        "reporting unit 110115403 industry I 0/10",
                        "reporting unit unallocated none all 0/5",
                        "reporting unit unallocated industry unknown 0/5");
    }

    private static String shown(Map<String, Object> cell) {
        return "%s %s %s %s %s %s/%s"
                .formatted(
                        cell.get("place_scheme"),
                        cell.get("place_level"),
                        cell.get("place"),
                        cell.get("breakdown"),
                        cell.get("breakdown_value"),
                        cell.get("numerator"),
                        cell.get("denominator"));
    }

    private List<Map<String, Object>> cells(Map<String, String> indicators, String rows) throws IOException {
        Base base = Bases.employers(folder, true);
        Path files = Files.createDirectories(folder.resolve("indicators"));
        for (Map.Entry<String, String> each : indicators.entrySet()) {
            Files.writeString(files.resolve(each.getKey() + ".yaml"), each.getValue());
        }
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(2, 512, folder.resolve("spill")))) {
            engine.defineRows(base.table(), base.columns(), rows(base, rows));
            Output output = new Cells(
                            base,
                            Indicators.read(files, Bases.map(base)).all(),
                            PeriodKey.month(YearMonth.of(2025, 3)),
                            1)
                    .write(engine, folder, folder.resolve("cells.parquet"));
            assertThat(output.columns()).isEqualTo(CellTable.CELL_COLUMNS);
            return engine.query("select * from read_parquet('%s')".formatted(folder.resolve("cells.parquet")));
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
