package org.zhigong.ingest.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.read.OriginalCell;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/** Finds the quarantined rows of batches, with all that a home keeps of them. */
final class OpenRows {

    private static final TableName FINDINGS = new TableName("repair", "findings");
    private static final TableName ROWS = new TableName("repair", "rows");

    private final Engine engine;
    private final Home home;

    OpenRows(Engine engine, Home home) {
        this.engine = engine;
        this.home = home;
    }

    /** Every quarantined row of {@code origin}, in the order of its file. */
    List<OpenRow> of(Batch origin) {
        if (origin.quarantined() == 0) {
            return List.of();
        }
        Path folder = home.batch(origin.feed(), origin.batchId());
        engine.define(FINDINGS, findingColumns(), List.of(folder.resolve("quarantine.parquet")));
        engine.define(ROWS, rowColumns(), List.of(folder.resolve("rows.parquet")), List.of(Engine.ROW_IN_FILE));
        Map<Long, List<OriginalCell>> cells = new HashMap<>();
        for (Map<String, Object> row : engine.query("select %s, %s from %s where verdict = 'quarantined'"
                .formatted(Engine.ROW_IN_FILE, OriginalCell.COLUMN, ROWS))) {
            cells.put(number(row, Engine.ROW_IN_FILE), OriginalCell.parseAll(text(row, OriginalCell.COLUMN)));
        }
        Map<Long, OpenRow> rows = new LinkedHashMap<>();
        for (Map<String, Object> row : engine.query("select * from %s order by %s, column_name nulls first, reason"
                .formatted(FINDINGS, Engine.ROW_IN_FILE))) {
            long place = number(row, Engine.ROW_IN_FILE);
            rows.merge(place, row(origin, row, cells.getOrDefault(place, List.of())), OpenRows::together);
        }
        return List.copyOf(rows.values());
    }

    private static OpenRow row(Batch origin, Map<String, Object> row, List<OriginalCell> cells) {
        Map<String, OriginalCell> byColumn = new HashMap<>();
        cells.forEach(cell -> byColumn.put(cell.column(), cell));
        OpenRow.Finding finding = new OpenRow.Finding(
                text(row, "column_name"),
                text(row, "reason"),
                new Label(text(row, "reason_zh"), text(row, "reason_en")));
        return new OpenRow(
                origin,
                number(row, Engine.ROW_IN_FILE),
                text(row, "source_sheet"),
                number(row, "source_line"),
                List.of(finding),
                byColumn);
    }

    private static OpenRow together(OpenRow one, OpenRow other) {
        List<OpenRow.Finding> all = Stream.concat(one.findings().stream(), other.findings().stream())
                .toList();
        return new OpenRow(one.origin(), one.row(), one.sheet(), one.line(), all, one.cells());
    }

    private static List<Column> findingColumns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT));
        columns.add(new Column("source_line", ColumnType.BIGINT));
        Stream.of("source_sheet", "column_name", "reason", "reason_zh", "reason_en")
                .forEach(name -> columns.add(new Column(name, ColumnType.VARCHAR)));
        return columns;
    }

    private static List<Column> rowColumns() {
        return List.of(new Column("verdict", ColumnType.VARCHAR), new Column(OriginalCell.COLUMN, ColumnType.VARCHAR));
    }

    private static String text(Map<String, Object> row, String column) {
        @Nullable Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
