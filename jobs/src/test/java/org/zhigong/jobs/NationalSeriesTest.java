package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published national numbers: from the file that the project ships, through ingest and build, to a release. */
class NationalSeriesTest {

    private static final Path SHIPPED = Path.of("../ingest/national/national_series_00_202412_20250630.csv");

    /** The published tables by the words of their columns, with what one unit of a column is. */
    private static final Map<String, String> UNIONS = Map.of(
            "全国已建工会组织的基层单位的会员人数", "union_members",
            "全国已建工会组织的基层单位的女会员人数", "union_women_members",
            "全国已建工会组织的基层单位的女职工数", "unionised_women_workers",
            "全国已建工会组织的基层单位的职工数", "unionised_workers",
            "工会专职工作人员人数", "union_full_time_staff",
            "工会基层组织数", "union_organisations");

    @TempDir
    private static Path folder;

    private static Workplace place;

    @BeforeAll
    static void release() throws IOException {
        place = new Workplace(folder);
        Path inbox = Files.createDirectories(place.inbox.resolve("national_series"));
        Files.copy(SHIPPED, inbox.resolve(SHIPPED.getFileName()));
        place.run("2025-12").ending(0);
    }

    private static JsonNode figure(String indicator, String year) {
        JsonNode figures = place.zhigong(
                        "figures", "--indicator", indicator, "--place", "100000", "--period", year, "--format", "json")
                .ending(0)
                .json();
        assertThat(figures).hasSize(1);
        return figures.get(0);
    }

    private static String shown(JsonNode figure) {
        return "%s / %s, %s, %s"
                .formatted(
                        figure.get("numerator").asLong(),
                        figure.get("denominator").asLong(),
                        figure.get("status").asText(),
                        figure.get("protection").asText());
    }

    @Test
    void arbitrationClosed95Point2PercentIn2014() {
        JsonNode figure = figure("national_arbitration_clearance_rate", "2014");

        assertThat(shown(figure)).isEqualTo("711044 / 746959, published, open");
        assertThat(figure.get("value").asDouble()).isCloseTo(0.952, within(0.0005));
    }

    @Test
    void membersWere96Point1PercentOfWorkersInUnionisedUnitsIn2013() {
        JsonNode figure = figure("national_membership_in_unionised", "2013");

        assertThat(shown(figure)).isEqualTo("287869000 / 299462000, published, open");
        assertThat(figure.get("value").asDouble()).isCloseTo(0.961, within(0.0005));
    }

    @Test
    void fullTimeStaffWere3Point86PerMilleIn2014() {
        JsonNode figure = figure("national_full_time_staff_ratio", "2014");

        assertThat(shown(figure)).isEqualTo("1155000 / 299309000, published, open");
        assertThat(figure.get("value").asDouble()).isCloseTo(3.86, within(0.005));
        assertThat(place.zhigong(
                                "figures",
                                "--indicator",
                                "national_full_time_staff_ratio",
                                "--place",
                                "100000",
                                "--period",
                                "2014")
                        .ending(0)
                        .out())
                .contains("3.86 ‰");
    }

    @Test
    void aYearWithoutOneOfThePartsHasNoFigure() {
        assertThat(place.zhigong(
                                "query",
                                "select count(*) as years, min(period) as first, max(period) as last from marts.figures"
                                        + " where indicator = 'national_full_time_staff_ratio'",
                                "--format",
                                "csv")
                        .ending(0)
                        .out())
                // 1979 to 2014 without 2001, whose staff was not published, and 2020.
                .endsWith("36,1979,2020\n");
    }

    @Test
    void theReleaseSaysWhereTheSeriesBreak() {
        assertThat(place.zhigong(
                                "query",
                                "select affects, valid_from, name_en from marts.series_breaks"
                                        + " where affects = 'national_collective_dispute_share'",
                                "--format",
                                "csv")
                        .ending(0)
                        .out())
                .contains(
                        "national_collective_dispute_share,2008-05-01,A dispute is collective with 10 workers or more instead of 3");
    }

    @Test
    void everyValueIsAsItWasPublished() throws IOException {
        Optional<Path> published = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/nbs_national"))
                .filter(Files::isDirectory)
                .findFirst();
        String reason = "no shared/data/nbs_national beside the project: the shipped values are not compared";
        if (published.isEmpty()) {
            System.out.println("NationalSeriesTest skipped one test: " + reason);
        }
        assumeTrue(published.isPresent(), reason);

        Map<String, Long> shipped = new TreeMap<>();
        for (String line : Files.readAllLines(SHIPPED)) {
            String[] cells = line.split(",", -1);
            if (cells[3].equals("nbs_unions") || cells[3].equals("nbs_disputes")) {
                shipped.put(cells[0] + " " + cells[1].substring(0, 4), Long.valueOf(cells[2]));
            }
        }
        List<Long> disputes = values(published.get().resolve("劳动争议处理情况.csv"), Map.of(), 1).values().stream()
                .sorted()
                .toList();
        Map<String, Long> unions = values(published.get().resolve("工会组织情况.csv"), UNIONS, 10_000);

        assertThat(shipped).containsAllEntriesOf(unions);
        shipped.keySet().removeAll(unions.keySet());
        assertThat(shipped.values().stream().sorted().toList()).isEqualTo(disputes);
        assertThat(shipped)
                .containsEntry("disputes_closed 2014", 711_044L)
                .containsEntry("disputes_pending_at_start 2014", 31_796L)
                .containsEntry("disputes_accepted 2014", 715_163L)
                .containsEntry("disputes_accepted_collective 2008", 21_880L);
    }

    /** The values of a published table by series and year; a series of no other name is called as in the table. */
    private static Map<String, Long> values(Path file, Map<String, String> names, int unit) throws IOException {
        Map<String, Long> values = new TreeMap<>();
        List<String> header = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = List.of(line.split(",", -1));
            if (header.isEmpty()) {
                header.addAll(cells);
                continue;
            }
            for (int i = 1; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    String name = names.getOrDefault(header.get(i), header.get(i));
                    BigDecimal value = new BigDecimal(cells.get(i)).multiply(BigDecimal.valueOf(unit));
                    values.put(name + " " + cells.get(0).substring(0, 4), value.longValueExact());
                }
            }
        }
        return values;
    }
}
