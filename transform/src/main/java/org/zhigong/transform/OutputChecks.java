package org.zhigong.transform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/** Runs the checks of a model, and the promise of its grain, over an output before it is kept. */
final class OutputChecks {

    private static final TableName OUTPUT = new TableName("checked", "output");
    private static final int SAMPLE = 5;

    private final Engine engine;
    private final Model model;

    private OutputChecks(Engine engine, Model model) {
        this.engine = engine;
        this.model = model;
    }

    /** What the checks find in {@code part}, which is {@code written}; nothing fails where there is no row. */
    static List<StoredOutput.Checked> run(Engine engine, Model model, Output written, Path part) {
        OutputChecks checks = new OutputChecks(engine, model);
        if (written.rows() == 0) {
            return checks.found(Map.of());
        }
        engine.define(OUTPUT, written.columns(), List.of(part));
        return checks.found(
                engine.query(ModelSql.checked(model, OUTPUT.toString())).get(0));
    }

    private List<StoredOutput.Checked> found(Map<String, Object> counts) {
        String grain = String.join(", ", model.grain());
        List<StoredOutput.Checked> found = new ArrayList<>();
        found.add(checked(
                promise("[%s] is unique".formatted(grain)),
                number(counts, ModelSql.REPEATED),
                ModelSql.repeated(model, OUTPUT.toString())));
        found.add(checked(
                promise("[%s] is not null".formatted(grain)),
                number(counts, ModelSql.MISSING),
                OUTPUT + " where " + ModelSql.missing(model)));
        for (int i = 0; i < model.checks().size(); i++) {
            Check check = model.checks().get(i);
            found.add(checked(check, number(counts, "check_" + i), OUTPUT + " where " + ModelSql.failing(check)));
        }
        return found;
    }

    private static Check promise(String text) {
        return new Check(text, Severity.STOP, Check.DEFAULT_OWNER);
    }

    private StoredOutput.Checked checked(Check check, long failures, String source) {
        return new StoredOutput.Checked(
                check.condition(),
                check.severity().word(),
                check.owner(),
                failures,
                failures == 0 ? List.of() : sample(source));
    }

    /** A few rows by those columns of their grain that tell nothing about a person. */
    private List<String> sample(String source) {
        List<String> keys = model.grain().stream()
                .filter(column -> !column.endsWith("_key"))
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        String order = keys.stream().map(key -> key + " nulls last").collect(Collectors.joining(", "));
        String select =
                "select %s from %s order by %s limit %d".formatted(String.join(", ", keys), source, order, SAMPLE);
        return engine.query(select).stream()
                .map(row -> keys.stream().map(key -> key + "=" + row.get(key)).collect(Collectors.joining(" ")))
                .toList();
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
