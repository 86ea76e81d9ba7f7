package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.zhigong.warehouse.TableName;

class RepairedCodesTest {

    private static final Map<String, List<Column>> FEEDS = Map.of(
            "employers",
            List.of(new Column("credit_code", ColumnType.VARCHAR), new Column("predecessor_code", ColumnType.VARCHAR)),
            "headcount",
            List.of(new Column("employer_code", ColumnType.VARCHAR)));
    private static final EmployerCodes CODES = new EmployerCodes(
            Map.of("employers", List.of("credit_code", "predecessor_code"), "headcount", List.of("employer_code")),
            Map.of("employers", "credit_code"));

    @TempDir
    private Path folder;

    private Home home;
    private TestBatches delivered;
    private final List<Batch> batches = new ArrayList<>();

    @BeforeEach
    void openHome() {
        home = new Home(folder.resolve("home"));
        delivered = new TestBatches(home, FEEDS);
    }

    @AfterEach
    void closeHome() {
        delivered.close();
    }

    @Test
    void aRepairedCodeCountsWhereARegisterHasItAndIsSetAsideElsewhere() {
        register("2025-02", "A");
        register("2025-03", "A");
        batches.add(delivered.repaired("headcount", "2025-03", "2025-04-05", List.of(List.of("A"), List.of("B"))));
        batches.add(delivered.snapshot("headcount", "2025-02", "2025-03-05", List.of(List.of("C"))));

        assertThat(rows("headcount", "2025-03")).containsExactly("A true null", "B false USCC_UNPROVEN");
        assertThat(rows("headcount", "2025-02")).containsExactly("C true null");
    }

    @Test
    void aRegisterOfALaterMonthProvesNothingUnlessItIsTheFirst() {
        register("2025-03", "A");
        register("2025-04", "B");
        batches.add(delivered.repaired("headcount", "2025-02", "2025-03-05", List.of(List.of("A"), List.of("B"))));

        assertThat(rows("headcount", "2025-02")).containsExactly("A true null", "B false USCC_UNPROVEN");
    }

    @Test
    void aRowOfTheRegisterDoesNotProveItself() {
        register("2025-02", "A");
        batches.add(delivered.repaired(
                "employers", "2025-03", "2025-04-05", List.of(Arrays.asList("A", null), Arrays.asList("B", "A"))));

        assertThat(rows("employers", "2025-03")).containsExactly("A true null", "B false USCC_UNPROVEN");
    }

    @Test
    void aRowThatIsReplacedAnywayIsNotInDoubt() {
        register("2025-03", "A");
        batches.add(delivered.repaired("headcount", "2025-03", "2025-04-05", List.of(List.of("B"))));
        batches.add(delivered.snapshot("headcount", "2025-03", "2025-04-20", List.of(List.of("A"))));

        assertThat(rows("headcount", "2025-03")).containsExactly("A true null", "B false null");
    }

    @Test
    void onlyATableWithRepairedCodesDependsOnTheRegisters() {
        batches.add(delivered.snapshot("headcount", "2025-03", "2025-04-05", List.of(List.of("B"))));
        List<String> before = contents();
        register("2025-03", "A");
        assertThat(contents()).isEqualTo(before);

        batches.set(0, delivered.repaired("headcount", "2025-03", "2025-04-05", List.of(List.of("B"))));
        List<String> repaired = contents();
        register("2025-02", "B");
        assertThat(contents()).isNotEqualTo(repaired);
    }

    private void register(String period, String code) {
        batches.add(delivered.snapshot("employers", period, "2025-05-03", List.of(Arrays.asList(code, null))));
    }

    private RawBatches raw() {
        return new RawBatches(
                home,
                new BuildInputs(Models.none(), batches, delivered.raw(), CODES, List.of(), YearMonth.of(2025, 4)));
    }

    private List<String> contents() {
        return raw().contents(new TableName("raw", "headcount"), Window.ONE, YearMonth.of(2025, 3));
    }

    /** The code of each row, whether it counts, and as what it is set aside. */
    private List<String> rows(String feed, String month) {
        TableName table = new TableName("raw", feed);
        String code = FEEDS.getOrDefault(feed, List.of()).get(0).name();
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, home.scratch()))) {
            raw().define(engine, table, Window.ONE, YearMonth.parse(month));
            return engine
                    .query("select %1$s as code, is_current, set_aside_as from %2$s order by %1$s"
                            .formatted(code, table))
                    .stream()
                    .map(row -> row.get("code") + " " + row.get("is_current") + " " + row.get("set_aside_as"))
                    .toList();
        }
    }
}
