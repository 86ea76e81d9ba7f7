package org.zhigong.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.marts.Base;
import org.zhigong.marts.Indicator;
import org.zhigong.marts.IndicatorExample;
import org.zhigong.marts.IndicatorExamples;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** Every indicator gives on Spark what somebody computed by hand, as it does on DuckDB. */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorExamplesOnSparkTest {

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

    static Stream<Arguments> examples() {
        return Content.indicators().all().stream()
                .flatMap(indicator -> indicator.examples().stream().map(example -> Arguments.of(example, indicator)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anIndicatorGivesWhatSomebodyComputedByHand(IndicatorExample example, Indicator indicator) {
        Base base = Objects.requireNonNull(Content.BASES.get(indicator.base()));

        assertThat(new IndicatorExamples(engine, folder).differences(indicator, base, example))
                .isEmpty();
    }
}
