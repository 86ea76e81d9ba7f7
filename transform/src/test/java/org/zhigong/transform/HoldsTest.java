package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

class HoldsTest {

    private static final Map<String, BigDecimal> SHARES = Map.of("members", new BigDecimal("0.30"));

    @TempDir
    private Path folder;

    private final List<Batch> batches = new ArrayList<>();

    @Test
    void holdsASnapshotThatIsMoreThanItsShareAwayFromThreeMonths() {
        deliver("m1", "2025-01", 90);
        deliver("m2", "2025-02", 100);
        deliver("m3", "2025-03", 110);
        deliver("m4", "2025-04", 131);

        Holds holds = decide();

        assertThat(holds.live()).extracting(Batch::batchId).containsExactly("m1", "m2", "m3");
        assertThat(holds.held())
                .containsExactly(new Holds.Held(
                        batches.get(3),
                        new Batch.Message(
                                "110101 报送的 2025-04 文件 m4.csv 有 131 行，与前三个月平均 100 行相差超过 30%，暂不使用，等待确认",
                                "m4.csv for 2025-04 by 110101 has 131 rows, more than 30 % away from the mean of 100 of"
                                        + " the three months before: held until somebody confirms it")));
    }

    @Test
    void holdsASnapshotWhoseAmountsAreOfAnotherScale() {
        batches.add(scaled("m1", "2025-01", 9_600_000));
        batches.add(scaled("m2", "2025-02", 11_000_000));
        batches.add(scaled("m3", "2025-03", 960));
        batches.add(scaled("m4", "2025-04", 9_900_000));

        Holds holds = decide();

        assertThat(holds.live()).extracting(Batch::batchId).containsExactly("m1", "m2", "m4");
        assertThat(holds.held())
                .containsExactly(new Holds.Held(
                        batches.get(2),
                        new Batch.Message(
                                "110101 报送的 2025-03 文件 m3.csv 中 payroll_fen 的中位数与 2025-02 相差 50 倍以上，"
                                        + "疑为计量单位不同（元与万元），暂不使用，等待确认",
                                "m3.csv for 2025-03 by 110101: the median of payroll_fen is more than 50 times away from"
                                        + " that of 2025-02, as if the unit were another (yuan, ten thousand yuan): held"
                                        + " until somebody confirms it")));
    }

    @Test
    void leavesWhatIsWithinTheShareOrHasTooShortAPast() {
        deliver("m1", "2025-01", 100);
        deliver("m2", "2025-02", 200);
        deliver("m3", "2025-03", 300);
        deliver("m4", "2025-04", 260);
        deliver("m5", "2025-05", 329);

        assertThat(decide().held()).isEmpty();
    }

    @Test
    void leavesWhatAHeldBatchWouldHaveReplacedCurrent() {
        deliver("m1", "2025-01", 100);
        deliver("m2", "2025-02", 100);
        deliver("m3", "2025-03", 100);
        deliver("m4", "2025-04", 100);
        batches.add(batch("m4-again", "2025-04", "2025-06-09", 10));
        deliver("m5", "2025-05", 100);
        Collections.reverse(batches);

        Holds holds = decide();

        assertThat(holds.held()).extracting(held -> held.batch().batchId()).containsExactly("m4-again");
        assertThat(BatchRanking.current(holds.live())).containsExactlyInAnyOrder("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void countsABatchThatSomebodyReleased() {
        Home home = new Home(folder);
        deliver("m1", "2025-01", 100);
        deliver("m2", "2025-02", 100);
        deliver("m3", "2025-03", 100);
        deliver("m4", "2025-04", 200);
        HoldRelease word = new HoldRelease("m4", "W. Steward", "two districts merged", LocalDate.of(2025, 6, 2));
        word.write(home);

        Holds holds = Holds.decide(batches, SHARES, id -> HoldRelease.find(home, id));

        assertThat(home.holds().resolve("m4.json")).hasContent("""
                {
                  "batch_id" : "m4",
                  "by" : "W. Steward",
                  "reason" : "two districts merged",
                  "released_on" : "2025-06-02"
                }
                """);
        assertThat(holds.held()).isEmpty();
        assertThat(holds.released()).containsExactly(word);
        assertThat(holds.live()).hasSize(4);
    }

    @Test
    void refusesAWordAboutAnotherBatch() throws Exception {
        Home home = new Home(folder);
        new HoldRelease("m5", "W. Steward", "merged", LocalDate.of(2025, 6, 2)).write(home);
        Path file = Files.move(home.holds().resolve("m5.json"), home.holds().resolve("m4.json"));

        assertThatThrownBy(() -> HoldRelease.find(home, "m4"))
                .isInstanceOf(DataException.class)
                .hasMessage("Damaged file %s: expected the batch_id m4, found m5".formatted(file));
    }

    @Test
    void neverHoldsAFeedWhoseContractDoesNotAskForIt() {
        deliver("m1", "2025-01", 100);
        deliver("m2", "2025-02", 100);
        deliver("m3", "2025-03", 100);
        deliver("m4", "2025-04", 1);

        assertThat(Holds.decide(batches, Map.of(), id -> Optional.empty()).held())
                .isEmpty();
    }

    @Test
    void ranksTheLaterDeliveryThenTheGreaterHash() {
        batches.add(batch("b", "2025-01", "2025-02-05", 1));
        batches.add(batch("a", "2025-01", "2025-02-05", 1));
        batches.add(batch("c", "2025-02", "2025-03-05", 1));
        batches.add(batch("d", "2025-02", "2025-03-04", 1));

        assertThat(BatchRanking.current(batches)).containsExactlyInAnyOrder("b", "c");
    }

    private void deliver(String id, String period, long rows) {
        batches.add(batch(id, period, period + "-28", rows));
    }

    private Holds decide() {
        return Holds.decide(batches, SHARES, id -> Optional.empty());
    }

    private static Batch batch(String id, String period, String receivedOn, long rows) {
        return new Batch(
                "members",
                id,
                id + ".csv",
                "sha256-of-" + id,
                1000,
                Verdict.ACCEPTED,
                Batch.Kind.SNAPSHOT,
                "110101",
                period,
                LocalDate.parse(receivedOn),
                rows,
                rows,
                0,
                0,
                Map.of(period, rows),
                Map.of(),
                List.of(),
                List.of(),
                "1.0.0",
                "k1",
                "content-of-" + id);
    }

    private static Batch scaled(String id, String period, long median) {
        return new Batch(
                "headcount",
                id,
                id + ".csv",
                "sha256-of-" + id,
                1000,
                Verdict.ACCEPTED,
                Batch.Kind.SNAPSHOT,
                "110101",
                period,
                LocalDate.parse(period + "-28"),
                10,
                10,
                0,
                0,
                Map.of(period, 10L),
                Map.of(),
                List.of(),
                List.of(),
                "1.0.0",
                "k1",
                "content-of-" + id,
                Optional.empty(),
                Map.of("payroll_fen", median));
    }
}
