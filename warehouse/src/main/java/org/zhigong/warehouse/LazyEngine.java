package org.zhigong.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that is opened by the first call that needs it: a build that finds everything done opens none. */
final class LazyEngine implements Engine {

    private final String identity;
    private final Supplier<Engine> opener;
    private final List<Engine> beside = new ArrayList<>();
    private @Nullable Engine opened;

    private LazyEngine(String identity, Supplier<Engine> opener) {
        this.identity = identity;
        this.opener = opener;
    }

    static LazyEngine of(EngineProvider provider, EngineSettings settings) {
        LazyEngine first = new LazyEngine(provider.identity(), () -> provider.open(settings));
        for (int i = 1; i < provider.sideBySide(settings); i++) {
            int place = i - 1;
            first.beside.add(new LazyEngine(
                    provider.identity(), () -> first.engine().beside().get(place)));
        }
        return first;
    }

    private synchronized Engine engine() {
        Engine engine = opened == null ? opener.get() : opened;
        opened = engine;
        return engine;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public void define(TableName table, List<Column> columns, List<Path> files, List<String> supplied) {
        engine().define(table, columns, files, supplied);
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
    public void keep(TableName table, String select) {
        engine().keep(table, select);
    }

    @Override
    public void drop(TableName table) {
        engine().drop(table);
    }

    @Override
    public Output write(String select, List<Column> columns, List<String> orderBy, Path file) {
        return engine().write(select, columns, orderBy, file);
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
    public List<Engine> beside() {
        return List.copyOf(beside);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
