package org.zhigong.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

/** The order in which models have to run, so that each finds made what it reads. */
public final class ModelGraph {

    /** The layers in their order; what stands before staging is not made by models. */
    private static final Map<String, Integer> LAYERS =
            Map.of("raw", 0, "codes", 0, "run", 0, "staging", 1, "core", 2, "marts", 3);

    private final Map<TableName, Model> models = new TreeMap<>();
    private final Set<TableName> sources;
    private final Set<TableName> done = new LinkedHashSet<>();
    private final Set<TableName> open = new LinkedHashSet<>();

    private ModelGraph(Collection<Model> models, Collection<TableName> sources) {
        models.forEach(model -> this.models.put(model.table(), model));
        this.sources = new TreeSet<>(sources);
        this.sources.add(RunPeriod.TABLE);
    }

    /**
     * {@code models} in an order in which each follows all that it reads; the order depends on the models alone.
     *
     * @param sources the tables that are there without a model: raw tables, code lists
     * @throws SetupException if a model reads what nobody makes, reads from a later layer, or reads itself by a circle
     */
    public static List<Model> order(Collection<Model> models, Collection<TableName> sources) {
        ModelGraph graph = new ModelGraph(models, sources);
        graph.models.values().forEach(graph::visit);
        List<Model> order = new ArrayList<>();
        for (TableName table : graph.done) {
            @Nullable Model model = graph.models.get(table);
            if (model != null) {
                order.add(model);
            }
        }
        return List.copyOf(order);
    }

    private void visit(Model model) {
        TableName table = model.table();
        if (done.contains(table)) {
            return;
        }
        if (!open.add(table)) {
            throw circle(model);
        }
        for (TableName read : model.reads().keySet()) {
            checkLayer(model, read);
            @Nullable Model made = models.get(read);
            if (made != null) {
                visit(made);
            } else if (!sources.contains(read)) {
                throw nothing(model, read);
            }
        }
        open.remove(table);
        done.add(table);
    }

    private static void checkLayer(Model model, TableName read) {
        int own = rank(model, model.table());
        int other = rank(model, read);
        if (own == 0) {
            throw new SetupException("%s: the layer %s is not made by models: expected staging, core or marts"
                    .formatted(model.file(), model.table().layer()));
        }
        if (other > own) {
            throw new SetupException("%s: %s may not read from %s: %s is a later layer"
                    .formatted(model.file(), model.table(), read, read.layer()));
        }
    }

    private static int rank(Model model, TableName table) {
        @Nullable Integer rank = LAYERS.get(table.layer());
        if (rank == null) {
            throw new SetupException("%s: %s is in no layer: expected raw, codes, run, staging, core or marts%s"
                    .formatted(model.file(), table, NearestNames.hint(table.layer(), LAYERS.keySet())));
        }
        return rank;
    }

    private SetupException circle(Model model) {
        List<String> names = new ArrayList<>();
        for (TableName table : open) {
            if (table.equals(model.table()) || !names.isEmpty()) {
                names.add(table.toString());
            }
        }
        names.add(model.table().toString());
        return new SetupException(
                "%s: models read each other in a circle: %s".formatted(model.file(), String.join(" reads ", names)));
    }

    private SetupException nothing(Model model, TableName read) {
        List<String> known = new ArrayList<>();
        models.keySet().forEach(table -> known.add(table.toString()));
        sources.forEach(table -> known.add(table.toString()));
        return new SetupException("%s: %s reads %s, which no model, contract or code list makes%s"
                .formatted(model.file(), model.table(), read, NearestNames.hint(read.toString(), known)));
    }
}
