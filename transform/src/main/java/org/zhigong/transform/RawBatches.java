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

    private static final Column FILE = new Column(Engine.FILE_IN_LIST, ColumnType.BIGINT);

    private final Home home;
    private final Map<TableName, List<Column>> kept;
    private final Map<String, List<Batch>> byFeed = new LinkedHashMap<>();
    private final Set<String> current;
    private final OverlaidRows overlaid;
    private final RepairedCodes repaired;

    /** Batches whose rows are read in the same way. */
    private record Alike(List<Column> columns, boolean isRepaired) {}

    /**
     * What rows are joined with that says which of them do not count.
     *
     * @param replaced the rows of overlays that something replaces; empty if nothing can
     * @param known the codes of employers; empty if none is in doubt
     */
    private record Doubts(String replaced, String known) {}

    RawBatches(Home home, BuildInputs inputs) {
        this.home = home;
        this.kept = inputs.raw();
        this.current = BatchRanking.current(inputs.batches());
        this.overlaid = new OverlaidRows(home, inputs.batches());
        this.repaired = new RepairedCodes(home, inputs.employers(), inputs.batches(), current);
        inputs.batches()
                .forEach(batch -> byFeed.computeIfAbsent(batch.feed(), feed -> new ArrayList<>())
                        .add(batch));
    }

    /** Whether {@code table} is one of the raw tables. */
    boolean has(TableName table) {
        return kept.containsKey(table);
    }

    /** The columns that contracts keep of {@code table}. */
    List<Column> columns(TableName table) {
        return kept.getOrDefault(table, List.of());
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
            words.addAll(overlaid.contents(batch));
            words.addAll(repaired.contents(batch, month));
        }
        return words;
    }

    /** Makes {@code table} readable as the rows that belong to the months of the window. */
    void define(Engine engine, TableName table, Window window, YearMonth month) {
        List<Column> columns = kept.getOrDefault(table, List.of());
        // A file that was read under an older contract may lack a column.
        Map<Alike, List<Batch>> alike = new LinkedHashMap<>();
        inside(table, window, month)
                .forEach(batch -> alike.computeIfAbsent(
                                new Alike(batch.columns(), repaired.has(batch)), any -> new ArrayList<>())
                        .add(batch));
        if (alike.isEmpty()) {
            engine.defineRows(table, RawTable.columns(columns), List.of());
            return;
        }
        List<String> selects = new ArrayList<>();
        for (List<Batch> batches : alike.values()) {
            String suffix = "%s_%d".formatted(table.name(), selects.size());
            TableName rows = new TableName("rows", suffix);
            TableName files = new TableName("files", suffix);
            defineRows(engine, rows, batches);
            defineFiles(engine, files, batches);
            String replaced = overlaid.define(engine, suffix, batches, FILE);
            String known = repaired.has(batches.get(0)) ? repaired.joins(engine, suffix, table.name(), month) : "";
            selects.add(select(columns, batches, rows, files, new Doubts(replaced, known))
                    + otherMonths(batches, window, month));
        }
        engine.define(table, String.join(" union all ", selects));
    }

    private List<Batch> inside(TableName table, Window window, YearMonth month) {
        return byFeed.getOrDefault(table.name(), List.of()).stream()
                .filter(batch -> batch.rowsByPeriod().keySet().stream()
                        .anyMatch(period -> window.contains(YearMonth.parse(period), month)))
                .toList();
    }

    private void defineRows(Engine engine, TableName rows, List<Batch> batches) {
        List<Column> columns = new ArrayList<>(batches.get(0).columns());
        columns.removeIf(column -> column.equals(RawTable.ROW));
        List<Path> files = batches.stream()
                .map(batch -> home.batch(batch.feed(), batch.batchId()).resolve("rows.parquet"))
                .toList();
        engine.define(rows, columns, files, List.of(Engine.ROW_IN_FILE, Engine.FILE_IN_LIST));
    }

    private void defineFiles(Engine engine, TableName files, List<Batch> batches) {
        List<Column> columns = new ArrayList<>(RawTable.OF_BATCH);
        columns.add(FILE);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Batch batch : batches) {
            rows.add(Map.of(
                    "batch_id",
                    batch.batchId(),
                    "file_sha256",
                    batch.sha256(),
                    "deliverer",
                    batch.deliverer(),
                    "received_on",
                    batch.receivedOn(),
                    "is_current",
                    current.contains(batch.batchId()),
                    FILE.name(),
                    rows.size()));
        }
        engine.defineRows(files, columns, rows);
    }

    private String select(List<Column> columns, List<Batch> alike, TableName rows, TableName files, Doubts doubts) {
        List<String> present = alike.get(0).columns().stream().map(Column::name).toList();
        List<Column> inFile = new ArrayList<>(RawTable.ofContract(columns));
        inFile.addAll(RawTable.IN_FILE);
        StringJoiner items = new StringJoiner(", ");
        for (Column column : inFile) {
            items.add(present.contains(column.name()) ? "r." + column.name() : none(column));
        }
        RawTable.OF_BATCH.stream()
                .filter(column -> !column.equals(RawTable.CURRENT) && !column.equals(RawTable.SET_ASIDE_AS))
                .forEach(column -> items.add("f." + column.name()));
        items.add(counting(alike.get(0).feed(), doubts));
        items.add("r." + Engine.ROW_IN_FILE);
        return "select %1$s from %2$s r inner join %3$s f on r.%4$s = f.%4$s%5$s%6$s where r.verdict = 'accepted'"
                .formatted(items, rows, files, FILE.name(), doubts.replaced(), doubts.known());
    }

    /** Whether a row counts, and as what it is set aside if only a doubt about its code keeps it from counting. */
    private String counting(String feed, Doubts doubts) {
        String own = "f." + RawTable.CURRENT.name();
        String current = doubts.replaced().isEmpty() ? own : OverlaidRows.current(own);
        if (doubts.known().isEmpty()) {
            return "%s as %s, %s".formatted(current, RawTable.CURRENT.name(), none(RawTable.SET_ASIDE_AS));
        }
        String doubt = repaired.condition(feed);
        return "%1$s and not %2$s as %3$s, case when %1$s and %2$s then '%4$s' end as %5$s"
                .formatted(current, doubt, RawTable.CURRENT.name(), RepairedCodes.ISSUE, RawTable.SET_ASIDE_AS.name());
    }

    private static String none(Column column) {
        return "cast(null as %s) as %s".formatted(sqlType(column), column.name());
    }

    private static String otherMonths(List<Batch> batches, Window window, YearMonth month) {
        boolean allInside = batches.stream()
                .flatMap(batch -> batch.rowsByPeriod().keySet().stream())
                .allMatch(period -> window.contains(YearMonth.parse(period), month));
        if (allInside) {
            return "";
        }
        String first =
                window.equals(Window.ALL) ? "" : " and r.period > '%s'".formatted(month.minusMonths(window.months()));
        return "%s and r.period <= '%s'".formatted(first, month);
    }

    private static String sqlType(Column column) {
        return column.type() == ColumnType.VARCHAR ? "string" : column.type().sql();
    }
}
