package org.zhigong.warehouse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the portable SQL of the models over Parquet files. One engine object serves one thread.
 *
 * <p>Tables are known by {@link TableName}; SQL refers to them as {@code layer.name}. A defined table stays until it is
 * defined again.
 *
 * <p><b>Exception handling:</b> every method throws {@link EngineException} naming the SQL that failed.
 */
public interface Engine extends AutoCloseable {

    /** Name and version, for example {@code duckdb 2.0.0}; part of every fingerprint. */
    String identity();

    /** A column, a bigint, that an engine can supply for Parquet files: the place of the row in its file, from 0. */
    String ROW_IN_FILE = "file_row_number";

    /** The same for a list of files: the place of the row's file in it, from 0. */
    String FILE_IN_LIST = "file_number";

    /**
     * Makes {@code table} readable as all rows of {@code files}, which hold {@code columns}; of no files, as an empty
     * table.
     */
    default void define(TableName table, List<Column> columns, List<Path> files) {
        define(table, columns, files, List.of());
    }

    /**
     * The same with columns after them that the files do not hold and the engine supplies.
     *
     * @param supplied {@link #ROW_IN_FILE}, {@link #FILE_IN_LIST} or both
     */
    void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied);

    /** Makes {@code table} readable as the rows of {@code select}, evaluated when read. */
    void define(TableName table, String select);

    /** Makes {@code table} readable as the rows that {@code select} yields now: what is read more than once. */
    void keep(TableName table, String select);

    /** Forgets {@code table}, which was {@linkplain #keep kept}, and frees what it took. */
    void drop(TableName table);

    /**
     * Makes {@code table} readable as these few rows: a code list, the rows of an example. A value is a String, Number,
     * Boolean or LocalDate, cast to its column's type (a date may be written as text); a missing key is null.
     */
    void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows);

    /**
     * Writes the rows of {@code select}, in the total order of {@code orderBy}, as one zstd Parquet file. Folders are
     * created. The bytes depend on the rows alone. A sum of bigint is cast to bigint by the select, not here.
     */
    default Output write(String select, List<String> orderBy, Path file) {
        return write(select, columns(select), orderBy, file);
    }

    /** The same where it is known that {@code select} yields {@code columns}, or what can be cast to them. */
    Output write(String select, List<Column> columns, List<String> orderBy, Path file);

    /** All rows of a small result, each as column name to value in the order of the select; SQL null is null. */
    List<Map<String, Object>> query(String select);

    /** Hands the rows of {@code select} to {@code reader} until it has enough. */
    default void read(String select, RowReader reader) {
        List<String> names = columns(select).stream().map(Column::name).toList();
        reader.columns(names);
        for (Map<String, Object> row : query(select)) {
            if (!reader.row(names.stream().map(row::get).toList())) {
                return;
            }
        }
    }

    /** The columns that {@code select} yields, without running it. @throws EngineException on a type not portable */
    List<Column> columns(String select);

    /**
     * Engines with tables of their own that share the memory and threads of this one, each for another thread: as many
     * as there is a use for beside this one. They are closed with it.
     */
    default List<Engine> beside() {
        return List.of();
    }

    @Override
    void close();
}
