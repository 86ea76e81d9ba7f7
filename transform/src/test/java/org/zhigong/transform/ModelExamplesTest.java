package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** Runs every example below {@code transform/models}; a new model or example needs nothing here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelExamplesTest {

    private static final Path MODELS = Path.of("models");

    private final ModelExamples examples = new ModelExamples(
            Files.exists(MODELS) ? Models.readLayers(MODELS) : Models.none(), Sources.read(), List.of());

    private Engine engine;

    @BeforeAll
    void openTheEngine(@TempDir Path spill) {
        engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, spill));
    }

    @AfterAll
    void closeTheEngine() {
        engine.close();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("examples")
    void showsWhatItsModelDoes(ModelExample example) {
        assertThat(examples.run(example, engine)).isEmpty();
    }

    List<ModelExample> examples() {
        return examples.all();
    }
}
