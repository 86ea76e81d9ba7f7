package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Grade;
import org.zhigong.transform.BatchRanking;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/**
 * What deliveries say otherwise than those that they replace: each snapshot compared with the one before it of the same
 * deliverer and month, row by row.
 */
final class Restatements {

    /** All that is said of a difference; the place of a row in its file counts rows of data from 1. */
    static final List<String> DIFFERENCE = List.of(
            "feed",
            "deliverer",
            "period",
            "file_before",
            "file",
            "change",
            "row_before",
            "row",
            "key",
            "column_name",
            "column_zh",
            "value_before",
            "value");

    static final List<String> SUMMARY =
            List.of("feed", "deliverer", "period", "file_before", "file", "added", "removed", "changed");

    /** What stands for a value of grade L3: that it is another one may be said, and not which. */
    private static final String KEPT = "…";

    private static final TableName BEFORE = new TableName("restated", "before");
    private static final TableName AFTER = new TableName("restated", "after");

    private final Engine engine;
    private final Home home;
    private final Function<String, Contract> contracts;

    /** A delivery and the one that replaced it. */
    private record Pair(Batch before, Batch after) {

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("feed", after.feed());
            named.put("deliverer", after.deliverer());
            named.put("period", after.period());
            named.put("file_before", before.file());
            named.put("file", after.file());
            return named;
        }
    }

    Restatements(Engine engine, Home home, Function<String, Contract> contracts) {
        this.engine = engine;
        this.home = home;
        this.contracts = contracts;
    }

    /** Every row that was added, removed or changed, a line for each cell. */
    List<Map<String, Object>> differences(List<Batch> batches) {
        return pairs(batches).flatMap(pair -> differences(pair).stream()).toList();
    }

    /** How many rows each delivery added, removed and changed. */
    List<Map<String, Object>> summary(List<Batch> batches) {
        return pairs(batches).map(this::counted).toList();
    }

    private Map<String, Object> counted(Pair pair) {
        Map<String, Object> counted = pair.named();
        Map<String, Long> rows = differences(pair).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("change") + " " + row.get("row_before") + " " + row.get("row"),
                        Collectors.counting()));
        for (String change : List.of("added", "removed", "changed")) {
            counted.put(
                    change,
                    rows.keySet().stream().filter(row -> row.startsWith(change)).count());
        }
        return counted;
    }

    private static Stream<Pair> pairs(List<Batch> batches) {
        Map<String, List<Batch>> deliveries = new TreeMap<>();
        batches.stream()
                .filter(batch -> batch.kind() == Batch.Kind.SNAPSHOT && !batch.isOverlay() && batch.accepted() > 0)
                .sorted(Comparator.comparing(Batch::period).thenComparing(BatchRanking.BY_DELIVERY))
                .forEach(batch -> deliveries
                        .computeIfAbsent(
                                "%s %s %s".formatted(batch.feed(), batch.period(), batch.deliverer()),
                                any -> new ArrayList<>())
                        .add(batch));
        return deliveries.values().stream()
                .flatMap(each -> Stream.iterate(1, i -> i < each.size(), i -> i + 1)
                        .map(i -> new Pair(each.get(i - 1), each.get(i))));
    }

    private List<Map<String, Object>> differences(Pair pair) {
        Contract contract = contracts.apply(pair.after().feed());
        List<Column> columns = contract.keptColumns().stream()
                .filter(column -> has(pair.before(), column) && has(pair.after(), column))
                .toList();
        define(BEFORE, pair.before(), columns);
        define(AFTER, pair.after(), columns);
        List<Map<String, Object>> differences = new ArrayList<>();
        for (Map<String, Object> row : engine.query(sql(contract, columns))) {
            differences.addAll(cells(pair, contract, columns, row));
        }
        return differences;
    }

    private static boolean has(Batch batch, Column column) {
        return batch.columns().contains(column);
    }

    private void define(TableName table, Batch batch, List<Column> columns) {
        List<Column> read = new ArrayList<>(columns);
        read.add(new Column("verdict", ColumnType.VARCHAR));
        read.add(new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT));
        engine.define(
                table, read, List.of(home.batch(batch.feed(), batch.batchId()).resolve("rows.parquet")));
    }

    private static String sql(Contract contract, List<Column> columns) {
        String both = columns.stream()
                .map(column -> "b.%1$s as b_%1$s, a.%1$s as a_%1$s".formatted(column.name()))
                .collect(Collectors.joining(", "));
        String keys = contract.keyColumns().stream()
                .map(key -> "b.%1$s = a.%1$s".formatted(key))
                .collect(Collectors.joining(" and "));
        String other = columns.stream()
                .map(column -> "b.%1$s is distinct from a.%1$s".formatted(column.name()))
                .collect(Collectors.joining(" or "));
        String accepted = "(select * from %s where verdict = 'accepted')";
        return "select b.%1$s as row_before, a.%1$s as row_after, %2$s from %3$s b full outer join %4$s a on %5$s where %6$s order by coalesce(a.%1$s, b.%1$s), b.%1$s"
                .formatted(
                        Engine.ROW_IN_FILE,
                        both,
                        accepted.formatted(BEFORE),
                        accepted.formatted(AFTER),
                        keys,
                        "a.%1$s is null or b.%1$s is null or %2$s".formatted(Engine.ROW_IN_FILE, other));
    }

    private static List<Map<String, Object>> cells(
            Pair pair, Contract contract, List<Column> columns, Map<String, Object> row) {
        Map<String, Object> named = pair.named();
        boolean isOld = row.get("row_before") != null;
        boolean isNew = row.get("row_after") != null;
        named.put("change", isOld && isNew ? "changed" : isNew ? "added" : "removed");
        named.put("row_before", place(row.get("row_before")));
        named.put("row", place(row.get("row_after")));
        named.put("key", key(contract, row, isNew ? "a_" : "b_"));
        if (!isOld || !isNew) {
            return List.of(named);
        }
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Column column : columns) {
            Object before = row.get("b_" + column.name());
            Object after = row.get("a_" + column.name());
            if (!Objects.equals(before, after)) {
                Map<String, Object> cell = new LinkedHashMap<>(named);
                cell.put("column_name", column.name());
                cell.put(
                        "column_zh",
                        column(contract, column.name()).map(c -> c.label().zh()).orElse(""));
                cell.put("value_before", shown(contract, column.name(), before));
                cell.put("value", shown(contract, column.name(), after));
                cells.add(cell);
            }
        }
        return cells;
    }

    private static Object place(@Nullable Object row) {
        return row instanceof Number number ? number.longValue() + 1 : "";
    }

    /** The values that name the row, as far as they may be shown: persons are told by their place alone. */
    private static String key(Contract contract, Map<String, Object> row, String side) {
        return contract.keyColumns().stream()
                .filter(key -> isShown(contract, key))
                .map(key -> String.valueOf(row.get(side + key)))
                .collect(Collectors.joining(" "));
    }

    private static Object shown(Contract contract, String column, @Nullable Object value) {
        return value == null ? "" : isShown(contract, column) ? value : KEPT;
    }

    private static boolean isShown(Contract contract, String name) {
        return column(contract, name)
                .filter(column -> column.grade().compareTo(Grade.L2) <= 0)
                .isPresent();
    }

    private static Optional<ContractColumn> column(Contract contract, String name) {
        return contract.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
