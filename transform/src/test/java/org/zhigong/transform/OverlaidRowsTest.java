package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.TableName;

class OverlaidRowsTest {

    private static final Map<String, List<Column>> FEEDS = Map.of(
            "employers", List.of(new Column("credit_code", ColumnType.VARCHAR)),
            "receipts", List.of(new Column("receipt_no", ColumnType.VARCHAR)));

    @TempDir
    private Path folder;

    private Home home;
    private TestBatches delivered;
    private Batch employers;
    private Batch receipts;
    private final List<Batch> batches = new ArrayList<>();

    @BeforeEach
    void deliver() {
        home = new Home(folder.resolve("home"));
        delivered = new TestBatches(home, FEEDS);
        employers = delivered.snapshot("employers", "2025-03", "2025-04-03", List.of(List.of("A")));
        receipts = delivered.events("receipts", "2025-03", "2025-04-03", List.of(List.of("2025-03", "R1")));
        batches.addAll(List.of(employers, receipts));
    }

    @AfterEach
    void deliverNoMore() {
        delivered.close();
    }

    @Test
    void correctedRowsCountBesideThoseOfTheirFile() {
        batches.add(overlay(employers, "2025-05-06", "B", 7L));

        assertThat(rows("employers", "2025-03")).containsExactly("A true", "B true");
    }

    @Test
    void aLaterCorrectionOfTheSameRowCountsAlsoInAnotherMonth() {
        batches.add(overlay(receipts, "2025-05-06", "2025-02", "R2", 7L));
        batches.add(overlay(receipts, "2025-05-07", "2025-03", "R3", 7L));

        assertThat(rows("receipts", "2025-02")).containsExactly("R2 false");
        assertThat(rows("receipts", "2025-03")).containsExactly("R1 true", "R3 true");
    }

    @Test
    void aCorrectionOfARowThatIsWithdrawnLaterCountsNoMore() {
        batches.add(overlay(employers, "2025-05-06", "B", 7L));
        batches.add(delivered.overlay(employers, "2025-05-07", List.of(), List.of(), List.of(7L)));

        assertThat(rows("employers", "2025-03")).containsExactly("A true", "B false");
    }

    @Test
    void correctionsOfAReplacedFileCountNoMore() {
        batches.add(overlay(employers, "2025-05-06", "B", 7L));
        batches.add(delivered.snapshot("employers", "2025-03", "2025-04-20", List.of(List.of("C"))));

        assertThat(rows("employers", "2025-03")).containsExactly("A false", "B false", "C true");
    }

    @Test
    void aFileReadAgainCountsItselfWhereItNowAcceptsTheRow() {
        batches.add(overlay(employers, "2025-05-06", "B", 1L));
        batches.add(overlay(employers, "2025-05-06", "C", 2L));
        batches.remove(employers);
        batches.add(delivered.readAgain(employers, List.of(List.of("A"), List.of("b"))));

        assertThat(rows("employers", "2025-03")).containsExactly("A true", "B false", "C true", "b true");
    }

    @Test
    void correctionsWaitWithTheFileThatIsHeld() {
        Batch overlay = overlay(employers, "2025-05-06", "B", 7L);

        assertThat(Holds.decide(List.of(overlay, receipts), Map.of(), id -> java.util.Optional.empty())
                        .live())
                .containsExactly(receipts);
        assertThat(Holds.decide(List.of(overlay, employers), Map.of(), id -> java.util.Optional.empty())
                        .live())
                .containsExactly(employers, overlay);
    }

    @Test
    void everyStagingModelLeavesOutRowsThatDoNotCount() {
        List<String> careless = Models.readLayer("staging", Path.of("models/staging")).all().stream()
                .filter(model -> model.reads().keySet().stream()
                        .anyMatch(table -> table.layer().equals("raw")))
                .filter(model -> !model.sql().contains("is_current"))
                .map(model -> model.table().toString())
                .toList();

        assertThat(careless).isEmpty();
    }

    private Batch overlay(Batch origin, String receivedOn, String code, long row) {
        return delivered.overlay(origin, receivedOn, List.of(List.of(code)), List.of(row), List.of());
    }

    private Batch overlay(Batch origin, String receivedOn, String month, String number, long row) {
        return delivered.overlay(origin, receivedOn, List.of(List.of(month, number)), List.of(row), List.of());
    }

    /** The rows that models see, with whether they count. */
    private List<String> rows(String feed, String month) {
        String key = FEEDS.getOrDefault(feed, List.of()).get(0).name();
        Path models = folder.resolve("models-" + feed + month);
        new ModelFolder(models)
                .with("staging." + feed, """
                        -- One row per delivered row.
                        select
                            period.period,
                            %1$s.%2$s as code,
                            %1$s.batch_id,
                            %1$s.is_current
                        from raw.%1$s
                        cross join run.period
                        """.formatted(feed, key), ModelFolder.HEAD + """
                        grain: [code, batch_id]
                        reads: {raw.%s: 1}
                        columns:
                          period: {type: varchar, zh: 月份, en: Month}
                          code: {type: varchar, zh: 代码, en: Code}
                          batch_id: {type: varchar, zh: 批次, en: Batch}
                          is_current: {type: boolean, zh: 现行, en: Counts}
                        """.formatted(feed));
        BuildInputs inputs = new BuildInputs(
                Models.readLayers(models),
                batches,
                delivered.raw(),
                EmployerCodes.NONE,
                List.of(),
                YearMonth.parse(month));
        TableName table = new TableName("staging", feed);
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, home.scratch()))) {
            BuildResult result = new Build(engine, new Outputs(home), inputs, (ran, done, all) -> {}).run();
            List<Path> files = result.of(table).tailMap(YearMonth.parse(month)).values().stream()
                    .map(output -> output.file(home))
                    .toList();
            engine.define(table, inputs.models().model(table).plainColumns(), files);
            return engine.query("select code, is_current from %s order by code".formatted(table)).stream()
                    .map(row -> row.get("code") + " " + row.get("is_current"))
                    .toList();
        }
    }
}
