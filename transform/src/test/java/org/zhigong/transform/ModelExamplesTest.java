package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

/** Runs every example below {@code transform/models}; a new model or example needs nothing here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelExamplesTest {

    private static final Contracts CONTRACTS = Contracts.read(Path.of("../ingest/feeds"), Path.of("../ingest/codes"));

    private final ModelExamples examples = new ModelExamples(
            Models.readLayers(Path.of("models")), raw(), CONTRACTS.codeLists().tables(Parameters.none()));

    private Engine engine;

    @BeforeAll
    void openTheEngine(@TempDir Path spill) {
        engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, spill));
    }

    @AfterAll
    void closeTheEngine() {
        engine.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void showsWhatItsModelDoes(ModelExample example) {
        assertThat(examples.run(example, engine)).isEmpty();
    }

    List<ModelExample> examples() {
        return examples.all();
    }

    private static Map<TableName, List<Column>> raw() {
        Map<TableName, List<Column>> raw = new HashMap<>();
        for (String feed : CONTRACTS.feeds()) {
            raw.put(new TableName("raw", feed), CONTRACTS.contract(feed).keptColumns());
        }
        return raw;
    }
}
