package org.zhigong.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;

/**
 * The columns of a {@code raw} table as models see it: those that the contract keeps, then those that tell where a row
 * comes from. Contracts may not call a column of theirs like one of these.
 */
final class RawTable {

    /** Columns that ingest writes beside those of the contract. */
    static final List<Column> IN_FILE = List.of(
            new Column("period", ColumnType.VARCHAR),
            new Column("flags", ColumnType.VARCHAR),
            new Column("source_line", ColumnType.BIGINT));

    /** Whether a row counts as its batch has it, or something delivered later does. */
    static final Column CURRENT = new Column("is_current", ColumnType.BOOLEAN);

    /** The issue of a row that does not count although nothing delivered later replaces it; else null. */
    static final Column SET_ASIDE_AS = new Column("set_aside_as", ColumnType.VARCHAR);

    /** Columns that a batch gives to each of its rows. */
    static final List<Column> OF_BATCH = List.of(
            new Column("batch_id", ColumnType.VARCHAR),
            new Column("file_sha256", ColumnType.VARCHAR),
            new Column("deliverer", ColumnType.VARCHAR),
            new Column("received_on", ColumnType.DATE),
            CURRENT,
            SET_ASIDE_AS);

    static final Column ROW = new Column(Engine.ROW_IN_FILE, ColumnType.BIGINT);

    private static final Set<String> OWN = own();

    private RawTable() {}

    /** All columns of a raw table whose contract keeps {@code kept}. */
    static List<Column> columns(List<Column> kept) {
        List<Column> columns = new ArrayList<>(ofContract(kept));
        columns.addAll(IN_FILE);
        columns.addAll(OF_BATCH);
        columns.add(ROW);
        return List.copyOf(columns);
    }

    /** The columns of the contract alone, should {@code kept} name some of those that every raw table has. */
    static List<Column> ofContract(List<Column> kept) {
        return kept.stream().filter(column -> !OWN.contains(column.name())).toList();
    }

    private static Set<String> own() {
        Set<String> names = new HashSet<>(Set.of("verdict", ROW.name()));
        IN_FILE.forEach(column -> names.add(column.name()));
        OF_BATCH.forEach(column -> names.add(column.name()));
        return Set.copyOf(names);
    }
}
