package org.zhigong.transform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

/** DuckDB by name only: whoever asks it for more is told that it should not have been needed. */
final class UnopenedEngine implements Engine {

    @Override
    public String identity() {
        return "duckdb v2.0.0";
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied) {
        throw notNeeded();
    }

    @Override
    public void define(TableName table, String select) {
        throw notNeeded();
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        throw notNeeded();
    }

    @Override
    public void keep(TableName table, String select) {
        throw notNeeded();
    }

    @Override
    public void drop(TableName table) {
        throw notNeeded();
    }

    @Override
    public Output write(String select, List<Column> columns, List<String> orderBy, Path file) {
        throw notNeeded();
    }

    @Override
    public List<Map<String, Object>> query(String select) {
        throw notNeeded();
    }

    @Override
    public List<Column> columns(String select) {
        throw notNeeded();
    }

    @Override
    public void close() {}

    private static IllegalStateException notNeeded() {
        return new IllegalStateException("No engine is needed when nothing changed");
    }
}
