package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhigong.warehouse.SetupException;

class SettingsTest {

    private static final Path USER = Path.of("user");

    @Test
    void hasDefaults() {
        assertThat(Settings.from(Map.of(), USER, 2, 8000))
                .isEqualTo(new Settings(Path.of("zhigong-home"), Path.of("user/.zhigong/keys"), Path.of("."), 2, 4000));
    }

    @Test
    void takesExplicitValues() {
        Map<String, String> environment = Map.of(
                "ZHIGONG_HOME",
                "h",
                "ZHIGONG_KEYS",
                "k",
                "ZHIGONG_CONTENT",
                "c",
                "ZHIGONG_THREADS",
                "1",
                "ZHIGONG_MEMORY_MIB",
                "900");

        assertThat(Settings.from(environment, USER, 2, 8000))
                .isEqualTo(new Settings(Path.of("h"), Path.of("k"), Path.of("c"), 1, 900));
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThatThrownBy(() -> Settings.from(Map.of("ZHIGONG_THREADS", "many"), USER, 2, 8000))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "Invalid environment variable ZHIGONG_THREADS: expected a whole number of at least 1, found 'many'");
    }
}
