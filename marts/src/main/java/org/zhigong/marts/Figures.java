package org.zhigong.marts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.SideBySide;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/**
 * Makes the figures of every period that a release states, or finds them made: first {@code marts.cells}, with all
 * numbers, for each base and period, then {@code marts.figures}, protected, for each period. Like the outputs of models
 * they are named after all that they are made from, so that what did not change is not computed again.
 */
public final class Figures {

    private final Engine engine;
    private final Outputs outputs;
    private final List<CellGroup> groups;
    private final Protection protection;
    private final FeedHistory history;

    /** The cells of one group and period: where their outputs are, once they are made. */
    private record Piece(
            CellGroup group,
            PeriodKey period,
            NavigableMap<YearMonth, StoredOutput> known,
            int monthsKnown,
            Done done) {

        /** Its last month by itself. */
        Piece lastMonth() {
            return new Piece(
                    group, PeriodKey.month(period.last()), known.tailMap(period.last(), true), monthsKnown, new Done());
        }

        Piece only(CellGroup some) {
            return new Piece(some, period, known, monthsKnown, done);
        }
    }

    /** What one step has made. */
    private static final class Done {
        private final List<StoredOutput> outputs = new ArrayList<>();
        private final List<FiguresResult.Made> made = new ArrayList<>();
    }

    /** @param engine may be one that opens when needed: where everything is made it is asked for its identity alone */
    public Figures(
            Engine engine,
            Outputs outputs,
            Map<TableName, Base> bases,
            Indicators indicators,
            Protection protection,
            FeedHistory history) {
        this.engine = engine;
        this.outputs = outputs;
        this.groups = CellGroup.of(bases, indicators);
        this.protection = protection;
        this.history = history;
        bases.values().forEach(history::checkFeeds);
    }

    /**
     * Makes what is missing of every month, quarter and year that has ended by {@code closing}.
     *
     * @param months the outputs of each base by month, as a build made them
     */
    public FiguresResult build(Map<TableName, ? extends Map<YearMonth, StoredOutput>> months, YearMonth closing) {
        YearMonth first = months.values().stream()
                .flatMap(byMonth -> byMonth.keySet().stream())
                .min(YearMonth::compareTo)
                .orElse(closing);
        Map<PeriodKey, List<Piece>> pieces = new LinkedHashMap<>();
        for (PeriodKey period : PeriodKey.ending(first, closing)) {
            List<Piece> ofPeriod = pieces(period, months, first, closing);
            if (!ofPeriod.isEmpty()) {
                pieces.put(period, ofPeriod);
            }
        }
        Map<PeriodKey, Done> figures = new LinkedHashMap<>();
        pieces.keySet().forEach(period -> figures.put(period, new Done()));
        List<SideBySide.Step<Engine>> steps = new ArrayList<>(steps(pieces, figures));
        List<Piece> national = national(months, closing);
        Done nation = new Done();
        if (!national.isEmpty()) {
            steps.add(new SideBySide.Step<>(List.of(), worker -> {
                national.forEach(piece -> compute(worker, piece));
                protect(worker, PeriodKey.month(closing), outputs(national), nation);
            }));
        }
        SideBySide.run(workers(), steps);
        FiguresResult result = result(pieces, figures);
        return national.isEmpty()
                ? result
                : result.and(partition(PeriodKey.month(closing), national, nation), made(national, nation));
    }

    /** National series stand whole in their last month: their years lie before the months of a release. */
    private List<Piece> national(Map<TableName, ? extends Map<YearMonth, StoredOutput>> months, YearMonth closing) {
        List<Piece> pieces = new ArrayList<>();
        for (CellGroup group : groups) {
            NavigableMap<YearMonth, StoredOutput> known = new TreeMap<>();
            Optional.ofNullable(months.get(group.base().table())).ifPresent(known::putAll);
            known.keySet().retainAll(List.of(closing));
            if (group.base().nationalYear().isPresent() && !known.isEmpty()) {
                pieces.add(new Piece(group, PeriodKey.month(closing), known, 1, new Done()));
            }
        }
        return pieces;
    }

    private List<Piece> pieces(
            PeriodKey period,
            Map<TableName, ? extends Map<YearMonth, StoredOutput>> months,
            YearMonth first,
            YearMonth closing) {
        List<Piece> pieces = new ArrayList<>();
        for (CellGroup group : groups) {
            NavigableMap<YearMonth, StoredOutput> known = new TreeMap<>();
            Optional.ofNullable(months.get(group.base().table())).ifPresent(known::putAll);
            known.keySet().retainAll(period.months());
            boolean isDue = group.base().nationalYear().isEmpty()
                    && group.periods().contains(period.type())
                    && !period.last().plusMonths(group.lagMonths()).isAfter(closing);
            if (isDue && !known.isEmpty()) {
                pieces.add(
                        new Piece(group, period, known, history.monthsKnown(group.base(), first, period), new Done()));
            }
        }
        return pieces;
    }

    private List<Engine> workers() {
        return Stream.concat(Stream.of(engine), engine.beside().stream()).toList();
    }

    /** Cells wait for those of the month that they state again, figures for all cells of their period. */
    private List<SideBySide.Step<Engine>> steps(Map<PeriodKey, List<Piece>> pieces, Map<PeriodKey, Done> figures) {
        List<SideBySide.Step<Engine>> steps = new ArrayList<>();
        Map<CellGroup, Map<YearMonth, Integer>> months = new HashMap<>();
        figures.forEach((period, done) -> {
            List<Piece> ofPeriod = pieces.getOrDefault(period, List.of());
            List<Integer> cells = new ArrayList<>();
            for (Piece piece : ofPeriod) {
                Map<YearMonth, Integer> before = months.computeIfAbsent(piece.group(), any -> new HashMap<>());
                @Nullable Integer month = before.get(period.last());
                cells.add(steps.size());
                before.putIfAbsent(period.last(), steps.size());
                steps.add(new SideBySide.Step<>(
                        month == null ? List.of() : List.of(month), worker -> cells(worker, piece)));
            }
            steps.add(new SideBySide.Step<>(cells, worker -> protect(worker, period, outputs(ofPeriod), done)));
        });
        return steps;
    }

    private static List<StoredOutput> outputs(List<Piece> pieces) {
        return pieces.stream().flatMap(piece -> piece.done().outputs.stream()).toList();
    }

    private static FiguresResult result(Map<PeriodKey, List<Piece>> pieces, Map<PeriodKey, Done> figures) {
        FiguresResult result = new FiguresResult(List.of(), List.of());
        for (Map.Entry<PeriodKey, Done> each : figures.entrySet()) {
            List<Piece> ofPeriod = pieces.getOrDefault(each.getKey(), List.of());
            result = result.and(partition(each.getKey(), ofPeriod, each.getValue()), made(ofPeriod, each.getValue()));
        }
        return result;
    }

    private static FiguresResult.Partition partition(PeriodKey period, List<Piece> pieces, Done figures) {
        boolean isNational = pieces.stream()
                .anyMatch(piece -> piece.group().base().nationalYear().isPresent());
        String rows = isNational
                ? "place_level = '%s'".formatted(Base.NATION_LEVEL)
                : "(period = '%s' and place_level <> '%s')".formatted(period, Base.NATION_LEVEL);
        return new FiguresResult.Partition(period, rows, outputs(pieces), figures.outputs.get(0));
    }

    private static List<FiguresResult.Made> made(List<Piece> pieces, Done figures) {
        return Stream.concat(pieces.stream().map(Piece::done), Stream.of(figures))
                .flatMap(done -> done.made.stream())
                .toList();
    }

    /** Stocks of a longer period are those of its last month; everything else is computed. */
    private void cells(Engine worker, Piece piece) {
        PeriodKey period = piece.period();
        if (period.type() == PeriodKey.Type.MONTH) {
            compute(worker, piece);
            return;
        }
        CellGroup flows = piece.group().only(Indicator.Kind.FLOW);
        CellGroup stocks = piece.group().only(Indicator.Kind.STOCK);
        if (!flows.indicators().isEmpty()) {
            compute(worker, piece.only(flows));
        }
        if (!stocks.indicators().isEmpty() && piece.known().containsKey(period.last())) {
            Piece month = piece.lastMonth();
            compute(worker, month);
            restate(worker, stocks, period, month.done().outputs.get(0), piece.done());
        }
    }

    private void compute(Engine worker, Piece piece) {
        CellGroup group = piece.group();
        PeriodKey period = piece.period();
        List<String> words = new ArrayList<>(List.of(Cells.COMPILER, engine.identity(), period.toString()));
        words.addAll(group.words());
        // A month more of history changes nothing, except where it is the last that was missing.
        group.indicators()
                .forEach(each -> words.add(Boolean.toString(piece.monthsKnown() < each.monthsNeeded(period))));
        piece.known().forEach((month, output) -> words.addAll(List.of(month.toString(), output.sha256())));
        output(piece.done(), CellTable.CELLS, period, group.base().table().toString(), words, part -> {
            List<Path> files = piece.known().values().stream()
                    .map(output -> output.file(outputs.home()))
                    .toList();
            worker.define(group.base().table(), group.base().columns(), files);
            return new Cells(group.base(), group.indicators(), period, piece.monthsKnown()).write(worker, part);
        });
    }

    private void restate(Engine worker, CellGroup stocks, PeriodKey period, StoredOutput month, Done done) {
        List<String> words =
                new ArrayList<>(List.of(Cells.COMPILER, engine.identity(), period.toString(), month.sha256()));
        words.addAll(stocks.words());
        output(done, CellTable.CELLS, period, stocks.base().table().toString(), words, part -> {
            worker.define(CellTable.CELLS, CellTable.CELL_COLUMNS, List.of(month.file(outputs.home())));
            return worker.write(stocks.restated(period), CellTable.CELL_COLUMNS, CellTable.ORDER, part);
        });
    }

    private void protect(Engine worker, PeriodKey period, List<StoredOutput> cells, Done done) {
        List<String> words = new ArrayList<>(List.of(engine.identity(), period.toString()));
        words.addAll(protection.words());
        cells.forEach(output -> words.add(output.sha256()));
        output(done, CellTable.FIGURES, period, "protection", words, part -> {
            List<Path> files =
                    cells.stream().map(output -> output.file(outputs.home())).toList();
            worker.define(CellTable.CELLS, CellTable.CELL_COLUMNS, files);
            worker.define(Protection.REGISTRY, protection.registry(CellTable.CELLS));
            return worker.write(
                    protection.figures(Protection.REGISTRY), CellTable.FIGURE_COLUMNS, CellTable.ORDER, part);
        });
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Writer {
        Output write(Path part);
    }

    private void output(Done done, TableName table, PeriodKey period, String of, List<String> words, Writer writer) {
        long start = System.nanoTime();
        String fingerprint = Hashes.ofWords(words);
        Optional<StoredOutput> found = outputs.find(table, fingerprint);
        StoredOutput output = found.isPresent() ? found.get() : store(table, period, fingerprint, writer);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        done.outputs.add(output);
        done.made.add(new FiguresResult.Made(table, of, period, found.isEmpty(), output.rows(), millis));
    }

    private StoredOutput store(TableName table, PeriodKey period, String fingerprint, Writer writer) {
        Path folder = outputs.begin(table);
        Path part = folder.resolve(Outputs.PART);
        Output written = writer.write(part);
        StoredOutput output = new StoredOutput(
                table.toString(),
                period.toString(),
                fingerprint,
                written.rows(),
                size(part),
                written.sha256(),
                written.columns(),
                List.of());
        outputs.store(output, folder);
        return output;
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", part, e);
        }
    }
}
