package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.transform.DeliveryBook;
import org.zhigong.transform.ModelExample;
import org.zhigong.transform.ModelExamples;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SmallTable;

/** Runs every example below {@code marts/models}; a new base or example needs nothing here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseExamplesTest {

    private static final Contracts CONTRACTS = Contracts.read(Path.of("../ingest/feeds"), Path.of("../ingest/codes"));
    private static final Models MODELS =
            Models.readLayers(Path.of("../transform/models")).and(Models.readLayer("marts", Path.of("models")));

    private final ModelExamples examples =
            new ModelExamples(MODELS, Map.of(CellTable.FIGURES, CellTable.FIGURE_COLUMNS), given());
    private final Engine engine =
            EngineProvider.named("duckdb").open(new EngineSettings(1, 512, Path.of("target/spill")));

    /** What is there beside the models' own tables: code lists, the calendar of feeds, and the books of deliveries. */
    private static List<SmallTable> given() {
        List<SmallTable> given = new ArrayList<>(CONTRACTS.codeLists().tables(Parameters.none()));
        given.add(CONTRACTS.calendar());
        given.addAll(DeliveryBook.empty());
        return given;
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void showsWhatItsModelDoes(ModelExample example) {
        assertThat(examples.run(example, engine)).isEmpty();
    }

    List<ModelExample> examples() {
        return examples.all().stream()
                .filter(example -> example.model().layer().equals("marts"))
                .toList();
    }
}
