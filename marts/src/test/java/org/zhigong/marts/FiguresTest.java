package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

class FiguresTest {

    private static final String WORKERS = """
            name: {zh: 职工, en: Workers}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(workers)
            unit: count
            kind: stock
            version: 1
            """;

    private static final String COLLECTED = """
            duty: 122
            name: {zh: 收缴率, en: Collected}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(received_fen)
            denominator: sum(due_fen)
            unit: rate
            counts: fen
            kind: flow
            lag_months: 1
            breakdowns: [district]
            target: {value: 1, text: {zh: 依法收缴, en: As the law says}}
            version: 3
            """;

    @TempDir
    private Path folder;

    private Outputs outputs;
    private final Map<String, Optional<YearMonth>> feeds = new TreeMap<>();
    private Base base;
    private ProtectionRules rules;
    private final Map<YearMonth, StoredOutput> months = new TreeMap<>();

    @BeforeEach
    void write() throws IOException {
        outputs = new Outputs(new Home(folder.resolve("home")));
        base = Bases.employers(folder, Base.Rows.ONE_PER_CONTRIBUTOR);
        rules = ProtectionRules.read(Path.of("protection.yaml"), ProtectionRules.Audience.INSIDE);
        indicator("workers", WORKERS);
        indicator("collected", COLLECTED);
    }

    @Test
    void statesMonthsQuartersAndYearsThatHaveEnded() {
        for (int month = 1; month <= 12; month++) {
            employers(YearMonth.of(2024, month), 100 + month, 10, 20);
        }
        employers(YearMonth.of(2025, 1), 200, 10, 20);

        FiguresResult result = build("2025-01");

        assertThat(cities(result, "workers"))
                .containsExactly(
                        "2024-01 303.0",
                        "2024-02 306.0",
                        "2024-03 309.0",
                        "2024-04 312.0",
                        "2024-05 315.0",
                        "2024-06 318.0",
                        "2024-07 321.0",
                        "2024-08 324.0",
                        "2024-09 327.0",
                        "2024-10 330.0",
                        "2024-11 333.0",
                        "2024-12 336.0",
                        "2025-01 600.0",
                        "2024-Q1 309.0",
                        "2024-Q2 318.0",
                        "2024-Q3 327.0",
                        "2024-Q4 336.0",
                        "2024 336.0");
        assertThat(cities(result, "collected"))
                .containsExactly(
                        "2024-01 0.5",
                        "2024-02 0.5",
                        "2024-03 0.5",
                        "2024-04 0.5",
                        "2024-05 0.5",
                        "2024-06 0.5",
                        "2024-07 0.5",
                        "2024-08 0.5",
                        "2024-09 0.5",
                        "2024-10 0.5",
                        "2024-11 0.5",
                        "2024-12 0.5",
                        "2024-Q1 0.5",
                        "2024-Q2 0.5",
                        "2024-Q3 0.5",
                        "2024-Q4 0.5",
                        "2024 0.5");
    }

    @Test
    void addsUpFlowsOverTheMonthsAndCountsPersonsOfTheLast() {
        employers(YearMonth.of(2025, 1), 100, 10, 20);
        employers(YearMonth.of(2025, 2), 110, 20, 20);
        employers(YearMonth.of(2025, 3), 120, 9, 20);
        employers(YearMonth.of(2025, 4), 130, 0, 0);

        assertThat(
                        figures(
                                build("2025-04"),
                                "indicator = 'collected' and period = '2025-Q1' and place_level = 'city' and place_scheme = 'geo'"))
                .singleElement()
                .satisfies(figure -> assertThat(figure)
                        .containsEntry("numerator", 117L)
                        .containsEntry("denominator", 180L)
                        .containsEntry("value", 0.65)
                        .containsEntry("target", 1.0)
                        .containsEntry("duty", 122L)
                        .containsEntry("definition_version", 3L)
                        .containsEntry("persons", 360L)
                        .containsEntry("employers", 3L)
                        .containsEntry("period_type", "quarter")
                        .containsEntry("period_from", java.time.LocalDate.of(2025, 1, 1))
                        .containsEntry("period_to", java.time.LocalDate.of(2025, 4, 1))
                        .containsEntry("as_of", java.time.LocalDate.of(2025, 3, 31))
                        .containsEntry("protection", "open"));
    }

    @Test
    void givesNoNumberForAFlowWhoseHistoryIsShort() {
        employers(YearMonth.of(2025, 2), 100, 10, 20);
        employers(YearMonth.of(2025, 3), 100, 10, 20);
        employers(YearMonth.of(2025, 4), 100, 10, 20);

        List<Map<String, Object>> quarter =
                figures(build("2025-04"), "period = '2025-Q1' and place_level = 'city' and place_scheme = 'geo'");

        assertThat(quarter)
                .extracting(figure -> figure.get("indicator") + " " + figure.get("status") + " " + figure.get("value")
                        + " " + figure.get("persons") + " " + figure.get("protection"))
                .containsExactly("collected insufficient_history null null open", "workers ok 300.0 300 open");
    }

    @Test
    void aWindowWaitsForItsFullHistory() throws IOException {
        indicator("trained", WORKERS + "window_months: 3\n");
        for (int month = 1; month <= 4; month++) {
            employers(YearMonth.of(2025, month), 100, 10, 20);
        }

        assertThat(statuses(build("2025-04"), "trained"))
                .containsExactly(
                        "2025-01 insufficient_history null",
                        "2025-02 insufficient_history null",
                        "2025-03 ok 300.0",
                        "2025-04 ok 300.0",
                        "2025-Q1 ok 300.0");
    }

    @Test
    void historyBeginsWithTheFeedsThatTheBaseWaitsFor() throws IOException {
        base = Bases.read(folder, Bases.DECLARATION.formatted(true) + "history: [training, members]\n");
        indicator("trained", WORKERS + "window_months: 2\n");
        for (int month = 1; month <= 4; month++) {
            employers(YearMonth.of(2025, month), 100, 10, 20);
        }
        feeds.put("members", Optional.of(YearMonth.of(2024, 6)));
        feeds.put("training", Optional.of(YearMonth.of(2025, 2)));

        assertThat(statuses(build("2025-04"), "trained"))
                .containsExactly(
                        "2025-01 insufficient_history null",
                        "2025-02 insufficient_history null",
                        "2025-03 ok 300.0",
                        "2025-04 ok 300.0",
                        "2025-Q1 ok 300.0");

        feeds.put("training", Optional.empty());
        assertThat(statuses(build("2025-04"), "trained"))
                .hasSize(5)
                .allMatch(figure -> figure.endsWith("insufficient_history null"));

        feeds.remove("training");
        assertThatThrownBy(() -> build("2025-04"))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "employer_base.yaml: unknown feed 'training' in history of the base: expected some of [members]");
    }

    @Test
    void aYearlyIndicatorHasFiguresOfYearsAlone() throws IOException {
        indicator("yearly", WORKERS + "periods: [year]\n");
        indicator("paid", COLLECTED + "periods: [year]\n");
        for (int month = 1; month <= 12; month++) {
            employers(YearMonth.of(2024, month), 100 + month, month, 20);
        }

        FiguresResult result = build("2025-01");

        assertThat(statuses(result, "yearly")).containsExactly("2024 ok 336.0");
        assertThat(statuses(result, "paid")).containsExactly("2024 ok 0.325");
    }

    @Test
    void aNationalSeriesHasTheYearsOfItsRowsOutsideProtection() throws IOException {
        base = Bases.read(
                folder, "contributor: cast(null as string)\npersons: sum(0)\nnational_year: industry\nhistory: []\n");
        indicator("workers", WORKERS.replaceAll("(?m)^breakdowns:.*\n", ""));
        indicator("collected", """
                name: {zh: 比例, en: Share}
                definition: {zh: 定义, en: Definition}
                base: marts.employer_base
                numerator: sum(received_fen)
                denominator: sum(due_fen)
                unit: rate
                counts: persons
                kind: flow
                version: 1
                """);
        months(YearMonth.of(2025, 1), """
                employer_id industry workers received_fen due_fen
                E1 1979 3 1 2
                E2 2014 0 4 2
                """);
        months(YearMonth.of(2025, 2), """
                employer_id industry workers received_fen due_fen
                E1 1979 3 1 2
                E2 2014 0 5 2
                """);

        FiguresResult result = build("2025-02");

        assertThat(figures(result, "true"))
                .extracting(figure -> "%s %s %s %s %s %s to %s at %s %s, %s %s %s/%s = %s"
                        .formatted(
                                figure.get("indicator"),
                                figure.get("period_type"),
                                figure.get("period"),
                                figure.get("status"),
                                figure.get("protection"),
                                figure.get("period_from"),
                                figure.get("period_to"),
                                figure.get("place_level"),
                                figure.get("place"),
                                figure.get("breakdown"),
                                figure.get("breakdown_value"),
                                figure.get("numerator"),
                                figure.get("denominator"),
                                figure.get("value")))
                .containsExactly(
                        "collected year 1979 published open 1979-01-01 to 1980-01-01 at nation 100000, none all 1/2 = 0.5",
                        "collected year 2014 published open 2014-01-01 to 2015-01-01 at nation 100000, none all 5/2 = 2.5",
                        "workers year 1979 published open 1979-01-01 to 1980-01-01 at nation 100000, none all 3/null = 3.0");
        assertThat(build("2025-02").built()).isEmpty();
    }

    private List<String> statuses(FiguresResult result, String indicator) {
        return figures(
                        result,
                        "indicator = '%s' and place_level = 'city' and place_scheme = 'geo'".formatted(indicator))
                .stream()
                .map(figure -> figure.get("period") + " " + figure.get("status") + " " + figure.get("value"))
                .toList();
    }

    @Test
    void runsNothingWhereNothingChanged() {
        employers(YearMonth.of(2025, 1), 100, 10, 20);
        employers(YearMonth.of(2025, 2), 100, 10, 20);
        FiguresResult first = build("2025-02");

        FiguresResult again = build("2025-02");

        assertThat(first.built())
                .extracting(FiguresTest::shown)
                .containsExactly(
                        "marts.cells 2025-01 marts.employer_base",
                        "marts.cells 2025-01 marts.employer_base",
                        "marts.figures 2025-01 protection",
                        "marts.cells 2025-02 marts.employer_base",
                        "marts.figures 2025-02 protection");
        assertThat(again.built()).isEmpty();
        assertThat(again.partitions()).isEqualTo(first.partitions());
    }

    @Test
    void computesWhatAChangedMonthTouchesAndNothingElse() {
        for (int month = 1; month <= 5; month++) {
            employers(YearMonth.of(2025, month), 100, 10, 20);
        }
        build("2025-05");
        employers(YearMonth.of(2025, 2), 100, 15, 20);

        assertThat(build("2025-05").built())
                .extracting(FiguresTest::shown)
                .containsExactly(
                        "marts.cells 2025-02 marts.employer_base",
                        "marts.cells 2025-02 marts.employer_base",
                        "marts.figures 2025-02 protection",
                        "marts.cells 2025-Q1 marts.employer_base",
                        "marts.figures 2025-Q1 protection");
    }

    @Test
    void protectsAgainWhereTheAudienceChangesAndComputesNoCell() {
        employers(YearMonth.of(2025, 1), 100, 10, 20);
        build("2025-01");
        rules = ProtectionRules.read(Path.of("protection.yaml"), ProtectionRules.Audience.OUTSIDE);

        assertThat(build("2025-01").built())
                .extracting(FiguresTest::shown)
                .containsExactly("marts.figures 2025-01 protection");
    }

    @Test
    void aChangedDefinitionMakesNewFigures() throws IOException {
        employers(YearMonth.of(2025, 1), 100, 10, 20);
        build("2025-01");
        indicator("workers", WORKERS.replace("version: 1", "version: 2"));

        FiguresResult result = build("2025-01");

        assertThat(result.built())
                .extracting(FiguresTest::shown)
                .containsExactly("marts.cells 2025-01 marts.employer_base", "marts.figures 2025-01 protection");
        assertThat(figures(result, "place_scheme = 'geo'"))
                .extracting(figure -> figure.get("definition_version"))
                .containsExactly(2L);
    }

    @Test
    void figuresAgreeWithTheirCells() {
        employers(YearMonth.of(2025, 1), 100, 10, 20);
        employers(YearMonth.of(2025, 2), 3, 10, 20);
        FiguresResult result = build("2025-02");

        try (Engine engine = engine()) {
            TableName figures = new TableName("released", "figures");
            engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, result.cells(outputs.home()));
            engine.define(figures, CellTable.FIGURE_COLUMNS, result.figures(outputs.home()));

            assertThat(new ProtectionAudit(rules).check(engine, CellTable.CELLS, figures))
                    .extracting(ProtectionAudit.Finding::failures)
                    .containsOnly(0L);
        }
    }

    private static String shown(FiguresResult.Made made) {
        return "%s %s %s".formatted(made.table(), made.period(), made.of());
    }

    private FiguresResult build(String closing) {
        try (Engine engine =
                EngineProvider.named("duckdb").openWhenNeeded(new EngineSettings(2, 512, folder.resolve("spill")))) {
            Map<TableName, Base> bases = Bases.map(base);
            Indicators indicators = Indicators.read(folder.resolve("indicators"), bases);
            return new Figures(engine, outputs, bases, indicators, new Protection(rules), new FeedHistory(feeds))
                    .build(Map.of(base.table(), months), YearMonth.parse(closing));
        }
    }

    private List<String> cities(FiguresResult result, String indicator) {
        return figures(
                        result,
                        "place_level = 'city' and place_scheme = 'geo' and indicator = '%s'".formatted(indicator))
                .stream()
                .map(figure -> figure.get("period") + " " + figure.get("value"))
                .toList();
    }

    private List<Map<String, Object>> figures(FiguresResult result, String which) {
        try (Engine engine = engine()) {
            engine.define(CellTable.FIGURES, CellTable.FIGURE_COLUMNS, result.figures(outputs.home()));
            return engine
                    .query("select * from %s where %s order by indicator, length(period) desc, period"
                            .formatted(CellTable.FIGURES, which))
                    .stream()
                    .sorted(java.util.Comparator.comparing(FiguresTest::rank))
                    .toList();
        }
    }

    private static String rank(Map<String, Object> figure) {
        return figure.get("indicator") + " "
                + List.of("month", "quarter", "year").indexOf(figure.get("period_type"));
    }

    /** Three employers that share everything: {@code workers}, received and due each. */
    private void employers(YearMonth month, int workers, int received, int due) {
        months(
                month,
                "employer_id district_code unit_code street_code industry workers received_fen due_fen\n"
                        + "%%s 110105 110105 110105001 I %d %d %d\n"
                                .formatted(workers, received, due)
                                .repeat(3)
                                .formatted("E1", "E2", "E3"));
    }

    private void months(YearMonth month, String rows) {
        try (Engine engine = engine()) {
            List<Map<String, Object>> values = TextTable.rows(base.columns(), rows);
            values.forEach(
                    row -> row.putAll(Map.of("period", month.toString(), "attribute", "all", "row_kind", "employer")));
            engine.defineRows(base.table(), base.columns(), values);
            String fingerprint = Hashes.ofWords(List.of(month.toString(), rows));
            Path part = outputs.begin(base.table());
            Output written =
                    engine.write("select * from " + base.table(), List.of("employer_id"), part.resolve(Outputs.PART));
            StoredOutput stored = new StoredOutput(
                    base.table().toString(),
                    month.toString(),
                    fingerprint,
                    written.rows(),
                    part.resolve(Outputs.PART).toFile().length(),
                    written.sha256(),
                    written.columns(),
                    List.of());
            outputs.store(stored, part);
            months.put(month, stored);
        }
    }

    private void indicator(String id, String text) throws IOException {
        Files.createDirectories(folder.resolve("indicators"));
        Files.writeString(folder.resolve("indicators").resolve(id + ".yaml"), text);
    }

    private Engine engine() {
        return EngineProvider.named("duckdb").open(new EngineSettings(2, 512, folder.resolve("spill")));
    }
}
