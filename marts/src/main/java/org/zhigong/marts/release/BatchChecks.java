package org.zhigong.marts.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.Verdict;

/** Nothing lost, nothing silent: every row that was read is accounted for, in its file and in the build. */
public final class BatchChecks {

    private static final Label REPAIR = new Label(
            "该批次损坏或程序有误：删除批次文件夹并重新接收原文件，若仍失败请报告缺陷",
            "The batch is damaged or the program is wrong: delete its folder and ingest the file again; if it fails"
                    + " again, report the defect");

    private BatchChecks() {}

    /** Rows read are rows accepted, quarantined and dropped, and the accepted ones lie in some month each. */
    public static CheckResult reconciled(Collection<Batch> batches) {
        List<String> failing = new ArrayList<>();
        for (Batch batch : batches) {
            if (batch.verdict() == Verdict.REJECTED) {
                continue;
            }
            long inMonths = batch.rowsByPeriod().values().stream()
                    .mapToLong(rows -> rows)
                    .sum();
            long accounted = batch.accepted() + batch.quarantined() + batch.dropped();
            if (batch.rowsRead() != accounted || batch.accepted() != inMonths) {
                failing.add("%s/%s: %d read, %d accepted, %d quarantined, %d dropped, %d in months"
                        .formatted(
                                batch.feed(),
                                batch.file(),
                                batch.rowsRead(),
                                batch.accepted(),
                                batch.quarantined(),
                                batch.dropped(),
                                inMonths));
            }
        }
        return new CheckResult(
                "batch_rows_add_up",
                "batches",
                "warehouse",
                Severity.STOP,
                failing.size(),
                failing,
                new Label("读取行数 = 接收 + 隔离 + 舍弃", "Rows read are rows accepted, quarantined and dropped"),
                REPAIR);
    }

    /**
     * Every accepted row of every batch is used or set aside, unless its month is still to come.
     *
     * @param usage the table with {@code feed, batch_id, accepted, used, set_aside}, over all months and those before
     * @param batches the batches that the build read
     * @param closing the last month that it built
     */
    public static CheckResult used(Engine engine, TableName usage, Collection<Batch> batches, YearMonth closing) {
        Map<String, long[]> found = new HashMap<>();
        String sums = """
                select feed, batch_id, cast(sum(accepted) as bigint) as accepted, cast(sum(used) as bigint) as used,
                    cast(sum(set_aside) as bigint) as set_aside
                from %s group by feed, batch_id""".formatted(usage);
        for (Map<String, Object> row : engine.query(sums)) {
            found.put(
                    Rows.text(row, "feed") + "/" + Rows.text(row, "batch_id"),
                    new long[] {Rows.number(row, "accepted"), Rows.number(row, "used"), Rows.number(row, "set_aside")});
        }
        List<String> failing = new ArrayList<>();
        for (Batch batch : batches) {
            long expected = batch.accepted() - later(batch, closing);
            long[] sum = found.getOrDefault(batch.feed() + "/" + batch.batchId(), new long[3]);
            if (batch.verdict() != Verdict.REJECTED && (sum[0] != expected || sum[0] != sum[1] + sum[2])) {
                failing.add(
                        "%s/%s: %d accepted for months up to the closing one, %d seen by the build, %d used, %d set aside"
                                .formatted(batch.feed(), batch.file(), expected, sum[0], sum[1], sum[2]));
            }
        }
        return new CheckResult(
                "batch_rows_are_used_or_set_aside",
                usage.toString(),
                "warehouse",
                Severity.STOP,
                failing.size(),
                failing,
                new Label("接收行数 = 使用 + 搁置", "Rows accepted are rows used and rows set aside"),
                REPAIR);
    }

    private static long later(Batch batch, YearMonth closing) {
        return batch.rowsByPeriod().entrySet().stream()
                .filter(rows -> YearMonth.parse(rows.getKey()).isAfter(closing))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
