package org.zhigong.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.marts.Base;
import org.zhigong.marts.CellTable;
import org.zhigong.marts.Indicators;
import org.zhigong.transform.DeliveryBook;
import org.zhigong.transform.ModelExamples;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/** Every model and indicator of the repository. */
final class Content {

    private static final Path ROOT = Path.of("..");

    static final Models MODELS = Models.readLayers(ROOT.resolve("transform/models"))
            .and(Models.readLayer("marts", ROOT.resolve("marts/models")));
    static final Map<TableName, Base> BASES = Base.among(MODELS.all());

    private Content() {}

    static Indicators indicators() {
        return Indicators.read(ROOT.resolve("marts/indicators"), BASES);
    }

    static ModelExamples modelExamples() {
        Contracts contracts = Contracts.read(ROOT.resolve("ingest/feeds"), ROOT.resolve("ingest/codes"));
        Map<TableName, List<Column>> sources = new TreeMap<>();
        contracts
                .feeds()
                .forEach(feed -> sources.put(
                        new TableName("raw", feed), contracts.contract(feed).keptColumns()));
        sources.put(CellTable.FIGURES, CellTable.FIGURE_COLUMNS);
        List<SmallTable> given = new ArrayList<>(contracts.codeLists().tables(Parameters.none()));
        given.add(contracts.calendar());
        given.addAll(DeliveryBook.empty());
        return new ModelExamples(MODELS, sources, given);
    }
}
