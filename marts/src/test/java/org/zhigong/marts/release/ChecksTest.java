package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

class ChecksTest {

    private static final Path IDENTITIES = Path.of("identities.yaml");
    private static final TableName CELLS = new TableName("marts", "cells");

    @TempDir
    private Path folder;

    @Test
    void theWorkedExampleKeepsEveryIdentity() {
        assertThat(identities(workedExample()))
                .hasSize(13)
                .allSatisfy(result -> assertThat(result.failures()).isZero());
    }

    @Test
    void anIdentityThatIsBrokenSaysInWhichCellAndByHowMuch() {
        List<Map<String, Object>> cells = new ArrayList<>(workedExample());
        cells.removeIf(cell -> "enterprise".equals(cell.get("category")));

        List<CheckResult> broken = identities(cells).stream()
                .filter(result -> result.failures() > 0)
                .toList();

        assertThat(broken)
                .extracting(CheckResult::name)
                .containsExactly("exclusive_levels_add_up_to_workers", "exclusive_levels_add_up_to_covered");
        assertThat(broken.get(0).sample()).containsExactly("2025-03 geo 110000 none/all: parts = 60, workers = 160");
    }

    @Test
    void dueProcessAndChannelsAreHeldAgainstTheirParts() {
        List<CheckResult> broken = identities(List.of(
                        cell("agreement_due_process_rate", "all", 2, 5),
                        cell("agreement_due_process_present", "all", 5, 5),
                        cell("agreement_due_process_majority", "all", 5, 5),
                        cell("agreement_due_process_filed", "all", 1, 5),
                        cell("agreement_due_process_unopposed", "all", 5, 5),
                        cell("fund_channel_share", "tax", 700, 1_000),
                        cell("fund_channel_share", "own", 200, 1_000),
                        cell("fund_channel_payers_share", "tax", 3, 5),
                        cell("fund_channel_payers_share", "own", 1, 5)))
                .stream()
                .filter(result -> result.failures() > 0)
                .toList();

        assertThat(broken)
                .extracting(CheckResult::name)
                .containsExactly(
                        "channels_add_up_to_all_receipts",
                        "payers_of_channels_are_payers",
                        "due_process_is_all_of_its_conditions");
        assertThat(broken.get(0).sample()).containsExactly("2025-03 geo 110000 none/all: parts = 900, received = 1000");
    }

    @Test
    void anIndicatorWithoutNumbersSaysNothing() {
        List<Map<String, Object>> cells =
                List.of(FigureRows.without(cell("coverage_any_workers", "all", 0, 160), "numerator"));

        assertThat(identities(cells))
                .allSatisfy(result -> assertThat(result.failures()).isZero());
    }

    @Test
    void anIdentityOfAnotherFormIsRefusedWithItsPlace() throws java.io.IOException {
        Path file = folder.resolve("identities.yaml");
        java.nio.file.Files.writeString(file, """
                - name: odd
                  label: {zh: 一, en: one}
                  figures: {covered: coverage_any_workers}
                  holds: covered > 0
                """);

        assertThatThrownBy(() -> Identity.readAll(file))
                .isInstanceOf(SetupException.class)
                .hasMessage(("%s, line 3: [1].figures.covered: expected <indicator>.numerator or .denominator, of a mix"
                                + " <indicator>[<category>].numerator, found 'coverage_any_workers'")
                        .formatted(file));
    }

    @Test
    void theAuditFindsWhatShouldNotLeave() {
        Map<String, Object> open = FigureRows.figure("members", "2025-03", 60, 100);
        List<Map<String, Object>> figures = List.of(
                open,
                FigureRows.with(FigureRows.confidential(open), "place", "110101"),
                FigureRows.with(FigureRows.confidential(open), "place", "110102", "lower", 0.5),
                FigureRows.with(FigureRows.confidential(open), "place", "110103", "status", "over_100"),
                FigureRows.with(open, "place", "110105", "persons", 4),
                FigureRows.with(open, "place", "110106", "employers", 2),
                FigureRows.with(open, "place", "110107", "protection", "open?"),
                FigureRows.with(open, "place", "110108", "category", "area"),
                FigureRows.with(FigureRows.confidential(open), "place", "110108", "category", "none"));

        Engine engine = Sandbox.engine(1);
        engine.defineRows(FiguresTable.NAME, FigureRows.figureColumns(), figures);

        assertThat(new DisclosureAudit(5, 3).check(engine, FiguresTable.NAME))
                .extracting(CheckResult::name, CheckResult::failures, CheckResult::sample)
                .containsExactly(
                        failing("protection_is_decided", "110107", "all"),
                        tuple(
                                "confidential_shows_nothing",
                                2L,
                                List.of(
                                        "members month 2025-03 geo city 110102 none all all",
                                        "members month 2025-03 geo city 110103 none all all")),
                        failing("open_has_enough_persons", "110105", "all"),
                        failing("open_has_enough_employers", "110106", "all"),
                        failing("no_mix_is_half_open", "110108", "area"));
        assertThat(DisclosureAudit.unique(engine, FiguresTable.NAME).failures()).isZero();
    }

    private static Tuple failing(String name, String place, String category) {
        return tuple(name, 1L, List.of("members month 2025-03 geo city %s none all %s".formatted(place, category)));
    }

    @Test
    void aFigureThatIsThereTwiceIsFound() {
        Map<String, Object> figure = FigureRows.figure("members", "2025-03", 60, 100);
        Engine engine = Sandbox.engine(1);
        engine.defineRows(FiguresTable.NAME, FigureRows.figureColumns(), List.of(figure, figure));

        assertThat(DisclosureAudit.unique(engine, FiguresTable.NAME).sample())
                .containsExactly("members month 2025-03 geo city 110000 none all all");
    }

    @Test
    void rowsOfABatchThatNoMonthHasAreMissed() {
        Batch whole = Sandbox.batch("headcount", "aa");
        Batch lost = new Batch(
                whole.feed(),
                "lost",
                "lost.csv",
                "bb",
                1,
                whole.verdict(),
                whole.kind(),
                whole.deliverer(),
                whole.period(),
                whole.receivedOn(),
                3,
                2,
                1,
                0,
                Map.of("2025-03", 1L),
                Map.of(),
                List.of(),
                List.of(),
                "1",
                "1",
                "bb");

        CheckResult result = BatchChecks.reconciled(List.of(whole, lost));

        assertThat(result.sample())
                .containsExactly("headcount/lost.csv: 3 read, 2 accepted, 1 quarantined, 0 dropped, 1 in months");
    }

    @Test
    void rowsOfABatchThatTheBuildLostAreMissed() {
        TableName usage = new TableName("core", "batch_usage");
        List<Column> columns = List.of(
                new Column("feed", ColumnType.VARCHAR),
                new Column("batch_id", ColumnType.VARCHAR),
                new Column("accepted", ColumnType.BIGINT),
                new Column("used", ColumnType.BIGINT),
                new Column("set_aside", ColumnType.BIGINT));
        Map<String, Object> row =
                Map.of("feed", "headcount", "batch_id", "headcount-aa", "accepted", 2, "used", 1, "set_aside", 1);
        List<Batch> batches = List.of(Sandbox.batch("headcount", "aa"), Sandbox.batch("headcount", "bb"));
        Engine engine = Sandbox.engine(1);
        engine.defineRows(usage, columns, List.of(row));

        assertThat(BatchChecks.used(engine, usage, batches, YearMonth.of(2025, 3))
                        .sample())
                .containsExactly(
                        "headcount/headcount_110000_202503_20250405.csv: 2 accepted for months up to the closing one, 0 seen"
                                + " by the build, 0 used, 0 set aside");
        assertThat(BatchChecks.used(engine, usage, batches.subList(0, 1), YearMonth.of(2025, 3))
                        .failures())
                .isZero();
    }

    @Test
    void aCheckOfAModelIsOneResultWhereItHoldsAndOneAMonthWhereItDoesNot() {
        StoredOutput.Checked fails = new StoredOutput.Checked("a > 0", "alert", "steward", 2, List.of("id=1"));
        StoredOutput.Checked holds = new StoredOutput.Checked("a > 0", "alert", "steward", 0, List.of());
        StoredOutput.Checked other = new StoredOutput.Checked("b > 0", "stop", "warehouse", 0, List.of());

        List<CheckResult> results = ModelChecks.of(
                List.of(output("2025-01", holds, other), output("2025-02", fails, other), output("2025-03", holds)));

        assertThat(results)
                .extracting(CheckResult::key, CheckResult::failures, CheckResult::severity)
                .containsExactly(
                        tuple("a > 0 @ core.x 2025-02", 2L, Severity.ALERT),
                        tuple("b > 0 @ core.x", 0L, Severity.STOP));
    }

    private static StoredOutput output(String period, StoredOutput.Checked... checks) {
        return new StoredOutput("core.x", period, "f-" + period, 1, 1, "h", List.of(), List.of(checks));
    }

    /** Employers of 100, 50 and 10: an enterprise agreement with the first, an area agreement with the first two. */
    private static List<Map<String, Object>> workedExample() {
        return List.of(
                cell("coverage_any_workers", "all", 150, 160),
                cell("coverage_wage_workers", "all", 100, 160),
                cell("coverage_level_enterprise", "all", 100, 160),
                cell("coverage_level_industry", "all", 0, 160),
                cell("coverage_level_area", "all", 150, 160),
                cell("coverage_level_exclusive", "enterprise", 100, 160),
                cell("coverage_level_exclusive", "area", 50, 160),
                cell("coverage_level_exclusive", "none", 10, 160),
                cell("coverage_overlap_matrix", "EA", 100, 150),
                cell("coverage_overlap_matrix", "A", 50, 150));
    }

    private static Map<String, Object> cell(String indicator, String category, long numerator, long denominator) {
        return FigureRows.with(FigureRows.figure(indicator, "2025-03", numerator, denominator), "category", category);
    }

    private List<CheckResult> identities(List<Map<String, Object>> cells) {
        Engine engine = Sandbox.engine(1);
        engine.defineRows(CELLS, FigureRows.figureColumns(), cells);
        return Identity.readAll(IDENTITIES).stream()
                .map(identity -> identity.check(engine, CELLS))
                .toList();
    }
}
