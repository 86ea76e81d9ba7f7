package org.zhigong.jobs.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.SetupException;

/** What the file of the briefing may say. */
class PlanTest {

    private static final List<String> INDICATORS = List.of("members", "workers", "union_density");
    private static final List<String> BREAKDOWNS = List.of("sex", "industry");
    private static final String WHOLE = """
            title: {zh: 简报, en: Briefing}
            headlines: [members, workers]
            trends: [members]
            districts: [union_density]
            attention:
              - title: {zh: 关注, en: Attention}
                indicators: [workers]
                chart: {indicator: workers, by: sex, order: position}
            quality: [workers]
            caveats:
              - {zh: 说明, en: Note}
            """;

    @TempDir
    private Path folder;

    @Test
    void namesIndicatorsAndHowTheyAreShown() throws IOException {
        Plan plan = read(WHOLE);

        assertThat(plan.indicators()).containsExactly("members", "union_density", "workers");
        assertThat(plan.attention().get(0).by().breakdown()).contains("sex");
        assertThat(plan.attention().get(0).by().inOrder()).isTrue();
        assertThat(read(WHOLE.replace("by: sex, order: position", "by: district"))
                        .attention()
                        .get(0)
                        .by())
                .isEqualTo(Plan.Grouping.DISTRICTS);
    }

    @Test
    void saysWhereItNamesWhatIsNotThere() {
        refused(
                WHOLE.replace("trends: [members]", "trends: [member]"),
                3,
                "there is no indicator 'member'; did you mean members?");
        refused(WHOLE.replace("by: sex", "by: sexes"), 8, "there is no breakdown 'sexes'; did you mean sex?");
        refused(WHOLE.replace("order: position", "order: size"), 8, "expected value or position");
    }

    @Test
    void holdsNoMoreThanPagesDo() {
        refused(
                WHOLE.replace("[union_density]", "[members, members, members, members, members]"),
                4,
                "5 things are more than a page holds: expected at most 4");
    }

    @Test
    void languagesAreKnownByTheirCodes() {
        assertThat(Language.of("en")).isEqualTo(Language.EN);
        assertThatThrownBy(() -> Language.of("english"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("Unknown language 'english': expected one of [zh, en]");
    }

    private void refused(String text, int line, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("briefing.yaml, line %d: ".formatted(line))
                .hasMessageContaining(message);
    }

    private Plan read(String text) throws IOException {
        Path file = folder.resolve("briefing.yaml");
        Files.writeString(file, text);
        return Plan.read(file, INDICATORS, BREAKDOWNS);
    }
}
