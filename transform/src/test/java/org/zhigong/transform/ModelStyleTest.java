package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules for the looks of SQL; what engines do not share is refused when models are read. */
class ModelStyleTest {

    private static final int LONGEST_LINE = 100;

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void followsTheHouseRules(Path file, Model model) {
        assertThat(model.sql())
                .as("%s", file)
                .startsWith("-- One row per ")
                .endsWith("\n")
                .doesNotContain("\t");
        assertThat(model.sql().lines())
                .as("%s", file)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE));
        assertThat(SqlTokens.of(model.sql()))
                .as("words of %s", file)
                .filteredOn(SqlToken::isWord)
                .extracting(SqlToken::text)
                .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    }

    static List<Object[]> models() {
        Models models = Models.readLayers(Path.of("models")).and(Models.readLayer("marts", Path.of("../marts/models")));
        return models.all().stream()
                .map(model -> new Object[] {model.file(), model})
                .toList();
    }
}
