package org.zhigong.transform;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.TableName;

/**
 * {@code run.period}: one row that tells a model which month is built.
 *
 * <pre>
 * period        varchar  2025-03
 * period_start  date     the first day
 * period_end    date     the last day, on which stocks are counted
 * </pre>
 */
final class RunPeriod {

    static final TableName TABLE = new TableName("run", "period");

    static final List<Column> COLUMNS = List.of(
            new Column("period", ColumnType.VARCHAR),
            new Column("period_start", ColumnType.DATE),
            new Column("period_end", ColumnType.DATE));

    private RunPeriod() {}

    static List<Map<String, Object>> rows(YearMonth month) {
        return List.of(
                Map.of("period", month.toString(), "period_start", month.atDay(1), "period_end", month.atEndOfMonth()));
    }
}
