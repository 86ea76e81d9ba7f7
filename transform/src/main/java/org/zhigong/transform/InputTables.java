package org.zhigong.transform;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/** What models can read during a build: what it is, by content, and how it becomes readable in an engine. */
final class InputTables {

    private final Home home;
    private final RawBatches raw;
    private final Map<TableName, SmallTable> codes = new HashMap<>();
    private final Map<TableName, String> codeHashes = new HashMap<>();
    private final SortedMap<TableName, SortedMap<YearMonth, StoredOutput>> outputs = new TreeMap<>();

    InputTables(Home home, BuildInputs inputs) {
        this.home = home;
        this.raw = new RawBatches(home, inputs);
        for (SmallTable table : inputs.codes()) {
            codes.put(table.name(), table);
            codeHashes.put(table.name(), table.contentHash());
        }
    }

    /** Tells that the output of a month is there. */
    synchronized void add(TableName table, YearMonth month, StoredOutput output) {
        outputs.computeIfAbsent(table, name -> new TreeMap<>()).put(month, output);
    }

    SortedMap<TableName, SortedMap<YearMonth, StoredOutput>> outputs() {
        return outputs;
    }

    /** All that decides what a model sees in {@code table}; equal words mean equal rows. */
    List<String> contents(TableName table, Window window, YearMonth month) {
        if (table.equals(RunPeriod.TABLE)) {
            return List.of(month.toString());
        }
        @Nullable SmallTable code = codes.get(table);
        if (code != null) {
            SmallTable seen = DeliveryBook.seen(code, window, month);
            return List.of(seen.equals(code) ? codeHashes.getOrDefault(table, "") : seen.contentHash());
        }
        if (raw.has(table)) {
            return raw.contents(table, window, month);
        }
        List<String> words = new ArrayList<>();
        inside(table, window, month).forEach((period, output) -> {
            words.add(period.toString());
            words.add(output.sha256());
        });
        return words;
    }

    /** Makes {@code table} readable in {@code engine} with the months of the window. */
    void define(Engine engine, TableName table, List<Column> columns, Window window, YearMonth month) {
        @Nullable SmallTable code = codes.get(table);
        if (table.equals(RunPeriod.TABLE)) {
            engine.defineRows(table, RunPeriod.COLUMNS, RunPeriod.rows(month));
        } else if (code != null) {
            engine.defineRows(
                    table,
                    code.columns(),
                    DeliveryBook.seen(code, window, month).rows());
        } else if (raw.has(table)) {
            raw.define(engine, table, window, month);
        } else {
            List<Path> files = inside(table, window, month).values().stream()
                    .map(output -> output.file(home))
                    .toList();
            engine.define(table, columns, files);
        }
    }

    /** The columns of {@code table}, which is one of {@code models} or an input. */
    List<Column> columns(TableName table, Map<TableName, List<Column>> models) {
        @Nullable SmallTable code = codes.get(table);
        if (table.equals(RunPeriod.TABLE)) {
            return RunPeriod.COLUMNS;
        }
        return code != null ? code.columns() : models.getOrDefault(table, raw.columns(table));
    }

    /** Like {@link #contents}, and also what a definition of {@code table} depends on beside the rows. */
    List<String> definition(TableName table, Window window, YearMonth month) {
        List<String> words = new ArrayList<>(contents(table, window, month));
        if (raw.has(table)) {
            // Batches with rows of several months show other rows through another window.
            words.addAll(List.of(window.toString(), month.toString()));
        }
        return words;
    }

    private synchronized SortedMap<YearMonth, StoredOutput> inside(TableName table, Window window, YearMonth month) {
        SortedMap<YearMonth, StoredOutput> seen =
                new TreeMap<>(outputs.getOrDefault(table, Collections.emptySortedMap()));
        seen.keySet().removeIf(each -> !window.contains(each, month));
        return seen;
    }
}
