package org.zhigong.marts;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.TableName;

/** Remembers every select that goes to an engine. */
final class ReadingEngine implements Engine {

    private final Engine engine;
    private final Set<String> selects = new LinkedHashSet<>();

    ReadingEngine(Engine engine) {
        this.engine = engine;
    }

    Set<String> selects() {
        return selects;
    }

    @Override
    public String identity() {
        return engine.identity();
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied) {
        engine.define(table, columns, files, supplied);
    }

    @Override
    public void define(TableName table, String select) {
        selects.add(select);
        engine.define(table, select);
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        engine.defineRows(table, columns, rows);
    }

    @Override
    public void keep(TableName table, String select) {
        selects.add(select);
        engine.keep(table, select);
    }

    @Override
    public void drop(TableName table) {
        engine.drop(table);
    }

    @Override
    public Output write(String select, List<Column> columns, List<String> orderBy, Path file) {
        selects.add(select);
        return engine.write(select, columns, orderBy, file);
    }

    @Override
    public List<Map<String, Object>> query(String select) {
        selects.add(select);
        return engine.query(select);
    }

    @Override
    public List<Column> columns(String select) {
        selects.add(select);
        return engine.columns(select);
    }

    @Override
    public void close() {
        engine.close();
    }
}
