package org.zhigong.marts;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;

/** Runs the examples of indicators on an engine: the rows of an example become its base, and its cells are compared. */
public final class IndicatorExamples {

    private static final PeriodKey MONTH = PeriodKey.month(YearMonth.of(2025, 3));
    private static final double EXACT_ENOUGH = 1e-9;

    private final Engine engine;
    private final Path scratch;

    /** @param scratch a folder for files on the way; nothing in it is read afterwards */
    public IndicatorExamples(Engine engine, Path scratch) {
        this.engine = engine;
        this.scratch = scratch;
    }

    /**
     * What differs between what {@code example} expects and what the engine finds, in sentences; nothing if it holds.
     */
    public List<String> differences(Indicator indicator, Base base, IndicatorExample example) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : example.rows()) {
            Map<String, Object> dated = new LinkedHashMap<>(row);
            dated.putIfAbsent("period", MONTH.toString());
            rows.add(dated);
        }
        engine.defineRows(base.table(), base.columns(), rows);
        Output output = new Cells(base, List.of(indicator), MONTH, indicator.windowMonths())
                .write(engine, scratch.resolve("example.parquet"));
        engine.define(CellTable.CELLS, output.columns(), List.of(scratch.resolve("example.parquet")));
        List<Map<String, Object>> cells = engine.query("select * from " + CellTable.CELLS);
        List<String> differences = new ArrayList<>();
        example.expect().forEach(expected -> compare(expected, cells, differences));
        return differences;
    }

    private static void compare(
            Map<String, String> expected, List<Map<String, Object>> cells, List<String> differences) {
        Map<String, String> key = key(expected);
        Optional<Map<String, Object>> cell =
                cells.stream().filter(each -> matches(key, each)).findFirst();
        if (expected.containsKey(IndicatorExampleReader.ABSENT)) {
            cell.ifPresent(found -> differences.add("%s: expected no such cell, found %s".formatted(key, found)));
            return;
        }
        if (cell.isEmpty()) {
            differences.add("%s: expected a cell, found none".formatted(key));
            return;
        }
        expected.forEach((column, value) -> {
            @Nullable Object found = cell.get().get(column);
            if (!key.containsKey(column) && !isSame(value, found)) {
                differences.add("%s: expected %s %s, found %s".formatted(key, column, value, found));
            }
        });
    }

    /** The cell that is meant: the city in geo, unsplit, unless something else is said. */
    private static Map<String, String> key(Map<String, String> expected) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("place_scheme", "geo");
        key.put("place", Base.CITY);
        key.put("breakdown", CellKind.UNSPLIT);
        key.put("breakdown_value", CellKind.WHOLE);
        key.put("category", Indicator.ALL);
        CellTable.KEYS.stream()
                .filter(expected::containsKey)
                .forEach(column -> key.put(column, String.valueOf(expected.get(column))));
        return key;
    }

    private static boolean matches(Map<String, String> key, Map<String, Object> cell) {
        return key.entrySet().stream().allMatch(each -> each.getValue().equals(cell.get(each.getKey())));
    }

    private static boolean isSame(String expected, @Nullable Object found) {
        if (found == null || expected.equals(IndicatorExample.NULL)) {
            return found == null && expected.equals(IndicatorExample.NULL);
        }
        return found instanceof Double number
                ? Math.abs(number - Double.parseDouble(expected)) < EXACT_ENOUGH
                : expected.equals(found.toString());
    }
}
