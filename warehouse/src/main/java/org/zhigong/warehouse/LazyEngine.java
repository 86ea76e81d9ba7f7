package org.zhigong.warehouse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine that is opened by the first call that needs it: a build that finds everything done opens none. */
final class LazyEngine implements Engine {

    private final EngineProvider provider;
    private final EngineSettings settings;
    private @Nullable Engine opened;

    LazyEngine(EngineProvider provider, EngineSettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    private Engine engine() {
        Engine engine = opened == null ? provider.open(settings) : opened;
        opened = engine;
        return engine;
    }

    @Override
    public String identity() {
        return provider.identity();
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files) {
        engine().define(table, columns, files);
    }

    @Override
    public void define(TableName table, String select) {
        engine().define(table, select);
    }

    @Override
    public void defineRows(TableName table, List<Column> columns, List<Map<String, Object>> rows) {
        engine().defineRows(table, columns, rows);
    }

    @Override
    public Output write(String select, List<String> orderBy, Path file) {
        return engine().write(select, orderBy, file);
    }

    @Override
    public List<Map<String, Object>> query(String select) {
        return engine().query(select);
    }

    @Override
    public List<Column> columns(String select) {
        return engine().columns(select);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
