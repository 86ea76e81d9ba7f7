package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.Verdict;

/** A home in a temporary folder, and small true releases to put into it. */
final class Sandbox {

    static final Instant NOW = Instant.parse("2025-04-15T04:00:00Z");

    private static final Map<Integer, Engine> ENGINES = new ConcurrentHashMap<>();

    private static final Map<List<Object>, Candidate> TEMPLATES = new HashMap<>();
    private static final Path TEMPLATE_FOLDER =
            Path.of("target", "test-releases", "" + ProcessHandle.current().pid());

    private static final HomeLock.Holder HOLDER = new HomeLock.Holder(1, "zhigong publish", NOW, "test");

    final Path root;
    final Home home;

    /** When what is published next is published. */
    Instant at = NOW;

    Sandbox(Path folder) {
        this.root = folder.resolve("home");
        this.home = new Home(root);
    }

    HomeLock lock() {
        return HomeGuard.forWriting(root, HOLDER);
    }

    /** An engine that all tests share, as opening one takes longer than most of them; it is never closed. */
    static Engine engine(int threads) {
        return ENGINES.computeIfAbsent(
                threads, n -> EngineProvider.named("duckdb").open(settings(n)));
    }

    private static EngineSettings settings(int threads) {
        return new EngineSettings(threads, 512, Path.of(System.getProperty("java.io.tmpdir"), "zhigong-test-spill"));
    }

    /** Inputs that close {@code month} over one batch, told apart by {@code hash}. */
    static ReleaseInputs inputs(String month, String hash) {
        return inputs(month, Optional.empty(), List.of(batch("headcount", hash)), parameters());
    }

    static ReleaseInputs inputs(String month, Optional<LocalDate> knownAt, List<Batch> batches, JsonNode parameters) {
        return new ReleaseInputs(
                YearMonth.parse(month),
                knownAt,
                "duckdb test",
                Map.of("models", "aa", "indicators", "bb", "protection", "cc", "functions", "dd"),
                parameters,
                new ProtectionInForce("primary", "inside"),
                batches,
                List.of());
    }

    static JsonNode parameters() {
        return JsonNodeFactory.instance.objectNode().put("synthetic", true);
    }

    static Batch batch(String feed, String hash) {
        return new Batch(
                feed,
                feed + "-" + hash,
                feed + "_110000_202503_20250405.csv",
                hash,
                10,
                Verdict.ACCEPTED,
                Batch.Kind.SNAPSHOT,
                "110000",
                "2025-03",
                LocalDate.parse("2025-04-05"),
                3,
                2,
                1,
                0,
                Map.of("2025-03", 2L),
                Map.of("MISSING", 1L),
                List.of(),
                List.of(),
                "1",
                "1",
                hash);
    }

    /** A candidate of these inputs over these figures, each list in a file of its own. */
    Candidate candidate(HomeLock lock, int threads, ReleaseInputs inputs, List<List<Map<String, Object>>> partitions) {
        return candidate(lock, engine(threads), inputs, partitions, List.of());
    }

    /** A candidate with models of its own. */
    Candidate candidate(HomeLock lock, ReleaseInputs inputs, List<Map<String, Object>> figures, List<Model> wide) {
        return candidate(lock, engine(1), inputs, List.of(figures), wide);
    }

    private Candidate candidate(
            HomeLock lock,
            Engine engine,
            ReleaseInputs inputs,
            List<List<Map<String, Object>>> partitions,
            List<Model> wide) {
        List<Path> files = stored(engine, partitions).stream()
                .map(output -> output.file(home))
                .toList();
        ReleaseContent content =
                new ReleaseContent(files, FigureRows.figureColumns(), List.of(places()), Map.of(), wide);
        return Candidate.write(engine, inputs, content, lock.scratch()).served(settings(1));
    }

    private List<StoredOutput> stored(Engine engine, List<List<Map<String, Object>>> partitions) {
        Outputs outputs = new Outputs(home);
        List<StoredOutput> all = new ArrayList<>();
        for (List<Map<String, Object>> rows : partitions) {
            String fingerprint = Hashes.ofWords(List.of(rows.toString()));
            TableName part = new TableName("test", "part");
            engine.defineRows(part, FigureRows.figureColumns(), rows);
            Path folder = outputs.begin(FiguresTable.NAME);
            Path file = folder.resolve(Outputs.PART);
            Output output = engine.write("select * from test.part", List.of("place"), file);
            StoredOutput stored = new StoredOutput(
                    "marts.figures",
                    "2025-03",
                    fingerprint,
                    output.rows(),
                    file.toFile().length(),
                    output.sha256(),
                    output.columns(),
                    List.of());
            outputs.store(stored, folder);
            all.add(stored);
        }
        return all;
    }

    private static ReleasedTable places() {
        SmallTable rows = new SmallTable(
                new TableName("codes", "divisions"),
                List.of(new Column("place_code", ColumnType.VARCHAR)),
                List.of(Map.of("place_code", "110105"), Map.of("place_code", "110000")));
        return new ReleasedTable(
                rows,
                List.of("place_code"),
                new Label("行政区划", "Divisions"),
                Map.of("place_code", new Label("代码", "The code")));
    }

    /** Publishes a release whose one figure is {@code numerator} of 100. */
    Publication publish(String month, String hash, long numerator) {
        try (HomeLock lock = lock()) {
            return publish(lock, inputs(month, hash), numerator, List.of(), step -> {});
        }
    }

    Publication publish(
            HomeLock lock,
            ReleaseInputs inputs,
            long numerator,
            List<CheckResult> checks,
            Consumer<PublishStep> after) {
        Map<String, Object> figure =
                FigureRows.figure("coverage_any_workers", inputs.closing().toString(), numerator, 100);
        List<Object> key = List.of(inputs.closing(), numerator);
        if (!TEMPLATES.containsKey(key)) {
            Sandbox workshop = new Sandbox(TEMPLATE_FOLDER.resolve(inputs.closing() + "-" + numerator));
            TEMPLATES.put(key, workshop.template(inputs, figure));
        }
        Candidate candidate = copied(Objects.requireNonNull(TEMPLATES.get(key)), inputs, lock);
        Gate gate = Gate.judge(checks, Baseline.read(home));
        List<Manifest.Partition> tables = stored(engine(1), List.of(List.of(figure))).stream()
                .map(Manifest.Partition::of)
                .toList();
        return new Releases(lock, after).publish(candidate, gate, tables, Map.of("run_id", "r-1"), at);
    }

    private Candidate template(ReleaseInputs inputs, Map<String, Object> figure) {
        try (HomeLock lock = lock()) {
            return copied(candidate(lock, 1, inputs, List.of(List.of(figure))), inputs, root);
        }
    }

    /** The same candidate for other inputs, of which files know nothing: copying is quicker than building. */
    private static Candidate copied(Candidate built, ReleaseInputs inputs, HomeLock lock) {
        return copied(built, inputs, lock.scratch());
    }

    private static Candidate copied(Candidate built, ReleaseInputs inputs, Path scratch) {
        Path folder = scratch.resolve("release-" + inputs.releaseId());
        try {
            AtomicFiles.delete(folder);
            Files.createDirectories(folder.resolve("marts"));
            for (Manifest.ReleasedFile file : built.files()) {
                Files.copy(built.folder().resolve(file.name()), folder.resolve(file.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Candidate(inputs, folder, built.files(), built.counts(), built.revision());
    }

    static CheckResult check(String name, Severity severity, long failures) {
        return new CheckResult(
                name,
                "core.agreements",
                "agreements steward",
                severity,
                failures,
                List.of("A-1 ends before it begins"),
                new Label("合同终止不早于起始", "An agreement ends after it begins"),
                new Label("请核对合同日期", "Correct the dates of the agreement"));
    }
}
