package org.zhigong.transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/**
 * Makes every monthly model for every month, or finds it made. An output is named after all that it is made from: the
 * engine, the text of the model, what it promises, and the content of what it reads. So nothing else decides what runs:
 * a changed input rebuilds what reads it, and where the result is the same as before, what reads that is left alone.
 *
 * <p>A check that fails stops nothing here; it is kept with the output, for the gate.
 */
public final class Build {

    /** Counted up when outputs of an earlier version can no longer be used. */
    private static final String VERSION = "build 1";

    private static final Logger LOG = LoggerFactory.getLogger(Build.class);

    // An engine takes as long to tell the columns of a wide select as to run it over few rows.
    private static final Map<Shape, List<Column>> YIELDED = new ConcurrentHashMap<>();

    private final Engine engine;
    private final Outputs outputs;
    private final BuildInputs inputs;
    private final Ran.Listener listener;
    private final List<Model> order;
    private final InputTables tables;
    private final Map<TableName, List<Column>> columns = new HashMap<>();
    private final Map<TableName, String> promises = new HashMap<>();

    private int done;

    /** All that decides which columns a model yields: its text and engine, and the columns of what it reads. */
    private record Shape(String promise, Map<TableName, List<Column>> reads) {}

    /** One model for one month. */
    private record Due(Model model, YearMonth month) {

        boolean reads(Due other) {
            @Nullable Window window = model.reads().get(other.model.table());
            return window != null && window.contains(other.month, month);
        }
    }

    /**
     * Prepares a build; nothing runs yet.
     *
     * @param engine may be one that opens when needed: a build that finds everything made asks for its identity alone
     * @throws SetupException if the models cannot be put in order
     */
    public Build(Engine engine, Outputs outputs, BuildInputs inputs, Ran.Listener listener) {
        this.engine = engine;
        this.outputs = outputs;
        this.inputs = inputs;
        this.listener = listener;
        this.tables = new InputTables(outputs.home(), inputs);
        TreeSet<TableName> sources = new TreeSet<>(inputs.raw().keySet());
        inputs.codes().forEach(table -> sources.add(table.name()));
        List<Model> models = inputs.models().all().stream()
                .filter(model -> model.cadence() != Model.Cadence.PER_RELEASE)
                .toList();
        this.order = ModelGraph.order(models, sources);
        for (Model model : order) {
            columns.put(model.table(), model.plainColumns());
            promises.put(model.table(), promise(model));
        }
    }

    /**
     * Runs what has to run, month after month.
     *
     * @throws SetupException naming the model and the month if its SQL cannot run or yields other columns than declared
     */
    public BuildResult run() {
        List<Due> due = due();
        List<SideBySide.Step<DefinedTables>> steps = new ArrayList<>();
        AtomicReferenceArray<Ran> ran = new AtomicReferenceArray<>(due.size());
        for (int i = 0; i < due.size(); i++) {
            int place = i;
            steps.add(new SideBySide.Step<>(before(due, place), worker -> {
                Ran made = make(due.get(place), worker);
                ran.set(place, made);
                tell(made, due.size());
            }));
        }
        SideBySide.run(workers(), steps);
        List<Ran> all = IntStream.range(0, due.size()).mapToObj(ran::get).toList();
        log(all);
        return new BuildResult(inputs.months(), all, tables.outputs());
    }

    private synchronized void tell(Ran made, int all) {
        done++;
        listener.ran(made, done, all);
    }

    private List<DefinedTables> workers() {
        return Stream.concat(Stream.of(engine), engine.beside().stream())
                .map(each -> new DefinedTables(each, tables))
                .toList();
    }

    private static List<Integer> before(List<Due> due, int place) {
        return IntStream.range(0, place)
                .filter(earlier -> due.get(place).reads(due.get(earlier)))
                .boxed()
                .toList();
    }

    private static void log(List<Ran> ran) {
        SortedMap<YearMonth, Long> built = new TreeMap<>();
        SortedMap<YearMonth, Long> reused = new TreeMap<>();
        ran.forEach(each -> (each.how() == Ran.How.BUILT ? built : reused).merge(each.month(), 1L, Long::sum));
        Stream.concat(built.keySet().stream(), reused.keySet().stream())
                .distinct()
                .sorted()
                .forEach(month -> LOG.info(
                        "month={} built={} reused={}",
                        month,
                        built.getOrDefault(month, 0L),
                        reused.getOrDefault(month, 0L)));
    }

    /** All models for each month; before the first only those of events that somebody reads back to the beginning. */
    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (Model model : order) {
            if (isReadToTheBeginning(model.table())) {
                monthsBefore(model).forEach(month -> due.add(new Due(model, month)));
            }
        }
        due.sort(Comparator.comparing(Due::month));
        YearMonth first = inputs.months().get(0);
        for (YearMonth month : inputs.months()) {
            order.stream()
                    .filter(model -> model.cadence() == Model.Cadence.MONTHLY || month.equals(first))
                    .forEach(model -> due.add(new Due(model, month)));
        }
        return due;
    }

    private boolean isReadToTheBeginning(TableName table) {
        return order.stream()
                .anyMatch(reader -> Window.ALL.equals(reader.reads().get(table)));
    }

    /** The earlier months of events that {@code model} reads; none if it reads tables that start with the snapshots. */
    private List<YearMonth> monthsBefore(Model model) {
        boolean isOfEvents = model.reads().keySet().stream().noneMatch(columns::containsKey);
        return isOfEvents
                ? model.reads().keySet().stream()
                        .flatMap(table -> inputs.monthsBefore(table).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private Ran make(Due due, DefinedTables worker) {
        Model model = due.model();
        YearMonth month = due.month();
        long start = System.nanoTime();
        String fingerprint = fingerprint(model, month);
        Optional<StoredOutput> found = outputs.find(model.table(), fingerprint);
        StoredOutput output = found.isPresent() ? found.get() : build(due, fingerprint, worker);
        tables.add(model.table(), month, output);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Ran(model.table(), month, found.isPresent() ? Ran.How.REUSED : Ran.How.BUILT, output.rows(), millis);
    }

    private StoredOutput build(Due due, String fingerprint, DefinedTables worker) {
        Model model = due.model();
        YearMonth month = due.month();
        try {
            model.reads()
                    .forEach((table, window) ->
                            worker.define(table, columns.getOrDefault(table, List.of()), window, month));
            Path folder = outputs.begin(model.table());
            Path part = folder.resolve(Outputs.PART);
            List<Column> yielded = yielded(model, worker.engine());
            ModelSql.columnsProblem(model, yielded).ifPresent(problem -> {
                throw new SetupException("%s does not yield what %s.yaml declares for %s:%n%s"
                        .formatted(model.file(), model.table().name(), month, problem));
            });
            Output written = worker.engine().write(model.sql(), yielded, model.grain(), part);
            StoredOutput output = new StoredOutput(
                    model.table().toString(),
                    month.toString(),
                    fingerprint,
                    written.rows(),
                    size(part),
                    written.sha256(),
                    written.columns(),
                    OutputChecks.run(worker.engine(), model, written, part));
            outputs.store(output, folder);
            return output;
        } catch (EngineException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new SetupException(
                    "%s cannot run for %s on %s: %s".formatted(model.file(), month, engine.identity(), reason), e);
        }
    }

    private List<Column> yielded(Model model, Engine reader) {
        Map<TableName, List<Column>> reads = new HashMap<>();
        model.reads().keySet().forEach(table -> reads.put(table, tables.columns(table, columns)));
        Shape shape = new Shape(promises.getOrDefault(model.table(), ""), reads);
        return YIELDED.computeIfAbsent(shape, any -> reader.columns(model.sql()));
    }

    private String fingerprint(Model model, YearMonth month) {
        List<String> words = new ArrayList<>();
        words.add(promises.getOrDefault(model.table(), ""));
        words.add(month.toString());
        model.reads().forEach((table, window) -> {
            words.add(table.toString());
            words.add(Hashes.ofWords(tables.contents(table, window, month)));
        });
        return Hashes.ofWords(words);
    }

    /** All of a model that its outputs depend on: its text, and what is promised and checked. */
    private String promise(Model model) {
        Map<String, Object> promise = new LinkedHashMap<>();
        promise.put("grain", model.grain());
        promise.put("columns", model.plainColumns());
        promise.put("checks", model.checks());
        promise.put("reads", model.reads().toString());
        return Hashes.ofWords(
                List.of(VERSION, engine.identity(), model.table().toString(), model.sql(), Json.line(promise)));
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", part, e);
        }
    }
}
