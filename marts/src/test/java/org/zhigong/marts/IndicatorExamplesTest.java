package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

/** Every indicator gives what somebody computed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorExamplesTest {

    private static final Map<TableName, Base> BASES =
            Base.among(Models.readLayer("marts", Path.of("models")).all());
    private static final Indicators INDICATORS = Indicators.read(Path.of("indicators"), BASES);

    @TempDir
    private static Path folder;

    private final Engine engine =
            EngineProvider.named("duckdb").open(new EngineSettings(2, 512, Path.of("target/spill")));

    @AfterAll
    void close() {
        engine.close();
    }

    static Stream<Arguments> examples() {
        return INDICATORS.all().stream()
                .flatMap(indicator -> indicator.examples().stream().map(example -> Arguments.of(example, indicator)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void holds(IndicatorExample example, Indicator indicator) {
        Base base = java.util.Objects.requireNonNull(BASES.get(indicator.base()));

        assertThat(new IndicatorExamples(engine, folder).differences(indicator, base, example))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} has an example")
    @MethodSource("ids")
    void everyIndicatorHasAnExample(String id) {
        assertThat(INDICATORS.named(id).examples()).isNotEmpty();
    }

    static List<String> ids() {
        return INDICATORS.all().stream().map(Indicator::id).toList();
    }
}
