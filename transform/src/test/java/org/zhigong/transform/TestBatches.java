package org.zhigong.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.Verdict;

/** Puts batches into a home as ingest does, for tests. */
final class TestBatches implements AutoCloseable {

    private static final List<Column> ALWAYS = List.of(
            new Column("period", ColumnType.VARCHAR),
            new Column("flags", ColumnType.VARCHAR),
            new Column("verdict", ColumnType.VARCHAR),
            new Column("source_line", ColumnType.BIGINT));

    private final Home home;
    private final Map<String, List<Column>> feeds;
    private final Engine engine;

    TestBatches(Home home, Map<String, List<Column>> feeds) {
        this.home = home;
        this.feeds = feeds;
        this.engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, home.scratch()));
    }

    /** The raw tables of the feeds. */
    Map<TableName, List<Column>> raw() {
        Map<TableName, List<Column>> raw = new HashMap<>();
        feeds.forEach((feed, columns) -> raw.put(new TableName("raw", feed), columns));
        return raw;
    }

    /** A snapshot of {@code period}; each row holds the values of the columns of the feed. */
    Batch snapshot(String feed, String period, String receivedOn, List<List<Object>> rows) {
        return write(
                Batch.Kind.SNAPSHOT,
                feed,
                period,
                receivedOn,
                rows.stream().map(row -> row(feed, period, row)).toList());
    }

    /** A snapshot each of whose rows has a credit code that was read by replacing look-alike letters. */
    Batch repaired(String feed, String period, String receivedOn, List<List<Object>> rows) {
        return write(
                Batch.Kind.SNAPSHOT,
                feed,
                period,
                receivedOn,
                rows.stream().map(row -> flagged(row(feed, period, row))).toList());
    }

    private static Map<String, Object> flagged(Map<String, Object> row) {
        row.put("flags", "ID_15 USCC_REPAIRED");
        return row;
    }

    /** Events; the first value of each row is the month that it belongs to. */
    Batch events(String feed, String period, String receivedOn, List<List<Object>> rows) {
        List<Map<String, Object>> named = rows.stream()
                .map(row -> row(feed, String.valueOf(row.get(0)), row.subList(1, row.size())))
                .toList();
        return write(Batch.Kind.EVENTS, feed, period, receivedOn, named);
    }

    /** The file of {@code before} read again, with other rows. */
    Batch readAgain(Batch before, List<List<Object>> rows) {
        Batch again =
                snapshot(before.feed(), before.period(), before.receivedOn().toString(), rows);
        return copy(again, again.batchId(), before.sha256(), Optional.empty());
    }

    /**
     * Corrections of rows of {@code origin}; each row is one of its feed as in {@link #snapshot} or {@link #events}.
     *
     * @param repaired the rows of the origin that {@code rows} correct, one after the other
     * @param withdrawn the rows of the origin that are taken back
     */
    Batch overlay(Batch origin, String receivedOn, List<List<Object>> rows, List<Long> repaired, List<Long> withdrawn) {
        List<Map<String, Object>> named = new ArrayList<>();
        for (List<Object> values : rows) {
            Map<String, Object> row = origin.kind() == Batch.Kind.SNAPSHOT
                    ? row(origin.feed(), origin.period(), values)
                    : row(origin.feed(), String.valueOf(values.get(0)), values.subList(1, values.size()));
            row.put(Overlays.ORIGIN_ROW.name(), repaired.get(named.size()));
            named.add(row);
        }
        Batch batch = write(origin.kind(), origin.feed(), origin.period(), receivedOn, named);
        return copy(
                batch,
                batch.batchId(),
                batch.sha256(),
                Optional.of(new Batch.Overlay(
                        origin.batchId(), origin.sha256(), repaired, withdrawn, "a steward", "corrected")));
    }

    private static Batch copy(Batch batch, String batchId, String sha256, Optional<Batch.Overlay> overlay) {
        return new Batch(
                batch.feed(),
                batchId,
                batch.file(),
                sha256,
                batch.bytes(),
                batch.verdict(),
                batch.kind(),
                batch.deliverer(),
                batch.period(),
                batch.receivedOn(),
                batch.rowsRead(),
                batch.accepted(),
                batch.quarantined(),
                batch.dropped(),
                batch.rowsByPeriod(),
                batch.reasons(),
                batch.messages(),
                batch.columns(),
                batch.contractVersion(),
                batch.keyVersion(),
                batch.contentHash(),
                overlay,
                batch.medians());
    }

    private Map<String, Object> row(String feed, String period, List<Object> values) {
        Map<String, Object> row = new HashMap<>(Map.of("period", period, "verdict", "accepted"));
        List<Column> columns = columns(feed);
        for (int i = 0; i < values.size(); i++) {
            row.put(columns.get(i).name(), values.get(i));
        }
        return row;
    }

    private Batch write(
            Batch.Kind kind, String feed, String period, String receivedOn, List<Map<String, Object>> rows) {
        List<Column> columns = new ArrayList<>(columns(feed));
        columns.addAll(ALWAYS);
        if (rows.stream().anyMatch(row -> row.containsKey(Overlays.ORIGIN_ROW.name()))) {
            columns.add(Overlays.ORIGIN_ROW);
        }
        String id = "%s-%s-%s-%d".formatted(feed, period, receivedOn, rows.hashCode() & 0xffff);
        Map<String, Long> byPeriod = new TreeMap<>();
        rows.forEach(row -> byPeriod.merge(String.valueOf(row.get("period")), 1L, Long::sum));
        engine.defineRows(new TableName("new", "batch"), columns, rows);
        Output output = engine.write(
                "select * from new.batch", List.of(), home.batch(feed, id).resolve("rows.parquet"));
        Map<String, Long> reasons = new TreeMap<>();
        rows.stream()
                .filter(row -> row.containsKey("flags"))
                .forEach(row -> reasons.merge("USCC_REPAIRED", 1L, Long::sum));
        return batch(kind, feed, id, period, receivedOn, rows.size(), byPeriod, reasons, output);
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Batch batch(
            Batch.Kind kind,
            String feed,
            String id,
            String period,
            String receivedOn,
            long rows,
            Map<String, Long> byPeriod,
            Map<String, Long> reasons,
            Output output) {
        return new Batch(
                feed,
                id,
                id + ".csv",
                output.sha256(),
                1000,
                Verdict.ACCEPTED,
                kind,
                "110000",
                period,
                LocalDate.parse(receivedOn),
                rows,
                rows,
                0,
                0,
                byPeriod,
                reasons,
                List.of(),
                output.columns(),
                "1.0.0",
                "k1",
                output.sha256());
    }

    private List<Column> columns(String feed) {
        return feeds.getOrDefault(feed, List.of());
    }
}
