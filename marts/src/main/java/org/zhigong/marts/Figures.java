package org.zhigong.marts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.Scratch;
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
    private final List<FiguresResult.Made> made = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** @param engine may be one that opens when needed: where everything is made it is asked for its identity alone */
    public Figures(
            Engine engine, Outputs outputs, Map<TableName, Base> bases, Indicators indicators, Protection protection) {
        this.engine = engine;
        this.outputs = outputs;
        this.groups = CellGroup.of(bases, indicators);
        this.protection = protection;
    }

    /**
     * Makes what is missing of every month, quarter and year that has ended by {@code closing}.
     *
     * @param months the outputs of each base by month, as a build made them
     */
    public FiguresResult build(Map<TableName, ? extends Map<YearMonth, StoredOutput>> months, YearMonth closing) {
        made.clear();
        seen.clear();
        YearMonth first = months.values().stream()
                .flatMap(byMonth -> byMonth.keySet().stream())
                .min(YearMonth::compareTo)
                .orElse(closing);
        List<FiguresResult.Partition> partitions = new ArrayList<>();
        for (PeriodKey period : PeriodKey.ending(first, closing)) {
            List<StoredOutput> cells = cells(period, months, closing);
            if (!cells.isEmpty()) {
                partitions.add(new FiguresResult.Partition(period, cells, protect(period, cells)));
            }
        }
        return new FiguresResult(partitions, made);
    }

    private List<StoredOutput> cells(
            PeriodKey period, Map<TableName, ? extends Map<YearMonth, StoredOutput>> months, YearMonth closing) {
        List<StoredOutput> cells = new ArrayList<>();
        for (CellGroup group : groups) {
            NavigableMap<YearMonth, StoredOutput> known = new TreeMap<>();
            Optional.ofNullable(months.get(group.base().table())).ifPresent(known::putAll);
            known.keySet().retainAll(period.months());
            if (!period.last().plusMonths(group.lagMonths()).isAfter(closing) && !known.isEmpty()) {
                cells.addAll(cells(group, period, known));
            }
        }
        return cells;
    }

    /** Stocks of a longer period are those of its last month; everything else is computed. */
    private List<StoredOutput> cells(CellGroup group, PeriodKey period, NavigableMap<YearMonth, StoredOutput> known) {
        if (period.type() == PeriodKey.Type.MONTH) {
            return List.of(compute(group, period, known));
        }
        List<StoredOutput> cells = new ArrayList<>();
        CellGroup flows = group.only(Indicator.Kind.FLOW);
        CellGroup stocks = group.only(Indicator.Kind.STOCK);
        if (!flows.indicators().isEmpty()) {
            cells.add(compute(flows, period, known));
        }
        if (!stocks.indicators().isEmpty() && known.containsKey(period.last())) {
            PeriodKey month = PeriodKey.month(period.last());
            cells.add(restate(stocks, period, compute(group, month, known.tailMap(period.last(), true))));
        }
        return cells;
    }

    private StoredOutput compute(CellGroup group, PeriodKey period, NavigableMap<YearMonth, StoredOutput> known) {
        List<String> words = new ArrayList<>(List.of(Cells.COMPILER, engine.identity(), period.toString()));
        words.addAll(group.words());
        known.forEach((month, output) -> words.addAll(List.of(month.toString(), output.sha256())));
        return output(CellTable.CELLS, period, group.base().table().toString(), words, part -> {
            List<Path> files = known.values().stream()
                    .map(output -> output.file(outputs.home()))
                    .toList();
            engine.define(group.base().table(), group.base().columns(), files);
            Cells cells = new Cells(group.base(), group.indicators(), period, known.size());
            Output written = cells.write(engine, scratch(), part);
            AtomicFiles.delete(scratch());
            return written;
        });
    }

    private StoredOutput restate(CellGroup stocks, PeriodKey period, StoredOutput month) {
        List<String> words =
                new ArrayList<>(List.of(Cells.COMPILER, engine.identity(), period.toString(), month.sha256()));
        words.addAll(stocks.words());
        return output(CellTable.CELLS, period, stocks.base().table().toString(), words, part -> {
            engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, List.of(month.file(outputs.home())));
            return engine.write(stocks.restated(period), CellTable.ORDER, part);
        });
    }

    private StoredOutput protect(PeriodKey period, List<StoredOutput> cells) {
        List<String> words = new ArrayList<>(List.of(engine.identity(), period.toString()));
        words.addAll(protection.words());
        cells.forEach(output -> words.add(output.sha256()));
        return output(CellTable.FIGURES, period, "protection", words, part -> {
            List<Path> files =
                    cells.stream().map(output -> output.file(outputs.home())).toList();
            engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, files);
            engine.define(Protection.REGISTRY, protection.registry(CellTable.CELLS));
            return engine.write(protection.figures(Protection.REGISTRY), CellTable.ORDER, part);
        });
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Writer {
        Output write(Path part);
    }

    private StoredOutput output(TableName table, PeriodKey period, String of, List<String> words, Writer writer) {
        long start = System.nanoTime();
        String fingerprint = Hashes.ofWords(words);
        Optional<StoredOutput> found = outputs.find(table, fingerprint);
        StoredOutput output = found.isPresent() ? found.get() : store(table, period, fingerprint, writer);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (seen.add(fingerprint)) {
            made.add(new FiguresResult.Made(table, of, period, found.isEmpty(), output.rows(), millis));
        }
        return output;
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

    private Path scratch() {
        return Scratch.ofThisProcess(outputs.home()).resolve("cells");
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", part, e);
        }
    }
}
