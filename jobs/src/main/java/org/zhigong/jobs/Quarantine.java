package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.RowReader;
import org.zhigong.warehouse.TableName;

/** The quarantine of some batches: a finding for every cell or row that kept a row out. */
final class Quarantine {

    /**
     * All columns of a finding; {@code value} is masked where the grade of its column asks for it. A row is open until
     * it is repaired or withdrawn; a correction is one that was wrong itself.
     */
    static final List<String> FINDING = List.of(
            "feed",
            "deliverer",
            "period",
            "file",
            "source_sheet",
            "source_line",
            "source_column",
            "column_name",
            "column_zh",
            "column_en",
            "reason",
            "reason_zh",
            "reason_en",
            "value",
            "state");

    /** What of it fits on a screen. */
    static final List<String> SHORT = List.of(
            "file",
            "source_sheet",
            "source_line",
            "source_column",
            "column_zh",
            "column_name",
            "reason_zh",
            "reason",
            "value",
            "state");

    static final List<String> SUMMARY =
            List.of("feed", "deliverer", "reason", "reason_zh", "reason_en", "rows", "open", "files");

    static final List<String> REASONS = List.of("reason", "reason_zh", "reason_en", "rows", "open", "files");

    private static final TableName BATCHES = new TableName("quarantine", "batches");
    private static final TableName ROWS = new TableName("quarantine", "rows");
    private static final TableName STATES = new TableName("quarantine", "states");
    private static final TableName FINDINGS = new TableName("quarantine", "findings");

    private final Engine engine;

    /** Makes the quarantine of {@code batches} readable in {@code engine}. */
    Quarantine(Engine engine, Home home, List<Batch> batches) {
        this.engine = engine;
        List<Batch> quarantined =
                batches.stream().filter(batch -> batch.quarantined() > 0).toList();
        List<Path> files = quarantined.stream()
                .map(batch -> home.batch(batch.feed(), batch.batchId()).resolve("quarantine.parquet"))
                .toList();
        engine.defineRows(
                BATCHES,
                Stream.concat(
                                Stream.of(new Column(Engine.FILE_IN_LIST, ColumnType.BIGINT)),
                                Stream.of("feed", "deliverer", "period", "file", "otherwise")
                                        .map(Quarantine::text))
                        .toList(),
                rows(quarantined));
        engine.defineRows(
                STATES,
                List.of(
                        new Column(Engine.FILE_IN_LIST, ColumnType.BIGINT),
                        new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT),
                        text("settled")),
                states(quarantined, Overlays.among(batches)));
        List<Column> columns = new ArrayList<>(Stream.of(
                        "source_sheet",
                        "source_column",
                        "column_name",
                        "column_zh",
                        "column_en",
                        "reason",
                        "reason_zh",
                        "reason_en",
                        "value")
                .map(Quarantine::text)
                .toList());
        columns.add(new Column("source_line", ColumnType.BIGINT));
        columns.add(new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT));
        engine.define(ROWS, columns, files, List.of(Engine.FILE_IN_LIST));
        engine.define(FINDINGS, """
                select b.feed, b.deliverer, b.period, b.file, coalesce(s.settled, b.otherwise) as state, r.*
                from %1$s as r inner join %2$s as b on r.%3$s = b.%3$s
                    left join %4$s as s on r.%3$s = s.%3$s and r.%5$s = s.%5$s""".formatted(ROWS, BATCHES, Engine.FILE_IN_LIST, STATES, Engine.ROW_IN_FILE));
    }

    private static Column text(String name) {
        return new Column(name, ColumnType.VARCHAR);
    }

    private static List<Map<String, Object>> rows(List<Batch> batches) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Batch batch : batches) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(Engine.FILE_IN_LIST, (long) rows.size());
            row.put("feed", batch.feed());
            row.put("deliverer", batch.deliverer());
            row.put("period", batch.period());
            row.put("file", batch.file());
            row.put("otherwise", batch.isOverlay() ? "correction" : "open");
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> states(List<Batch> batches, Overlays overlays) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            if (!batches.get(i).isOverlay()) {
                Set<Long> repaired = overlays.repaired(batches.get(i));
                for (long row : overlays.settled(batches.get(i))) {
                    String state = repaired.contains(row) ? "repaired" : "withdrawn";
                    rows.add(Map.of(Engine.FILE_IN_LIST, (long) i, Engine.ROW_IN_FILE, row, "settled", state));
                }
            }
        }
        return rows;
    }

    /** Hands every finding, of one reason or of all, to {@code reader}, file by file in the order of rows. */
    void findings(List<String> columns, Optional<String> reason, RowReader reader) {
        engine.read(
                "select %s from %s%s order by feed, deliverer, period, file, source_sheet, source_line, column_name, reason"
                        .formatted(String.join(", ", columns), FINDINGS, where(reason)),
                reader);
    }

    /** Rows and files by feed, deliverer and reason. */
    List<Map<String, Object>> summary(Optional<String> reason) {
        return counted("feed, deliverer, reason, reason_zh, reason_en", where(reason), "feed, deliverer, reason");
    }

    /** Rows and files by reason, the most frequent first. */
    List<Map<String, Object>> reasons() {
        return counted("reason, reason_zh, reason_en", "", "rows desc, reason");
    }

    private List<Map<String, Object>> counted(String groups, String where, String order) {
        return engine.query("""
                select %1$s, cast(sum(rows) as bigint) as rows, cast(sum(open) as bigint) as open, count(*) as files
                from (
                    select feed, deliverer, file, %2$s, reason, reason_zh, reason_en,
                        count(distinct concat(source_sheet, ' ', source_line)) as rows,
                        count(distinct case when state = 'open' then concat(source_sheet, ' ', source_line) end) as open
                    from %3$s%4$s group by all
                ) as by_file
                group by %1$s order by %5$s""".formatted(groups, Engine.FILE_IN_LIST, FINDINGS, where, order));
    }

    private static String where(Optional<String> reason) {
        return reason.map(code -> " where reason = '" + code.replace("'", "''") + "'")
                .orElse("");
    }
}
