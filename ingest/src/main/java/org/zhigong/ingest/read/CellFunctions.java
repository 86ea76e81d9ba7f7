package org.zhigong.ingest.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of the verdict SQL: a few functions, registered once for a connection, that find the {@link Cell} of a
 * column by its number. All but {@code zg_judge} take (number, context, text).
 *
 * <pre>
 * zg_text zg_long zg_date zg_boolean   the value of a cell
 * zg_same                              whether the value of a text is that text
 * zg_judge(flaw, rules, field, …)      what is wrong with a row, see {@link Judgement}
 * </pre>
 */
final class CellFunctions {

    private final List<Cell> cells = new CopyOnWriteArrayList<>();
    private volatile @Nullable RowJudge judge;

    int add(Cell cell) {
        cells.add(cell);
        return cells.size() - 1;
    }

    Cell cell(int number) {
        return cells.get(number);
    }

    /** From now on rows are judged by {@code rowJudge}: one file is read at a time. */
    void judgeBy(RowJudge rowJudge) {
        judge = rowJudge;
    }

    /** Makes the functions known to {@code connection}. */
    void register(Connection connection) throws SQLException {
        registerText(connection);
        register(connection, "zg_long", Long.class, (out, row, cell, context, text) -> {
            Long value = (Long) cell.value(context, text);
            if (value == null) {
                out.setNull(row);
            } else {
                out.setLong(row, value);
            }
        });
        register(connection, "zg_date", LocalDate.class, (out, row, cell, context, text) -> {
            out.setDate(row, (LocalDate) cell.value(context, text));
        });
        register(connection, "zg_boolean", Boolean.class, (out, row, cell, context, text) -> {
            Boolean value = (Boolean) cell.value(context, text);
            if (value == null) {
                out.setNull(row);
            } else {
                out.setBoolean(row, value);
            }
        });
        register(connection, "zg_same", Boolean.class, (out, row, cell, context, text) -> {
            out.setBoolean(row, text.equals(cell.value(context, text)));
        });
        registerJudge(connection);
    }

    /** What one function does with one cell. */
    private interface Step {
        void apply(DuckDBWritableVector out, long row, Cell cell, @Nullable String context, String text);
    }

    private void register(Connection connection, String name, Class<?> type, Step step) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            Cell cell = cells.get(in.vector(0).getInt(0));
            DuckDBReadableVector contexts = in.vector(1);
            DuckDBReadableVector texts = in.vector(2);
            long rows = in.rowCount();
            for (long row = 0; row < rows; row++) {
                if (texts.isNull(row)) {
                    out.setNull(row);
                } else {
                    String context = contexts.isNull(row) ? null : contexts.getString(row);
                    step.apply(out, row, cell, context, texts.getString(row));
                }
            }
        };
        register(connection, name, type, function);
    }

    private static void register(Connection connection, String name, Class<?> type, DuckDBScalarFunction function)
            throws SQLException {
        DuckDBFunctions.scalarFunction()
                .withName(name)
                .withParameters(Integer.class, String.class, String.class)
                .withReturnType(type)
                .withVectorizedFunction(function)
                .register(connection);
    }

    private void registerText(Connection connection) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            Cell cell = cells.get(in.vector(0).getInt(0));
            DuckDBReadableVector contexts = in.vector(1);
            DuckDBReadableVector texts = in.vector(2);
            // To hand over texts together costs half of what it costs one by one.
            @Nullable String[] values = new @Nullable String[Math.toIntExact(in.rowCount())];
            for (int row = 0; row < values.length; row++) {
                if (!texts.isNull(row)) {
                    String context = contexts.isNull(row) ? null : contexts.getString(row);
                    values[row] = (String) cell.value(context, texts.getString(row));
                }
            }
            out.setStrings(0, values);
        };
        register(connection, "zg_text", String.class, function);
    }

    private void registerJudge(Connection connection) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            RowJudge current = Objects.requireNonNull(judge);
            long rows = in.rowCount();
            for (long row = 0; row < rows; row++) {
                List<Boolean> broken =
                        text(in, row, 1).chars().mapToObj(c -> c == 'x').toList();
                String flaw = text(in, row, 0);
                out.setString(
                        row,
                        current.judge(fields(in, row), flaw.isEmpty() ? null : flaw, broken)
                                .text());
            }
        };
        DuckDBFunctions.scalarFunction()
                .withName("zg_judge")
                .withVarArgs(DuckDBLogicalType.of(DuckDBColumnType.VARCHAR))
                .withReturnType(String.class)
                .withVectorizedFunction(function)
                .register(connection);
    }

    private static String text(DuckDBDataChunkReader in, long row, long column) {
        DuckDBReadableVector vector = in.vector(column);
        return vector.isNull(row) ? "" : vector.getString(row);
    }

    private static List<@Nullable String> fields(DuckDBDataChunkReader in, long row) {
        List<@Nullable String> fields = new ArrayList<>();
        for (long column = 2; column < in.columnCount(); column++) {
            DuckDBReadableVector vector = in.vector(column);
            fields.add(vector.isNull(row) ? null : vector.getString(row));
        }
        return fields;
    }
}
