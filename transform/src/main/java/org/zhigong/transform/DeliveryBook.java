package org.zhigong.transform;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.Verdict;

/**
 * What has been delivered, as tables that models read: files that were rejected or held among them, corrections not.
 * The order of the rows depends on the batches alone.
 *
 * <pre>
 * run.deliveries   one row per file: feed, batch_id, deliverer, file_period (the month it was made for), received_on,
 *                  verdict (accepted, held, rejected), accepted_count and quarantined_count of its rows
 * run.findings     one row per file and reason: feed, batch_id, deliverer, file_period, reason, finding_count
 * </pre>
 */
public final class DeliveryBook {

    /** The month of a row: like outputs of months, a model sees those of its window. */
    static final String FILE_PERIOD = "file_period";

    private static final TableName DELIVERIES = new TableName("run", "deliveries");
    private static final TableName FINDINGS = new TableName("run", "findings");

    private static final List<Column> DELIVERY_COLUMNS = List.of(
            text("feed"),
            text("batch_id"),
            text("deliverer"),
            text(FILE_PERIOD),
            new Column("received_on", ColumnType.DATE),
            text("verdict"),
            number("accepted_count"),
            number("quarantined_count"));

    private static final List<Column> FINDING_COLUMNS = List.of(
            text("feed"),
            text("batch_id"),
            text("deliverer"),
            text(FILE_PERIOD),
            text("reason"),
            number("finding_count"));

    private DeliveryBook() {}

    /** The rows of {@code table} that a model sees; all of them unless they are of months. */
    static SmallTable seen(SmallTable table, Window window, YearMonth month) {
        boolean isOfMonths =
                table.columns().stream().anyMatch(column -> column.name().equals(FILE_PERIOD));
        return isOfMonths
                ? new SmallTable(
                        table.name(),
                        table.columns(),
                        table.rows().stream()
                                .filter(row ->
                                        window.contains(YearMonth.parse(String.valueOf(row.get(FILE_PERIOD))), month))
                                .toList())
                : table;
    }

    /** The tables without a row, for examples of models to fill. */
    public static List<SmallTable> empty() {
        return of(List.of(), new Holds(List.of(), List.of(), List.of()));
    }

    /** The tables about {@code known}, of which {@code holds} says what waits. */
    public static List<SmallTable> of(Collection<Batch> known, Holds holds) {
        Set<String> held = new HashSet<>();
        holds.held().forEach(each -> held.add(each.batch().batchId()));
        List<Map<String, Object>> deliveries = new ArrayList<>();
        List<Map<String, Object>> findings = new ArrayList<>();
        known.stream()
                .filter(batch -> !batch.isOverlay())
                .sorted(Comparator.comparing(Batch::feed)
                        .thenComparing(Batch::period)
                        .thenComparing(Batch::deliverer)
                        .thenComparing(BatchRanking.BY_DELIVERY))
                .forEach(batch -> {
                    deliveries.add(delivery(batch, held.contains(batch.batchId())));
                    batch.reasons().forEach((reason, count) -> {
                        Map<String, Object> row = common(batch);
                        row.put("reason", reason);
                        row.put("finding_count", count);
                        findings.add(row);
                    });
                });
        return List.of(
                new SmallTable(DELIVERIES, DELIVERY_COLUMNS, deliveries),
                new SmallTable(FINDINGS, FINDING_COLUMNS, findings));
    }

    private static Map<String, Object> delivery(Batch batch, boolean isHeld) {
        Map<String, Object> row = common(batch);
        row.put("received_on", batch.receivedOn());
        row.put("verdict", batch.verdict() == Verdict.REJECTED ? "rejected" : isHeld ? "held" : "accepted");
        row.put("accepted_count", batch.accepted());
        row.put("quarantined_count", batch.quarantined());
        return row;
    }

    private static Map<String, Object> common(Batch batch) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feed", batch.feed());
        row.put("batch_id", batch.batchId());
        row.put("deliverer", batch.deliverer());
        row.put(FILE_PERIOD, batch.period());
        return row;
    }

    private static Column text(String name) {
        return new Column(name, ColumnType.VARCHAR);
    }

    private static Column number(String name) {
        return new Column(name, ColumnType.BIGINT);
    }
}
