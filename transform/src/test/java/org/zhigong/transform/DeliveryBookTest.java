package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.Verdict;

class DeliveryBookTest {

    private static final Batch GOOD = batch("good", "2025-03", Verdict.ACCEPTED, Map.of("DATE_INVALID", 2L));
    private static final Batch WAITING = batch("waiting", "2025-04", Verdict.ACCEPTED, Map.of());
    private static final Batch BAD = batch("bad", "2025-03", Verdict.REJECTED, Map.of("TRUNCATED", 1L));

    private static final Holds HOLDS =
            new Holds(List.of(GOOD), List.of(new Holds.Held(WAITING, new Batch.Message("等待", "waits"))), List.of());

    @Test
    void tellsAcceptedFromHeldAndRejectedFiles() {
        assertThat(book(List.of(GOOD, WAITING, BAD)).get(0).rows())
                .extracting(row -> "%s %s %s %s %s of %s"
                        .formatted(
                                row.get("feed"),
                                row.get("file_period"),
                                row.get("batch_id"),
                                row.get("verdict"),
                                row.get("quarantined_count"),
                                row.get("accepted_count")))
                .containsExactly(
                        "members 2025-03 bad rejected 0 of 0",
                        "members 2025-03 good accepted 2 of 8",
                        "members 2025-04 waiting held 2 of 8");
    }

    @Test
    void saysWhatWasFoundInWhichFile() {
        assertThat(book(List.of(GOOD, BAD)).get(1).rows())
                .extracting(
                        row -> "%s %s %s".formatted(row.get("batch_id"), row.get("reason"), row.get("finding_count")))
                .containsExactly("bad TRUNCATED 1", "good DATE_INVALID 2");
    }

    @Test
    void isTheSameInAnyOrderOfArrival() {
        assertThat(book(List.of(BAD, WAITING, GOOD))).isEqualTo(book(List.of(GOOD, WAITING, BAD)));
        assertThat(DeliveryBook.empty()).extracting(SmallTable::rows).containsOnly(List.of());
    }

    @Test
    void aModelSeesTheFilesOfItsMonths() {
        SmallTable all = book(List.of(GOOD, WAITING, BAD)).get(0);

        assertThat(files(all, Window.ONE, "2025-04")).containsExactly("waiting");
        assertThat(files(all, Window.ALL, "2025-04")).containsExactly("bad", "good", "waiting");
        assertThat(files(all, Window.ALL, "2025-03")).containsExactly("bad", "good");
    }

    private static List<Object> files(SmallTable table, Window window, String month) {
        return DeliveryBook.seen(table, window, YearMonth.parse(month)).rows().stream()
                .map(row -> row.get("batch_id"))
                .toList();
    }

    private static List<SmallTable> book(List<Batch> batches) {
        return DeliveryBook.of(batches, HOLDS);
    }

    private static Batch batch(String id, String period, Verdict verdict, Map<String, Long> reasons) {
        boolean isRejected = verdict == Verdict.REJECTED;
        return new Batch(
                "members",
                id,
                id + ".csv",
                "sha256-of-" + id,
                1000,
                verdict,
                Batch.Kind.SNAPSHOT,
                "110105",
                period,
                LocalDate.of(2025, 5, 2),
                10,
                isRejected ? 0 : 8,
                isRejected ? 0 : 2,
                isRejected ? 10 : 0,
                Map.of(period, isRejected ? 0L : 8L),
                reasons,
                List.of(),
                List.of(),
                "1.0.0",
                "k1",
                "content-of-" + id);
    }
}
