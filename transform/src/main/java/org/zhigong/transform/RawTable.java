package org.zhigong.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;

/**
 * The columns of a {@code raw} table as models see it: those that the contract keeps, then those that tell where a row
 * comes from. Where a contract has a column of such a name itself, that of the batch is called {@code batch_<name>}:
 * the day money was received and the day the file was are two things.
 */
final class RawTable {

    /** Columns that ingest writes beside those of the contract. */
    static final List<Column> IN_FILE = List.of(
            new Column("period", ColumnType.VARCHAR),
            new Column("flags", ColumnType.VARCHAR),
            new Column("source_line", ColumnType.BIGINT));

    /** Columns that a batch gives to each of its rows. */
    static final List<Column> OF_BATCH = List.of(
            new Column("batch_id", ColumnType.VARCHAR),
            new Column("file_sha256", ColumnType.VARCHAR),
            new Column("deliverer", ColumnType.VARCHAR),
            new Column("received_on", ColumnType.DATE),
            new Column("is_current", ColumnType.BOOLEAN));

    static final Column ROW = new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT);

    private static final Set<String> OWN = Set.of("period", "flags", "source_line", "verdict", Engine.ROW_IN_FILE);

    private RawTable() {}

    /** All columns of a raw table whose contract keeps {@code kept}. */
    static List<Column> columns(List<Column> kept) {
        List<Column> columns = new ArrayList<>(ofContract(kept));
        columns.addAll(IN_FILE);
        ofBatch(kept).forEach((name, column) -> columns.add(new Column(name, column.type())));
        columns.add(ROW);
        return List.copyOf(columns);
    }

    /** The columns of the contract alone, should {@code kept} name some of those that every file has. */
    static List<Column> ofContract(List<Column> kept) {
        return kept.stream().filter(column -> !OWN.contains(column.name())).toList();
    }

    /** The columns of the batch under the names that they have in this table. */
    static Map<String, Column> ofBatch(List<Column> kept) {
        List<String> names = kept.stream().map(Column::name).toList();
        Map<String, Column> named = new LinkedHashMap<>();
        for (Column column : OF_BATCH) {
            String name = names.contains(column.name()) ? "batch_" + column.name() : column.name();
            named.put(name, column);
        }
        return named;
    }
}
