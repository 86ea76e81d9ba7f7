package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.transform.ModelExample;
import org.zhigong.transform.ModelExamples;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** Runs every example below {@code marts/models}, which read tables of all layers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MartModelExamplesTest {

    private static final Content CONTENT = new Content(Path.of(".."));
    private static final Contracts CONTRACTS = CONTENT.contracts();
    private static final ModelExamples EXAMPLES = new ModelExamples(
            CONTENT.models(), Content.raw(CONTRACTS), CONTRACTS.codeLists().tables(Parameters.none()));

    private Engine engine;

    @BeforeAll
    void open(@TempDir Path spill) {
        engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, spill));
    }

    @AfterAll
    void close() {
        engine.close();
    }

    static List<ModelExample> examples() {
        return EXAMPLES.all().stream()
                .filter(example -> example.model().layer().equals("marts"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void showsWhatItsModelDoes(ModelExample example) {
        assertThat(EXAMPLES.run(example, engine)).isEmpty();
    }
}
