package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dictionary that goes out with each release, as its readers open it. */
class DictionaryRouteTest {

    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void isWholeStandsAloneIsTakenOverAndSaysWhatChanged() throws IOException {
        Workplace place = new Workplace(folder).deliver(Workplace.city(), LocalDate.of(2026, 12, 31));
        place.run("2025-01").ending(0);
        String first = place.current();

        assertThatItIsWhole(place, first);
        assertThatThePageStandsAlone(text(place, first, "dictionary/index.html"));
        assertThat(text(place, first, "dictionary/changes.md")).endsWith("none, this is the first\n\n无 None\n");

        place.run("2025-02").ending(0);
        String second = place.current();

        assertThat(dictionary(place, second)).isEqualTo(dictionary(place, first));
        assertThat(text(place, second, "dictionary/changes.md")).endsWith(first + "\n\n无 None\n");

        Path indicator = place.ownContent().resolve("marts/indicators/union_density.yaml");
        Files.writeString(indicator, Files.readString(indicator).replace("better: up", "better: down"));
        place.run("2025-03").ending(0);

        assertThat(text(place, place.current(), "dictionary/changes.md"))
                .endsWith(second + "\n\n- 指标 Indicators `union_density` 变更 changed: Better\n");
        assertThat(dictionary(place, place.current())).isNotEqualTo(dictionary(place, second));
    }

    /** The files that say something of content alone. */
    private static Map<String, String> dictionary(Workplace place, String release) {
        Map<String, String> files = new TreeMap<>(place.hashes(release));
        files.keySet().removeIf(name -> !name.matches("llms.txt|dictionary/(index|dictionary|source)\\..*"));
        assertThat(files).hasSize(5);
        return files;
    }

    private static void assertThatItIsWhole(Workplace place, String release) throws IOException {
        JsonNode dictionary = new ObjectMapper().readTree(text(place, release, "dictionary/dictionary.json"));
        JsonNode columns = place.zhigong(
                        "query",
                        "--rows",
                        "100000",
                        "--format",
                        "json",
                        "select table_name, column_name from duckdb_columns() where schema_name = 'marts'")
                .json();
        assertThat(columns).isNotEmpty();
        String words = text(place, release, "dictionary/dictionary.md") + text(place, release, "llms.txt");
        for (JsonNode column : columns) {
            JsonNode table = dictionary
                    .path("released")
                    .path("marts." + column.path("table_name").asText());
            assertThat(table.path("rows").findValuesAsText("Column"))
                    .as(column.toString())
                    .contains(column.path("column_name").asText());
            assertThat(words)
                    .contains("`marts.%s`".formatted(column.path("table_name").asText()));
        }
        dictionary.path("indicator").properties().forEach(indicator -> {
            JsonNode facts = indicator.getValue().path("facts");
            for (String fact : new String[] {"Definition", "Formula", "Source in law", "Owners of the data", "Grade"}) {
                assertThat(facts.has(fact)).as(indicator.getKey() + " " + fact).isTrue();
            }
            assertThat(words).contains("- %s: ".formatted(indicator.getKey()));
        });
    }

    private static void assertThatThePageStandsAlone(String page) {
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:|//)").doesNotContain("@import", "url(");
        var anchors =
                ANCHOR.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var broken = new TreeSet<>(
                LINK.matcher(page).results().map(found -> found.group(1)).toList());
        broken.removeAll(anchors);
        assertThat(broken).isEmpty();
    }

    private static String text(Workplace place, String release, String name) throws IOException {
        return Files.readString(place.home.resolve("releases").resolve(release).resolve(name));
    }
}
