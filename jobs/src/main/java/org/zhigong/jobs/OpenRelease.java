package org.zhigong.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.Releases;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.LocalCopies;
import org.zhigong.warehouse.RowReader;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.duckdb.DuckDb;

/** One release, open for questions. What it answers never mixes two releases, and nothing can be written through it. */
final class OpenRelease implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(?<=\n)LINE (\\d+)");

    private final CurrentRelease release;
    private final EngineSettings limits;
    private final Engine engine;

    private OpenRelease(CurrentRelease release, Path file, EngineSettings limits) {
        this.release = release;
        this.limits = limits;
        this.engine = DuckDb.readOnly(file, limits);
    }

    /** The current release of the home in {@code settings}. @throws SetupException if there is none */
    static OpenRelease current(Settings settings) {
        Home home = HomeGuard.forReading(settings.home());
        return open(home, CurrentRelease.open(home), settings);
    }

    /**
     * The release {@code id} of the home in {@code settings}, current or not.
     *
     * @throws SetupException if it is not there any more, naming those that look like it, or if the gate refused it
     */
    static OpenRelease of(Settings settings, String id) {
        Home home = HomeGuard.forReading(settings.home());
        List<Releases.Listed> all = Releases.list(home);
        List<String> ids = all.stream().map(Releases.Listed::id).sorted().toList();
        if (!ids.contains(id)) {
            throw new SetupException("There is no release '%s' in %s%s; 'zhigong releases' lists those that are there"
                    .formatted(id, home.root(), KnownNames.of("release", ids).hint(id)));
        }
        CurrentRelease found = CurrentRelease.of(home, id);
        if (found.manifest().status() == Manifest.Status.REFUSED) {
            throw new SetupException(
                    "Cannot read release %s: the gate refused it, so its figures are not fit to be used; its notes.md and manifest.json in %s say why"
                            .formatted(id, found.folder()));
        }
        return open(home, found, settings);
    }

    private static OpenRelease open(Home home, CurrentRelease release, Settings settings) {
        Path file = release.folder().resolve("zhigong.duckdb");
        if (!Files.isReadable(file)) {
            throw new DataException(
                    "Damaged release %s: expected the file %s. 'zhigong rollback' goes back to the release before"
                            .formatted(release.id(), file));
        }
        return new OpenRelease(release, LocalCopies.of(file), settings.engine(Scratch.local(home)));
    }

    String id() {
        return release.id();
    }

    Manifest manifest() {
        return release.manifest();
    }

    /** Its tables, to read from. */
    Engine engine() {
        return engine;
    }

    /** Where {@code file} of the release is. @throws DataException if it was made before releases had one */
    Path handout(String file) {
        Path path = release.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new DataException("Release %s has no %s: it was made before releases carried one. --to FILE writes it"
                    .formatted(id(), file));
        }
        return path;
    }

    boolean isSynthetic() {
        return release.manifest().synthetic();
    }

    List<Map<String, Object>> query(String sql) {
        return engine.query(sql);
    }

    /**
     * Hands the rows that {@code question} asks for to {@code reader} until it has enough.
     *
     * @throws SetupException saying where the question is wrong
     */
    void read(Question question, RowReader reader) {
        try {
            engine.read(question.select(), reader);
        } catch (EngineException | SetupException e) {
            throw wrong(e, question.linesBefore());
        }
    }

    /** What to say of a query of somebody else's: they know it, and want to know where it is wrong. */
    private RuntimeException wrong(RuntimeException e, int linesBefore) {
        if (e.getCause() == null) {
            return e;
        }
        String said = String.valueOf(e.getCause().getMessage()).strip();
        if (said.contains("Out of Memory") || said.contains("max_temp_directory_size")) {
            return new SetupException(
                    "The query is too large: it needs more than %d MiB of memory and %d MiB of scratch disk. Narrow it with where, or raise ZHIGONG_MEMORY_MIB"
                            .formatted(limits.memoryMib(), DuckDb.mostSpilledMib(limits)),
                    e);
        }
        String where =
                LINE.matcher(said).replaceFirst(line -> "LINE " + (Integer.parseInt(line.group(1)) - linesBefore));
        return new SetupException("Cannot run this query: " + where, e);
    }

    /** Lets the engine read {@code sql} without running it. @throws SetupException with the place that is wrong */
    void parse(String sql) {
        String quoted = "'" + sql.replace("'", "''") + "'";
        Optional<String> said = query("select json_serialize_sql(%s) as said".formatted(quoted)).stream()
                .map(row -> text(row.get("said")))
                .filter(answer -> answer.contains("\"error_type\":\"parser\""))
                .findFirst();
        if (said.isPresent()) {
            try {
                engine.query(sql);
            } catch (EngineException e) {
                throw wrong(e, 0);
            }
        }
    }

    /** What stands in {@code column} of {@code table}, in order. */
    List<String> known(String column, String table) {
        return query("select distinct %1$s as known from %2$s where %1$s is not null order by 1"
                        .formatted(column, table))
                .stream()
                .map(row -> text(row.get("known")))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
