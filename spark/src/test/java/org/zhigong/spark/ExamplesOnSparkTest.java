package org.zhigong.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.marts.Base;
import org.zhigong.marts.Indicator;
import org.zhigong.marts.IndicatorExample;
import org.zhigong.marts.IndicatorExamples;
import org.zhigong.marts.Indicators;
import org.zhigong.transform.ModelExample;
import org.zhigong.transform.ModelExamples;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

/** The one text of every model and indicator gives on Spark what its examples say, as it does on DuckDB. */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesOnSparkTest {

    private static final Path ROOT = Path.of("..");
    private static final Models MODELS = Models.readLayers(ROOT.resolve("transform/models"))
            .and(Models.readLayer("marts", ROOT.resolve("marts/models")));
    private static final Map<TableName, Base> BASES = Base.among(MODELS.all());
    private static final Indicators INDICATORS = Indicators.read(ROOT.resolve("marts/indicators"), BASES);
    private static final ModelExamples EXAMPLES = examplesOfModels();

    @TempDir
    private static Path folder;

    private Engine engine;

    @BeforeAll
    void open() {
        engine = EngineProvider.named("spark").open(new EngineSettings(2, 1024, folder.resolve("spill")));
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private static ModelExamples examplesOfModels() {
        Contracts contracts = Contracts.read(ROOT.resolve("ingest/feeds"), ROOT.resolve("ingest/codes"));
        Map<TableName, List<Column>> raw = new TreeMap<>();
        contracts
                .feeds()
                .forEach(feed -> raw.put(
                        new TableName("raw", feed), contracts.contract(feed).keptColumns()));
        return new ModelExamples(MODELS, raw, contracts.codeLists().tables(Parameters.none()));
    }

    static List<ModelExample> models() {
        return EXAMPLES.all();
    }

    static Stream<Arguments> indicators() {
        return INDICATORS.all().stream()
                .flatMap(indicator -> indicator.examples().stream().map(example -> Arguments.of(example, indicator)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aModelDoesWhatItsExampleShows(ModelExample example) {
        assertThat(EXAMPLES.run(example, engine)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indicators")
    void anIndicatorGivesWhatSomebodyComputedByHand(IndicatorExample example, Indicator indicator) {
        Base base = Objects.requireNonNull(BASES.get(indicator.base()));

        assertThat(new IndicatorExamples(engine, folder).differences(indicator, base, example))
                .isEmpty();
    }
}
