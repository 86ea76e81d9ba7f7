package org.zhigong.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.transform.ModelExample;
import org.zhigong.transform.ModelExamples;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** The one text of every model makes on Spark what its examples say, as it does on DuckDB. */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelExamplesOnSparkTest {

    private static final ModelExamples EXAMPLES = Content.modelExamples();

    @TempDir
    private static Path folder;

    private Engine engine;

    @BeforeAll
    void open() {
        engine = EngineProvider.named("spark").open(new EngineSettings(1, 1024, folder.resolve("spill")));
    }

    @AfterAll
    void close() {
        engine.close();
    }

    static List<ModelExample> examples() {
        return EXAMPLES.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aModelDoesWhatItsExampleShows(ModelExample example) {
        assertThat(EXAMPLES.run(example, engine)).isEmpty();
    }
}
