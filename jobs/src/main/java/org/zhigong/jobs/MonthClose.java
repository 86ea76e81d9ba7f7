package org.zhigong.jobs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.jobs.briefing.Plan;
import org.zhigong.marts.Base;
import org.zhigong.marts.FeedHistory;
import org.zhigong.marts.Figures;
import org.zhigong.marts.FiguresResult;
import org.zhigong.marts.Indicator;
import org.zhigong.marts.Indicators;
import org.zhigong.marts.Protection;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.marts.release.Baseline;
import org.zhigong.marts.release.Candidate;
import org.zhigong.marts.release.Gate;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.ProtectionInForce;
import org.zhigong.marts.release.Publication;
import org.zhigong.marts.release.ReleaseInputs;
import org.zhigong.marts.release.ReleaseNotes;
import org.zhigong.marts.release.Releases;
import org.zhigong.transform.Build;
import org.zhigong.transform.BuildInputs;
import org.zhigong.transform.BuildResult;
import org.zhigong.transform.DeliveryBook;
import org.zhigong.transform.HoldRelease;
import org.zhigong.transform.Holds;
import org.zhigong.transform.Label;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/**
 * Closes a month: from the batches of a home, over tables and figures, to a release. It is the one place that puts the
 * stages in order; each can be run twice.
 */
final class MonthClose {

    private final Settings settings;
    private final Content content;
    private final HomeLock lock;
    private final Home home;
    private final Console console;
    private final Contracts contracts;
    private final Models models;
    private final Map<TableName, Base> bases;
    private final Indicators indicators;
    private final CodeLists codes;
    private final Plan briefing;

    /**
     * What a build made.
     *
     * @param holds which batches counted and which wait
     * @param inputs all that the figures depend on
     */
    record Built(ReleaseInputs inputs, Holds holds, BuildResult tables, FiguresResult figures) {

        /** How many outputs had to be computed. */
        long computed() {
            return tables.built().size() + (long) figures.built().size();
        }
    }

    MonthClose(Settings settings, Content content, HomeLock lock, Console console) {
        this.settings = settings;
        this.content = content;
        this.lock = lock;
        this.home = lock.home();
        this.console = console;
        this.contracts = content.contracts();
        this.models = content.models();
        this.bases = Base.among(models.all());
        this.indicators = content.indicators(bases);
        this.codes = content.codes();
        this.briefing = content.briefing();
    }

    /** Builds tables and figures without publishing. */
    Built build(CloseRequest request, List<Batch> batches) {
        try (Engine engine = engine(request)) {
            return built(request, inputs(request, batches, engine), batches, engine);
        }
    }

    /**
     * Builds what is not built, asks the gate, and publishes.
     *
     * @throws org.zhigong.marts.release.ReleaseRefused if the gate refuses the candidate; the old release stays current
     */
    Publication publish(CloseRequest request, List<Batch> batches, Clock clock) {
        try (Engine engine = engine(request)) {
            ReleaseInputs inputs = inputs(request, batches, engine);
            Releases releases = Releases.of(lock);
            Optional<Publication> before = releases.again(inputs, clock.instant());
            if (before.isPresent()) {
                return before.get();
            }
            Built built = built(request, inputs, batches, engine);
            ReleaseBook book = new ReleaseBook(home, content, contracts, models, indicators, codes);
            Candidate.Tables tables = Candidate.write(engine, inputs, book.content(built), lock.scratch());
            AtomicReference<Candidate> candidate = new AtomicReference<>();
            AtomicReference<Gate> gate = new AtomicReference<>();
            SideBySide.run(
                    List.of("checking", "serving"),
                    List.of(
                            new SideBySide.Step<>(
                                    List.of(),
                                    any -> gate.set(Gate.judge(
                                            book.checks(built, protection(request), engine), Baseline.read(home)))),
                            new SideBySide.Step<>(List.of(), any -> candidate.set(servedWithHandouts(tables)))));
            Gate judged = requireNonNull(gate.get());
            List<Manifest.Partition> partitions = book.partitions(built);
            return releases.publish(
                    new ReleaseNotes(engine, home, names())
                            .addedTo(requireNonNull(candidate.get()), judged, partitions, request.note())
                            .with(book.attachments(built, engine)),
                    judged,
                    partitions,
                    request.run(),
                    clock.instant());
        }
    }

    // Both read nothing but the tables and the file made of them, so the checks run meanwhile.
    private Candidate servedWithHandouts(Candidate.Tables tables) {
        EngineSettings apart = settings.engine(Scratch.local(home));
        return tables.served(apart).with(List.of(new Handouts(apart, briefing)));
    }

    private Map<String, Label> names() {
        return indicators.all().stream().collect(Collectors.toMap(Indicator::id, Indicator::name));
    }

    private Built built(CloseRequest request, ReleaseInputs inputs, List<Batch> batches, Engine engine) {
        Outputs outputs = new Outputs(home);
        List<Batch> known = known(request, batches);
        Holds holds = HeldBatches.of(content, home, known);
        List<SmallTable> small = new ArrayList<>(codes.tables(Content.parameters(codes, home)));
        small.add(contracts.calendar());
        small.addAll(DeliveryBook.of(known, holds));
        BuildInputs buildInputs = new BuildInputs(
                models,
                holds.live(),
                Content.raw(contracts),
                Content.employerCodes(contracts),
                small,
                inputs.closing());
        BuildResult tables = tables(engine, outputs, buildInputs);
        Map<TableName, SortedMap<YearMonth, StoredOutput>> months = new TreeMap<>();
        bases.keySet().forEach(table -> months.put(table, tables.of(table)));
        FiguresResult figures = new Figures(
                        engine,
                        outputs,
                        bases,
                        indicators,
                        new Protection(protection(request)),
                        new FeedHistory(firstMonths(holds.live())))
                .build(months, inputs.closing());
        return new Built(inputs, holds, tables, figures);
    }

    /** Since when each feed has been delivered. */
    private Map<String, Optional<YearMonth>> firstMonths(List<Batch> live) {
        Map<String, Optional<YearMonth>> first = new TreeMap<>();
        for (String feed : contracts.feeds()) {
            first.put(
                    feed,
                    live.stream()
                            .filter(batch -> batch.feed().equals(feed))
                            .map(batch -> YearMonth.parse(batch.period()))
                            .min(YearMonth::compareTo));
        }
        return first;
    }

    private BuildResult tables(Engine engine, Outputs outputs, BuildInputs inputs) {
        try (Bar bar = Bar.ofThings(console, "建表 build")) {
            return new Build(
                            engine,
                            outputs,
                            inputs,
                            (ran, done, all) -> bar.reach(done, all, ran.month() + " " + ran.table()))
                    .run();
        }
    }

    private ReleaseInputs inputs(CloseRequest request, List<Batch> batches, Engine engine) {
        List<Batch> known = known(request, batches);
        Holds holds = HeldBatches.of(content, home, known);
        ProtectionInForce protection = new ProtectionInForce(
                Protection.LEVEL, protection(request).audience().word());
        return new ReleaseInputs(
                closing(request, known),
                request.knownAt(),
                engine.identity(),
                ContentHashes.of(content),
                parameters(home.parameters()),
                protection,
                known,
                holds.released().stream().map(HoldRelease::batchId).toList());
    }

    private static List<Batch> known(CloseRequest request, List<Batch> batches) {
        return batches.stream()
                .filter(batch -> request.knownAt()
                        .map(day -> !batch.receivedOn().isAfter(day))
                        .orElse(true))
                .toList();
    }

    private YearMonth closing(CloseRequest request, List<Batch> known) {
        Supplier<SetupException> none = () -> new SetupException(
                "Nothing to build in %s: no accepted snapshot says which month to close. Ingest some files first, or name a month with --month"
                        .formatted(home.root()));
        return request.month()
                .or(() -> known.stream()
                        .filter(batch -> batch.kind() == Batch.Kind.SNAPSHOT && batch.accepted() > 0)
                        .map(batch -> YearMonth.parse(batch.period()))
                        .max(YearMonth::compareTo))
                .orElseThrow(none);
    }

    private ProtectionRules protection(CloseRequest request) {
        return content.protection(request.audience());
    }

    private Engine engine(CloseRequest request) {
        return EngineProvider.named(request.engine())
                .openWhenNeeded(settings.engine(Scratch.local(home).resolve("spill")));
    }

    /** What the federation has set, as it wrote it; empty where it set nothing. */
    static JsonNode parameters(Path file) {
        ObjectMapper yaml = new YAMLMapper();
        if (!Files.exists(file)) {
            return yaml.createObjectNode();
        }
        try {
            return yaml.readTree(Files.readString(file));
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }
}
