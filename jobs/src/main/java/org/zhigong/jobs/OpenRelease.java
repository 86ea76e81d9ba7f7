package org.zhigong.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.LocalCopies;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.duckdb.DuckDb;

/** One release, open for questions. What it answers never mixes two releases, and nothing can be written through it. */
final class OpenRelease implements AutoCloseable {

    private final CurrentRelease release;
    private final Engine engine;

    private OpenRelease(CurrentRelease release, Engine engine) {
        this.release = release;
        this.engine = engine;
    }

    /** The current release of the home in {@code settings}. @throws SetupException if there is none */
    static OpenRelease current(Settings settings) {
        Home home = HomeGuard.forReading(settings.home());
        CurrentRelease release = CurrentRelease.open(home);
        Engine engine = DuckDb.readOnly(
                LocalCopies.of(release.folder().resolve("zhigong.duckdb")), settings.engine(Scratch.local(home)));
        return new OpenRelease(release, engine);
    }

    String id() {
        return release.id();
    }

    Manifest manifest() {
        return release.manifest();
    }

    boolean isSynthetic() {
        return release.manifest().synthetic();
    }

    List<Map<String, Object>> query(String sql) {
        return engine.query(sql);
    }

    /** The names of the columns of {@code select}. */
    List<String> columns(String select) {
        return query("describe " + select).stream()
                .map(row -> text(row.get("column_name")))
                .toList();
    }

    /** Refuses a value that no row has in {@code column} of {@code table}, naming those that look like it. */
    void require(String what, String value, String table, String column) {
        Set<String> known = query("select distinct %s as known from %s".formatted(column, table)).stream()
                .map(row -> text(row.get("known")))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(value)) {
            throw new SetupException("Unknown %s '%s' in release %s%s"
                    .formatted(what, value, id(), NearestNames.hint(value, List.copyOf(known))));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
