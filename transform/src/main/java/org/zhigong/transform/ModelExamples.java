package org.zhigong.transform;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** Runs the examples of models on an engine: what is given goes in, and what comes out has to be what is expected. */
public final class ModelExamples {

    private static final TableName RESULT = new TableName("example", "result");

    private final Models models;
    private final Map<TableName, List<Column>> sources = new TreeMap<>();
    private final Map<TableName, SmallTable> codes = new TreeMap<>();

    /** The code lists that an engine knows already; some are long. */
    private final Map<Engine, Set<TableName>> defined = new WeakHashMap<>();

    /**
     * @param models the models with their examples, and those that they read
     * @param sources the columns of other tables that may be given; those of a raw table as its contract keeps them
     * @param codes the code lists, in force in every example that does not give its own
     */
    public ModelExamples(Models models, Map<TableName, List<Column>> sources, List<SmallTable> codes) {
        this.models = models;
        sources.forEach((table, columns) -> this.sources.put(
                table, table.layer().equals("raw") ? RawTable.columns(columns) : List.copyOf(columns)));
        codes.forEach(table -> this.codes.put(table.name(), table));
    }

    /** All examples, each known by its {@link ModelExample#title()}. */
    public List<ModelExample> all() {
        return models.examples();
    }

    /**
     * Runs {@code example}.
     *
     * @return what is wrong, for people; nothing if the result is as expected, its columns are those declared, its
     *     grain is unique and not null, and its checks can be evaluated
     * @throws SetupException if a row gives a column or a value that its table cannot have
     */
    public Optional<String> run(ModelExample example, Engine engine) {
        Model model = models.model(example.model());
        model.reads().forEach((table, window) -> define(engine, example, table, window));
        try {
            return ModelSql.columnsProblem(model, engine.columns(model.sql()))
                    .or(() -> problem(model, example, engine, engine.query(model.sql())))
                    .map(problem -> "%s%n%s".formatted(example.title(), problem));
        } catch (EngineException e) {
            return Optional.of("%s%n%s".formatted(example.title(), e.getMessage()));
        }
    }

    private void define(Engine engine, ModelExample example, TableName table, Window window) {
        Optional<YamlNode> given = Optional.ofNullable(example.given().get(table));
        if (table.equals(RunPeriod.TABLE)) {
            List<Map<String, Object>> rows = given.map(node -> ExampleRows.typed(RunPeriod.COLUMNS, node))
                    .orElseGet(() -> RunPeriod.rows(example.period()));
            engine.defineRows(table, RunPeriod.COLUMNS, rows);
            return;
        }
        Optional<SmallTable> code = Optional.ofNullable(codes.get(table));
        Set<TableName> standing = defined.computeIfAbsent(engine, any -> new HashSet<>());
        if (given.isEmpty() && code.isPresent()) {
            if (standing.add(table)) {
                engine.defineRows(table, code.get().columns(), code.get().rows());
            }
            return;
        }
        standing.remove(table);
        List<Column> columns = columns(example, table);
        List<Map<String, Object>> rows = given.map(node -> ExampleRows.given(table, columns, node, example.period()))
                .orElse(List.of());
        engine.defineRows(table, columns, inWindow(rows, window, example.period()));
    }

    /** As in a build, a model does not see months outside its window. */
    private static List<Map<String, Object>> inWindow(List<Map<String, Object>> rows, Window window, YearMonth built) {
        List<Map<String, Object>> seen = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Object period = row.get("period");
            if (period == null || window.contains(YearMonth.parse(period.toString()), built)) {
                seen.add(row);
            }
        }
        return seen;
    }

    private List<Column> columns(ModelExample example, TableName table) {
        Optional<List<Column>> declared = models.find(table)
                .map(Model::plainColumns)
                .or(() -> Optional.ofNullable(sources.get(table)))
                .or(() -> Optional.ofNullable(codes.get(table)).map(SmallTable::columns));
        List<String> names = new ArrayList<>();
        models.all().forEach(model -> names.add(model.table().toString()));
        sources.keySet().forEach(name -> names.add(name.toString()));
        codes.keySet().forEach(name -> names.add(name.toString()));
        return declared.orElseThrow(() -> new SetupException("%s reads %s, which nothing makes%s"
                .formatted(example.model(), table, NearestNames.hint(table.toString(), names))));
    }

    private static Optional<String> problem(
            Model model, ModelExample example, Engine engine, List<Map<String, Object>> found) {
        engine.defineRows(RESULT, model.plainColumns(), found);
        Map<String, Object> counts =
                engine.query(ModelSql.checked(model, RESULT.toString())).get(0);
        if (!ModelSql.isZero(counts, ModelSql.REPEATED) || !ModelSql.isZero(counts, ModelSql.MISSING)) {
            return Optional.of("The grain %s is not unique and not null:%n%s"
                    .formatted(model.grain(), TextRows.of(model.grain(), found)));
        }
        List<Map<String, Object>> expected = ExampleRows.typed(model.plainColumns(), example.expect());
        List<String> shown = shown(model, expected);
        TextRows wanted = TextRows.of(shown, expected);
        TextRows shownRows = TextRows.of(shown, found);
        return shownRows.equals(wanted)
                ? Optional.empty()
                : Optional.of("expected%n%s%nfound%n%s".formatted(wanted, shownRows));
    }

    /** The columns that the expected rows name, in the order of the model; the grain alone if they name none. */
    private static List<String> shown(Model model, List<Map<String, Object>> expected) {
        List<String> named = new ArrayList<>();
        for (Column column : model.plainColumns()) {
            if (expected.stream().anyMatch(row -> row.containsKey(column.name()))) {
                named.add(column.name());
            }
        }
        return named.isEmpty() ? model.grain() : named;
    }
}
