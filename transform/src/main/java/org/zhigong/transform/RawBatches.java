package org.zhigong.transform;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/** Shows the accepted rows of batches as the {@code raw} tables that models read. */
final class RawBatches {

    private final Home home;
    private final Map<TableName, List<Column>> kept;
    private final Map<String, List<Batch>> byFeed = new LinkedHashMap<>();
    private final Set<String> current;
    private final Map<String, TableName> defined = new LinkedHashMap<>();

    RawBatches(Home home, BuildInputs inputs) {
        this.home = home;
        this.kept = inputs.raw();
        this.current = BatchRanking.current(inputs.batches());
        inputs.batches()
                .forEach(batch -> byFeed.computeIfAbsent(batch.feed(), feed -> new ArrayList<>())
                        .add(batch));
    }

    /** Whether {@code table} is one of the raw tables. */
    boolean has(TableName table) {
        return kept.containsKey(table);
    }

    /** All that decides the rows of {@code table} in a window. */
    List<String> contents(TableName table, Window window, YearMonth month) {
        List<String> words = new ArrayList<>();
        for (Batch batch : inside(table, window, month)) {
            words.add(batch.batchId());
            words.add(batch.contentHash());
            words.add(batch.sha256());
            words.add(batch.deliverer());
            words.add(batch.receivedOn().toString());
            words.add(Boolean.toString(current.contains(batch.batchId())));
        }
        return words;
    }

    /** Makes {@code table} readable as the rows that belong to the months of the window. */
    void define(Engine engine, TableName table, Window window, YearMonth month) {
        List<Batch> batches = inside(table, window, month);
        List<Column> columns = columns(table);
        if (batches.isEmpty()) {
            engine.defineRows(table, RawTable.columns(columns), List.of());
            return;
        }
        StringJoiner union = new StringJoiner(" union all ");
        batches.forEach(batch -> union.add(select(engine, columns, batch, window, month)));
        engine.define(table, union.toString());
    }

    private List<Column> columns(TableName table) {
        return kept.getOrDefault(table, List.of());
    }

    private List<Batch> inside(TableName table, Window window, YearMonth month) {
        return byFeed.getOrDefault(table.name(), List.of()).stream()
                .filter(batch -> batch.rowsByPeriod().keySet().stream()
                        .anyMatch(period -> window.contains(YearMonth.parse(period), month)))
                .toList();
    }

    private String select(Engine engine, List<Column> columns, Batch batch, Window window, YearMonth month) {
        List<String> present = batch.columns().stream().map(Column::name).toList();
        StringJoiner items = new StringJoiner(", ");
        List<Column> inFile = new ArrayList<>(RawTable.ofContract(columns));
        inFile.addAll(RawTable.IN_FILE);
        for (Column column : inFile) {
            // A file that was read under an older contract may lack a column.
            items.add(
                    present.contains(column.name())
                            ? column.name()
                            : "cast(null as %s) as %s".formatted(sqlType(column), column.name()));
        }
        RawTable.OF_BATCH.forEach(column -> items.add(literal(column.name(), batch) + " as " + column.name()));
        items.add(Engine.ROW_IN_FILE);
        return "select %s from %s where verdict = 'accepted'%s"
                .formatted(items, rows(engine, batch), otherMonths(batch, window, month));
    }

    private static String otherMonths(Batch batch, Window window, YearMonth month) {
        boolean allInside = batch.rowsByPeriod().keySet().stream()
                .allMatch(period -> window.contains(YearMonth.parse(period), month));
        if (allInside) {
            return "";
        }
        String first =
                window.equals(Window.ALL) ? "" : " and period > '%s'".formatted(month.minusMonths(window.months()));
        return "%s and period <= '%s'".formatted(first, month);
    }

    private String literal(String column, Batch batch) {
        return switch (column) {
            case "batch_id" -> text(batch.batchId());
            case "file_sha256" -> text(batch.sha256());
            case "deliverer" -> text(batch.deliverer());
            case "received_on" -> "date " + text(batch.receivedOn().toString());
            case "is_current" -> Boolean.toString(current.contains(batch.batchId()));
            default -> throw new IllegalArgumentException("Invalid column of a batch: " + column);
        };
    }

    private TableName rows(Engine engine, Batch batch) {
        return defined.computeIfAbsent(batch.batchId(), id -> {
            TableName table = new TableName("batch", "b" + (defined.size() + 1));
            List<Column> columns = new ArrayList<>(batch.columns());
            columns.removeIf(column -> column.name().equals(Engine.ROW_IN_FILE));
            columns.add(RawTable.ROW);
            Path rows = home.batch(batch.feed(), id).resolve("rows.parquet");
            engine.define(table, columns, List.of(rows));
            return table;
        });
    }

    private static String sqlType(Column column) {
        return column.type() == ColumnType.VARCHAR ? "string" : column.type().sql();
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
