package org.zhigong.transform;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;

/** The tables that one engine has been told of: nothing is defined twice alike. */
record DefinedTables(Engine engine, InputTables tables, Map<TableName, List<String>> defined) {

    DefinedTables(Engine engine, InputTables tables) {
        this(engine, tables, new HashMap<>());
    }

    /** Makes {@code table} readable with the months of the window, unless it is so already. */
    void define(TableName table, List<Column> columns, Window window, YearMonth month) {
        List<String> definition = tables.definition(table, window, month);
        if (!definition.equals(defined.put(table, definition))) {
            tables.define(engine, table, columns, window, month);
        }
    }
}
