package org.zhigong.marts.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.ModelColumn;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

/**
 * A table that a release is to hold.
 *
 * @param reads the other tables of the release that it is made from
 * @param orderBy columns that order its rows totally
 * @param title what it holds
 * @param labels what its columns mean, by name
 * @param rows makes its rows readable in an engine and says how
 */
record CandidateTable(
        TableName name,
        Set<TableName> reads,
        List<String> orderBy,
        Label title,
        Map<String, Label> labels,
        Function<Engine, Rows> rows) {

    /** A select, and the columns that it yields. */
    record Rows(String select, List<Column> columns) {}

    /**
     * All tables of a release, each after those that it reads.
     *
     * @throws SetupException if two have one name, or a model reads what the release does not hold
     */
    static List<CandidateTable> of(ReleaseContent content, LocalDate finalBefore) {
        List<CandidateTable> tables = new ArrayList<>();
        add(tables, figures(content, finalBefore));
        content.tables().forEach(table -> add(tables, small(table)));
        content.monthly().forEach((model, months) -> add(tables, monthly(model, months)));
        for (Model model : content.wide()) {
            List<TableName> known =
                    tables.stream().map(CandidateTable::name).sorted().toList();
            for (TableName read : model.reads().keySet()) {
                if (!known.contains(read)) {
                    throw new SetupException(
                            "%s: model %s reads %s, but a model of a release reads only what the release holds: %s"
                                    .formatted(model.file(), model.table(), read, known));
                }
            }
            add(tables, wide(model));
        }
        return tables;
    }

    private static void add(List<CandidateTable> tables, CandidateTable table) {
        if (tables.stream().anyMatch(other -> other.name().equals(table.name()))) {
            throw new SetupException("Two tables of a release are called %s: rename one".formatted(table.name()));
        }
        tables.add(table);
    }

    private static CandidateTable figures(ReleaseContent content, LocalDate finalBefore) {
        TableName parts = new TableName("candidate", "figures");
        return new CandidateTable(
                FiguresTable.NAME, Set.of(), FiguresTable.KEYS, FiguresTable.TITLE, FiguresTable.COLUMNS, engine -> {
                    engine.define(parts, content.figureColumns(), content.figures());
                    return new Rows(
                            FiguresTable.releasing(parts, finalBefore), FiguresTable.released(content.figureColumns()));
                });
    }

    private static CandidateTable small(ReleasedTable table) {
        TableName rows = new TableName("candidate", table.name().name());
        List<Column> columns = table.rows().columns();
        return new CandidateTable(table.name(), Set.of(), table.orderBy(), table.title(), table.columns(), engine -> {
            engine.defineRows(rows, columns, table.rows().rows());
            return new Rows("select * from " + rows, columns);
        });
    }

    private static CandidateTable monthly(Model model, List<Path> months) {
        TableName rows = new TableName("candidate", model.table().name());
        List<String> order = new ArrayList<>(List.of("period"));
        order.addAll(model.grain());
        return new CandidateTable(model.table(), Set.of(), order, model.name(), labels(model), engine -> {
            engine.define(rows, model.plainColumns(), months);
            return new Rows("select * from " + rows, model.plainColumns());
        });
    }

    private static CandidateTable wide(Model model) {
        // The text may end in a comment, so the parenthesis has a line of its own.
        String select = "select * from (\n" + model.sql() + "\n) as result";
        return new CandidateTable(
                model.table(),
                model.reads().keySet(),
                model.grain(),
                model.name(),
                labels(model),
                engine -> new Rows(select, engine.columns(select)));
    }

    private static Map<String, Label> labels(Model model) {
        Map<String, Label> labels = new TreeMap<>();
        for (ModelColumn column : model.columns()) {
            labels.put(column.column().name(), column.label());
        }
        return labels;
    }
}
