package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands answer that only look: in the shapes that scripts rely on, and in tables that people read. */
class LookingInTest {

    @TempDir
    private static Path shared;

    private static Workplace place;
    private static JsonNode intake;

    @BeforeAll
    static void closeAMonth() {
        place = new Workplace(shared.resolve("place")).deliver(Workplace.city("some"), LocalDate.of(2026, 12, 31));
        intake = place.zhigong("ingest", "--inbox", place.inbox, "--json").json();
        place.run("2025-02").ending(0);
    }

    @Test
    void reportsOfEveryFileWhatBecameOfItsRows() {
        assertThat(intake.path("files")).isNotEmpty();
        for (JsonNode file : intake.path("files")) {
            assertThat(file.path("verdict").asText()).isIn("accepted", "held", "rejected", "duplicate");
            assertThat(file.path("rows_read").asLong())
                    .as(file.path("file").asText())
                    .isEqualTo(file.path("accepted").asLong()
                            + file.path("quarantined").asLong()
                            + file.path("dropped").asLong());
            assertThat(file.path("sha256").asText()).hasSize(64);
            assertThat(file.path("reasons").isObject()).isTrue();
        }
    }

    @Test
    void listsEveryQuarantinedRow() {
        long rows = 0;
        for (JsonNode file : intake.path("files")) {
            rows += file.path("verdict").asText().equals("rejected")
                    ? 0
                    : file.path("quarantined").asLong();
        }

        JsonNode findings =
                place.zhigong("quarantine", "--format", "json").ending(0).json();

        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(finding.path("file").asText() + " "
                + finding.path("source_sheet").asText() + " "
                + finding.path("source_line").asLong()));
        assertThat(lines.stream().distinct().count()).isEqualTo(rows).isPositive();
        for (JsonNode finding : findings) {
            assertThat(finding.path("reason_zh").asText())
                    .as(finding.toString())
                    .isNotEmpty();
            assertThat(finding.path("reason_en").asText())
                    .as(finding.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void narrowsTheQuarantine() {
        String all = place.zhigong("quarantine", "--summary", "--format", "csv")
                .ending(0)
                .out();
        String[] row = all.lines().skip(1).findFirst().orElseThrow().split(",", -1);

        JsonNode narrowed = place.zhigong(
                        "quarantine", "--feed", row[0], "--deliverer", row[1], "--reason", row[2], "--format", "json")
                .ending(0)
                .json();

        assertThat(narrowed).isNotEmpty();
        narrowed.forEach(finding -> assertThat(finding.path("reason").asText()).isEqualTo(row[2]));
        place.zhigong("quarantine", "--feed", "member").ending(2);
        place.zhigong("quarantine", "--reason", "NO_SUCH").ending(2);
        place.zhigong("quarantine", "--deliverer", "990000").ending(2);
    }

    @Test
    void answersFiguresAsScriptsReadThem() {
        JsonNode figures = place.zhigong(
                        "figures",
                        "--indicator",
                        "union_density",
                        "--place",
                        "110000",
                        "--period",
                        "2025-02",
                        "--breakdown",
                        "none",
                        "--format",
                        "json")
                .ending(0)
                .json();

        assertThat(figures).hasSize(1);
        JsonNode figure = figures.path(0);
        assertThat(figure.fieldNames())
                .toIterable()
                .contains(
                        "indicator",
                        "place",
                        "period",
                        "breakdown",
                        "numerator",
                        "denominator",
                        "value",
                        "lower",
                        "upper",
                        "unit",
                        "status",
                        "protection");
        assertThat(figure.path("value").asDouble())
                .isEqualTo(figure.path("numerator").asDouble()
                        / figure.path("denominator").asDouble());
        assertThat(place.zhigong("figures", "--indicator", "union_density", "--place", "110000")
                        .ending(0)
                        .out())
                .contains("%");
    }

    @Test
    void showsProtectedFiguresAsProtected() {
        assertThat(place.zhigong("figures", "--indicator", "members", "--period", "2025-02")
                        .ending(0)
                        .out())
                .contains("保密 confidential");
        assertThat(place.zhigong(
                                "query",
                                "--format",
                                "csv",
                                "select count(*) from marts.figures where protection = 'confidential'"
                                        + " and (numerator is not null or value is not null or lower is not null"
                                        + " or persons is not null or employers is not null or status is not null)")
                        .ending(0)
                        .out())
                .endsWith("\n0\n");
    }

    @Test
    void saysWhatTheHomeHolds() {
        JsonNode status = place.zhigong("status", "--json").ending(0).json();

        assertThat(status.path("release").asText()).startsWith("2025-02-");
        assertThat(status.path("figures").asLong()).isPositive();
        assertThat(status.path("batches").asLong()).isPositive();
        assertThat(status.path("rejected")).isNotEmpty();
        status.path("rejected").forEach(file -> assertThat(file.path("codes")).isNotEmpty());
        assertThat(status.path("warnings")).isEmpty();
        assertThat(place.zhigong("status").ending(0).out()).contains("合成数据 SYNTHETIC", "Rejected files");
    }

    @Test
    void warnsWhenTheKeyIsMissing() {
        Workplace keyless = place.copiedTo(shared.resolve("keyless"));
        Workplace.delete(keyless.folder.resolve("keys"));

        assertThat(keyless.zhigong("status", "--json").ending(0).json().path("warnings"))
                .isNotEmpty();
        assertThat(keyless.run("2025-02").ending(2).err()).contains("Missing person key", "backup");
    }

    @Test
    void checksAFileWithoutAHome() throws IOException {
        Path file = Workplace.files(place.inbox.resolve("members")).stream()
                .filter(each -> each.toString().endsWith(".csv"))
                .findFirst()
                .orElseThrow();
        Path alone = Files.createDirectories(shared.resolve("alone"));
        Workplace elsewhere = new Workplace(alone);

        JsonNode checked = elsewhere.zhigong("check", "--json", file).json();

        assertThat(elsewhere.home).doesNotExist();
        for (JsonNode ingested : intake.path("files")) {
            if (ingested.path("file").asText().equals(file.getFileName().toString())) {
                for (String field : List.of("verdict", "rows_read", "accepted", "quarantined", "dropped", "reasons")) {
                    assertThat(checked.path(field)).as(field).isEqualTo(ingested.path(field));
                }
            }
        }
    }

    @Test
    void helpsWithEveryCommand() {
        String help = place.zhigong("help").ending(0).out();
        for (String command : List.of(
                "demo",
                "generate",
                "run",
                "ingest",
                "build",
                "publish",
                "rollback",
                "accept",
                "status",
                "releases",
                "clean",
                "check",
                "quarantine",
                "repair",
                "list",
                "query",
                "figures")) {
            assertThat(help).contains(command);
            assertThat(place.zhigong(command, "--help").ending(0).out()).contains("Usage: zhigong " + command);
        }
    }
}
