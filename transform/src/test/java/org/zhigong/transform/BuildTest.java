package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
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
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

class BuildTest {

    private static final Map<String, List<Column>> FEEDS = Map.of(
            "employers",
            List.of(
                    new Column("credit_code", ColumnType.VARCHAR),
                    new Column("street_code", ColumnType.VARCHAR),
                    new Column("staff", ColumnType.BIGINT)),
            "receipts",
            List.of(
                    new Column("receipt_no", ColumnType.VARCHAR),
                    new Column("credit_code", ColumnType.VARCHAR),
                    new Column("credited_on", ColumnType.DATE),
                    new Column("amount_fen", ColumnType.BIGINT)));
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    @TempDir
    private Path folder;

    private Home home;
    private TestBatches delivered;
    private ModelFolder models;
    private SmallTable streets = streets("朝外");
    private final List<Batch> batches = new ArrayList<>();

    @BeforeEach
    void deliverThreeMonths() {
        home = new Home(folder.resolve("home"));
        delivered = new TestBatches(home, FEEDS);
        models = TestModels.write(folder.resolve("models"));
        batches.add(employers("2025-01", "2025-02-03", List.of(List.of("A", "s1", 10), List.of("B", "s2", 20))));
        batches.add(employers("2025-02", "2025-03-03", List.of(List.of("A", "s1", 11))));
        batches.add(employers("2025-03", "2025-04-03", List.of(List.of("A", "s1", 12), List.of("C", "s1", 5))));
        batches.add(delivered.events(
                "receipts",
                "2025-02",
                "2025-03-04",
                List.of(
                        List.of("2025-01", "R1", "A", "2025-02-11", 700),
                        List.of("2025-02", "R2", "A", "2025-02-12", 300))));
    }

    @AfterEach
    void deliverNoMore() {
        delivered.close();
    }

    @Test
    void makesEveryTableForEveryMonthFromTheFirstSnapshotToTheClosingMonth() {
        BuildResult result = build();

        assertThat(lines(result.ran()))
                .containsExactly(
                        "2025-01 staging.employers BUILT 2",
                        "2025-01 core.employers BUILT 2",
                        "2025-01 staging.receipts BUILT 1",
                        "2025-01 core.payers BUILT 1",
                        "2025-02 staging.employers BUILT 2",
                        "2025-02 core.employers BUILT 2",
                        "2025-02 staging.receipts BUILT 1",
                        "2025-02 core.payers BUILT 1",
                        "2025-03 staging.employers BUILT 2",
                        "2025-03 core.employers BUILT 2",
                        "2025-03 staging.receipts BUILT 0",
                        "2025-03 core.payers BUILT 1");
        assertThat(rows(result, "core.payers"))
                .containsExactly(
                        "{period=2025-01, credit_code=A, street=朝外, amount_fen=700}",
                        "{period=2025-02, credit_code=A, street=朝外, amount_fen=1000}",
                        "{period=2025-03, credit_code=A, street=朝外, amount_fen=300}");
        assertThat(result.failures()).isEmpty();
        assertThat(result.checks()).hasSize(3 * 9);
    }

    @Test
    void makesEventsFromBeforeTheFirstSnapshotWhereSomebodyReadsThemToTheBeginning() throws IOException {
        batches.add(delivered.events(
                "receipts",
                "2024-11",
                "2025-03-04",
                List.of(
                        List.of("2024-11", "R0", "A", "2024-11-11", 5),
                        List.of("2025-01", "R4", "A", "2025-02-11", 20))));
        assertThat(lines(build().ran())).noneMatch(line -> line.startsWith("2024"));

        change(models.yaml("core.payers"), "staging.receipts: 2", "staging.receipts: all");
        BuildResult result = build();

        assertThat(lines(result.ran()))
                .filteredOn(line -> line.startsWith("2024"))
                .containsExactly("2024-11 staging.receipts BUILT 1");
        assertThat(rows(result, "core.payers"))
                .containsExactly(
                        "{period=2025-01, credit_code=A, street=朝外, amount_fen=725}",
                        "{period=2025-02, credit_code=A, street=朝外, amount_fen=1025}",
                        "{period=2025-03, credit_code=A, street=朝外, amount_fen=1025}");
        assertThat(result.months()).startsWith(YearMonth.of(2025, 1));
    }

    @Test
    void runsNothingAndOpensNoEngineWhenNothingChanged() {
        BuildResult first = build();

        BuildResult second = new Build(new UnopenedEngine(), new Outputs(home), inputs(), (ran, done, all) -> {}).run();

        assertThat(second.built()).isEmpty();
        assertThat(second.ran()).hasSize(12);
        assertThat(second.outputs()).isEqualTo(first.outputs());
    }

    @Test
    void rebuildsForALateBatchItsMonthAndWhatReadsIt() {
        build();
        batches.add(delivered.events(
                "receipts", "2025-01", "2025-05-09", List.of(List.of("2025-01", "R3", "B", "2025-02-13", 50))));

        assertThat(lines(build().built()))
                .containsExactly(
                        "2025-01 staging.receipts BUILT 2",
                        "2025-01 core.payers BUILT 2",
                        "2025-02 core.payers BUILT 2");
    }

    @Test
    void stopsWhereALaterDeliveryChangesNothing() {
        build();
        batches.add(employers("2025-02", "2025-06-01", List.of(List.of("A", "s1", 11))));

        assertThat(lines(build().built()))
                .containsExactly("2025-02 staging.employers BUILT 2", "2025-03 staging.employers BUILT 2");
    }

    @Test
    void buildsOnlyTheNewMonth() {
        batches.remove(2);
        build(YearMonth.of(2025, 2));
        batches.add(employers("2025-03", "2025-04-03", List.of(List.of("A", "s1", 12))));

        assertThat(lines(build().built()))
                .containsExactly(
                        "2025-03 staging.employers BUILT 1",
                        "2025-03 core.employers BUILT 1",
                        "2025-03 staging.receipts BUILT 0",
                        "2025-03 core.payers BUILT 1");
    }

    @Test
    void rebuildsAModelWhoseTextOrPromiseChangedAndLeavesItsReadersAlone() throws IOException {
        build();
        change(models.sql("core.employers"), "-- One row per employer.", "-- One row per employer, placed.");
        assertThat(lines(build().built()))
                .containsExactly(
                        "2025-01 core.employers BUILT 2",
                        "2025-02 core.employers BUILT 2",
                        "2025-03 core.employers BUILT 2");

        change(models.yaml("core.employers"), "staff > 0", "staff > 1");
        assertThat(build().built()).hasSize(3);

        change(models.yaml("core.employers"), "What it is.", "What it is now.");
        assertThat(build().built()).isEmpty();
    }

    @Test
    void rebuildsWhatReadsAChangedCodeList() {
        build();
        streets = streets("朝外街道");

        assertThat(build().built())
                .hasSize(6)
                .allSatisfy(ran -> assertThat(ran.table().layer()).isEqualTo("core"));
    }

    @Test
    void makesTheSameBytesInAnyOrderOfArrivalAndWithAnyNumberOfThreads() {
        BuildResult first = build();
        home = new Home(folder.resolve("other"));
        copyBatches();
        Collections.reverse(batches);

        BuildResult second = build(MARCH, 2);

        assertThat(second.built()).hasSize(12);
        assertThat(second.outputs()).isEqualTo(first.outputs());
    }

    @Test
    void keepsWhatAFailedCheckFoundAndTellsItAgainWhenTheOutputIsReused() throws IOException {
        change(models.yaml("core.employers"), "staff > 0", "staff > 10");
        build();

        BuildResult again = build();

        assertThat(again.built()).isEmpty();
        assertThat(again.failures())
                .containsExactly(
                        new CheckOutcome(
                                TableName.parse("core.employers"),
                                YearMonth.of(2025, 1),
                                new Check("staff > 10", Severity.ALERT, "register office"),
                                1,
                                List.of("credit_code=A")),
                        new CheckOutcome(
                                TableName.parse("core.employers"),
                                MARCH,
                                new Check("staff > 10", Severity.ALERT, "register office"),
                                1,
                                List.of("credit_code=C")));
    }

    @Test
    void tellsAGrainThatIsNotUnique() throws IOException {
        change(models.sql("staging.employers"), "recency = 1", "recency > 0");

        CheckOutcome failure = build().failures().get(0);

        assertThat(failure)
                .isEqualTo(new CheckOutcome(
                        TableName.parse("core.employers"),
                        YearMonth.of(2025, 2),
                        new Check("[credit_code] is unique", Severity.STOP, "warehouse"),
                        1,
                        List.of("credit_code=A")));
    }

    @Test
    void buildsADamagedOutputAgain() throws IOException {
        BuildResult first = build();
        Path file = first.files(home, TableName.parse("core.employers")).get(1);
        Files.writeString(file, "PAR1");

        BuildResult second = build();

        assertThat(lines(second.built())).containsExactly("2025-02 core.employers BUILT 2");
        assertThat(second.outputs()).isEqualTo(first.outputs());
    }

    @Test
    void namesTheModelThatYieldsOtherColumnsThanDeclared() throws IOException {
        change(models.yaml("core.employers"), "staff: {type: bigint", "staff: {type: double");

        assertThatThrownBy(this::build)
                .isInstanceOf(SetupException.class)
                .hasMessage(("%s does not yield what employers.yaml declares for 2025-01:%n"
                                + "expected the columns period varchar, credit_code varchar, street varchar, staff double%n"
                                + "found the columns    period varchar, credit_code varchar, street varchar, staff bigint")
                        .formatted(models.sql("core.employers")));
    }

    @Test
    void namesTheModelAndTheMonthThatCannotRun() throws IOException {
        change(models.sql("core.employers"), "employers.staff", "employers.stuff");

        assertThatThrownBy(this::build)
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("%s cannot run for 2025-01 on duckdb v2.0.0: Binder Error: "
                        .formatted(models.sql("core.employers")))
                .hasMessageContaining("stuff");
    }

    @Test
    void buildsTheClosingMonthAloneWhereNoSnapshotSpeaksOfAnEarlierOne() {
        assertThat(new BuildInputs(Models.none(), List.of(), Map.of(), EmployerCodes.NONE, List.of(), MARCH).months())
                .containsExactly(MARCH);
        assertThat(new BuildInputs(Models.none(), batches, Map.of(), EmployerCodes.NONE, List.of(), MARCH).months())
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), MARCH);
    }

    private Batch employers(String period, String receivedOn, List<List<Object>> rows) {
        return delivered.snapshot("employers", period, receivedOn, rows);
    }

    private BuildResult build() {
        return build(MARCH);
    }

    private BuildResult build(YearMonth closing) {
        return build(closing, 1);
    }

    private BuildResult build(YearMonth closing, int threads) {
        EngineSettings settings = new EngineSettings(threads, 512, folder.resolve("spill"));
        try (Engine engine = EngineProvider.named("duckdb").open(settings)) {
            return new Build(engine, new Outputs(home), inputs(closing), (ran, done, all) -> {}).run();
        }
    }

    private BuildInputs inputs() {
        return inputs(MARCH);
    }

    private BuildInputs inputs(YearMonth closing) {
        return new BuildInputs(models.read(), batches, delivered.raw(), EmployerCodes.NONE, List.of(streets), closing);
    }

    private static SmallTable streets(String name) {
        return new SmallTable(
                TableName.parse("codes.streets"),
                List.of(new Column("code", ColumnType.VARCHAR), new Column("name", ColumnType.VARCHAR)),
                List.of(Map.of("code", "s1", "name", name)));
    }

    private void copyBatches() {
        for (Batch batch : batches) {
            Path from = folder.resolve("home/batches").resolve(batch.feed()).resolve(batch.batchId());
            Path to = home.batch(batch.feed(), batch.batchId());
            try {
                Files.createDirectories(to);
                Files.copy(from.resolve("rows.parquet"), to.resolve("rows.parquet"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static List<String> lines(List<Ran> ran) {
        return ran.stream()
                .map(each -> "%s %s %s %d".formatted(each.month(), each.table(), each.how(), each.rows()))
                .toList();
    }

    private List<String> rows(BuildResult result, String table) {
        TableName name = TableName.parse(table);
        EngineSettings settings = new EngineSettings(1, 512, folder.resolve("spill"));
        try (Engine engine = EngineProvider.named("duckdb").open(settings)) {
            engine.define(name, result.output(name, MARCH).orElseThrow().columns(), result.files(home, name));
            return engine.query("select * from %s order by period, credit_code".formatted(table)).stream()
                    .map(Map::toString)
                    .toList();
        }
    }
}
