package org.zhigong.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Output;
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

    /** Events; the first value of each row is the month that it belongs to. */
    Batch events(String feed, String period, String receivedOn, List<List<Object>> rows) {
        List<Map<String, Object>> named = rows.stream()
                .map(row -> row(feed, String.valueOf(row.get(0)), row.subList(1, row.size())))
                .toList();
        return write(Batch.Kind.EVENTS, feed, period, receivedOn, named);
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
        String id = "%s-%s-%s-%d".formatted(feed, period, receivedOn, rows.hashCode() & 0xffff);
        Map<String, Long> byPeriod = new TreeMap<>();
        rows.forEach(row -> byPeriod.merge(String.valueOf(row.get("period")), 1L, Long::sum));
        engine.defineRows(new TableName("new", "batch"), columns, rows);
        Output output = engine.write(
                "select * from new.batch", List.of(), home.batch(feed, id).resolve("rows.parquet"));
        return batch(kind, feed, id, period, receivedOn, rows.size(), byPeriod, output);
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
                Map.of(),
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
