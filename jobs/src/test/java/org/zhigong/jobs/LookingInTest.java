package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
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
    void aTableShowsProtectedCellsOfAnyQueryAsProtectedAndLeavesOutColumnsThatSayNothing() {
        assertThat(place.zhigong(
                                "query",
                                "select place, value, persons, status, protection from figures"
                                        + " where protection = 'confidential' limit 1")
                        .ending(0)
                        .out()
                        .lines()
                        .skip(2))
                .singleElement()
                .asString()
                .matches("\\d+ +保密 confidential  保密 confidential  保密 confidential  confidential");
        assertThat(place.zhigong(
                                "query",
                                "select coverage_any_workers_lower, coverage_any_workers_status from coverage"
                                        + " where coverage_any_workers_status = 'confidential' limit 1")
                        .ending(0)
                        .out())
                .endsWith("保密 confidential           confidential\n");
        assertThat(place.zhigong(
                                "figures",
                                "--indicator",
                                "members",
                                "--place",
                                "110000",
                                "--period",
                                "2025-02",
                                "--breakdown",
                                "none")
                        .ending(0)
                        .out())
                .matches("""
                        period   place   place_name      value +numerator +denominator +status
                        ─.*
                        2025-02  110000  北京市 Beijing  [\\d,]+ +\\d+ +ok
                        """);
    }

    @Test
    void csvAndJsonOfFiguresHoldNumbersAsTheyAre() {
        String[] asked = {"figures", "--indicator", "union_density", "--place", "110000", "--period", "2025-02"};
        String[] csv = append(asked, "--breakdown", "none", "--format", "csv");
        String[] json = append(asked, "--breakdown", "none", "--format", "json");

        String[] lines = place.zhigong((Object[]) csv).ending(0).out().split("\n", -1);
        JsonNode figure = place.zhigong((Object[]) json).ending(0).json().path(0);

        List<String> header = List.of(lines[0].split(",", -1));
        List<String> row = List.of(lines[1].split(",", -1));
        for (String name : List.of("value", "numerator", "denominator", "persons")) {
            assertThat(row.get(header.indexOf(name)))
                    .as(name)
                    .isEqualTo(figure.path(name).asText());
        }
    }

    private static String[] append(String[] words, String... more) {
        return java.util.stream.Stream.of(words, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void aQueryStatesItsLimitAndSaysWhereItIsWrong() {
        Workplace.Outcome cut =
                place.zhigong("query", "--rows", "2", "--format", "csv", "select 1 as a, 2 as a from figures");

        assertThat(cut.ending(0).out()).isEqualTo("a,a_1\n1,2\n1,2\n");
        assertThat(cut.err()).isEqualTo("只显示前 2 行 / Only the first 2 rows are shown; --rows shows more\n");
        assertThat(place.zhigong("query", "--format", "json", "select * from figures where false")
                        .out())
                .isEqualTo("[]\n");
        assertThat(place.zhigong("query", "selec 1").ending(2).err()).isEqualTo("""
                zhigong: Cannot run this query: Parser Error: syntax error at or near "selec"

                LINE 1: selec 1
                        ^^^^^
                """);
        assertThat(place.zhigong("query", "select * from marts.figure")
                        .ending(2)
                        .err())
                .endsWith("""

                        LINE 1: select * from marts.figure
                                              ^^^^^^^^^^^^
                        """)
                .contains("Did you mean \"figures\"");
        assertThat(place.zhigong("query", ";").ending(2).err())
                .isEqualTo(
                        "zhigong: The query is empty: expected a select, such as \"select * from marts.indicators\"\n");
    }

    @Test
    void aQueryThatNeedsTooMuchEndsWithItsLimits() {
        Workplace small = place.copiedTo(shared.resolve("small"));
        small.environment.put("ZHIGONG_MEMORY_MIB", "128");

        assertThat(small.zhigong("query", "select list(range) from range(90000000)")
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: The query is too large: it needs more than 128 MiB of memory and 512 MiB of"
                        + " scratch disk. Narrow it with where, or raise ZHIGONG_MEMORY_MIB\n");
        assertThat(place.zhigong("query", "--rows", "30000", "select * from range(30000)")
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: The answer has more than 20000 rows, too many for a table: use --format csv, or a"
                        + " smaller --rows\n");
    }

    @Test
    void nothingCanBeWrittenOrReadBesidesTheRelease() {
        for (String statement : List.of(
                "create table mine as select 1",
                "insert into figures select * from figures",
                "drop table figures",
                "attach '/tmp/other.db'",
                "copy figures to '/tmp/figures.csv'",
                "set lock_configuration = false",
                "/* so */ delete from figures",
                "call pragma_version()")) {
            String word = statement.replace("/* so */ ", "").split(" ", 2)[0];
            assertThat(place.zhigong("query", statement).ending(2).err())
                    .isEqualTo(
                            "zhigong: Cannot run this statement: a release is read-only; expected a select, found '%s'\n"
                                    .formatted(word));
        }
        assertThat(place.zhigong("query", "select * from read_text('/etc/hostname')")
                        .ending(2)
                        .err())
                .contains("file system operations are disabled");
        assertThat(place.zhigong("query", "select 1; drop table marts.figures")
                        .ending(2)
                        .err())
                .contains("syntax error at or near \";\"");
        assertThat(place.zhigong("query", "select 1; set memory_limit = '99GB'")
                        .ending(2)
                        .err())
                .contains("syntax error at or near \";\"");
        assertThat(place.zhigong("query", "show tables; set memory_limit = '99GB'")
                        .ending(2)
                        .err())
                .contains("the configuration has been locked");
    }

    @Test
    void aShellAnswersStatementsOverSeveralLinesAndRemembersThem() throws IOException {
        String talk = shell("""
                select count(*) as open_ones
                from figures where protection = 'open' and indicator = 'members' and place = '110000'
                  and breakdown = 'none' and period = '2025-02' and place_scheme = 'geo';
                selec 1;
                drop table figures;
                select * from read_text('/etc/hostname');
                .places 朝阳区
                .colums figures
                .quit
                """);

        assertThat(talk)
                .startsWith("发布 / Release %s · 合成数据 SYNTHETIC · 只读 / read-only · .help 帮助\n".formatted(place.current()))
                .contains(
                        "open_ones\n─────────\n        1\n",
                        "LINE 1: selec 1",
                        "Cannot run this statement: a release is read-only; expected a select, found 'drop'\n",
                        "file system operations are disabled",
                        "110105  geo           district     朝阳区   Chaoyang District\n",
                        "Unknown command '.colums figures': .help lists those that there are\n");
        assertThat(Files.readString(shared.resolve("history"))).contains("selec 1;", "open_ones");
    }

    @Test
    void aShellCompletesTablesColumnsIndicatorsAndPlaces() {
        try (OpenRelease release = OpenRelease.current(settings())) {
            ShellNames names = ShellNames.of(release);

            assertThat(completed(names, "select * from cove")).contains("coverage");
            assertThat(completed(names, "select * from marts.fig"))
                    .contains("figures")
                    .doesNotContain("indicator");
            assertThat(completed(names, "select fin from figures", 10)).contains("finality");
            assertThat(completed(names, "select figures.")).contains("finality").doesNotContain("coverage");
            assertThat(completed(names, "select * from figures where indicator = 'union_"))
                    .contains("union_density", "110105", "2025-02")
                    .doesNotContain("coverage");
        }
    }

    private static List<String> completed(ShellNames names, String line) {
        return completed(names, line, line.length());
    }

    private static List<String> completed(ShellNames names, String line, int cursor) {
        List<Candidate> candidates = new ArrayList<>();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal("", new ByteArrayOutputStream()))
                .build();
        names.complete(reader, new StatementParser().parse(line, cursor, Parser.ParseContext.COMPLETE), candidates);
        return candidates.stream().map(Candidate::value).toList();
    }

    private static String shell(String typed) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (OpenRelease release = OpenRelease.current(settings());
                Terminal terminal = terminal(typed, shown)) {
            new Shell(release, terminal, shared.resolve("history"), 10).run();
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Terminal terminal(String typed, ByteArrayOutputStream shown) {
        try {
            return new DumbTerminal(
                    "test",
                    "dumb",
                    new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                    shown,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings settings() {
        return Settings.from(place.environment, shared, 2, 4_096);
    }

    @Test
    void namesWhatWasPerhapsMeant() {
        String release = place.current();

        assertThat(place.zhigong("figures", "--indicator", "coverage_any_worker")
                        .ending(2)
                        .err())
                .isEqualTo(("zhigong: Unknown indicator 'coverage_any_worker' in release %s; did you mean"
                                + " coverage_any_workers (集体合同职工覆盖率 Workers covered by a collective agreement) or"
                                + " coverage_any_workers_workplace (集体合同职工覆盖率（用工单位口径） Workers covered by a"
                                + " collective agreement, at the workplace) or coverage_wage_workers (工资专项集体合同职工覆盖率"
                                + " Workers covered by a wage agreement)?\n")
                        .formatted(release));
        assertThat(place.zhigong("figures", "--indicator", "members", "--place", "朝阳区")
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: Unknown place '朝阳区' in release %s; did you mean 110105 (朝阳区 Chaoyang District)?\n"
                        .formatted(release));
        assertThat(place.zhigong("figures", "--indicator", "members", "--period", "2024-01")
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: Unknown period '2024-01' in release %s, which has 2025-01 to 2025-02\n"
                        .formatted(release));
        assertThat(place.zhigong("figures", "--indicator", "members", "--release", "2025-02")
                        .ending(2)
                        .err())
                .isEqualTo(
                        "zhigong: There is no release '2025-02' in %s; did you mean %s?; 'zhigong releases' lists those that are there\n"
                                .formatted(place.home, release));
    }

    @Test
    void saysWhyAnIndicatorHasNoFigureThere() {
        String in = "in release " + place.current();

        assertThat(place.zhigong("figures", "--indicator", "members", "--place", "100000")
                        .ending(2)
                        .err())
                .isEqualTo(
                        "zhigong: Indicator members has no figure at place 100000 %s: it stands at the levels city, district, street\n"
                                .formatted(in));
        assertThat(place.zhigong("figures", "--indicator", "workers", "--breakdown", "sex")
                        .ending(2)
                        .err())
                .startsWith("zhigong: Indicator workers is not broken down by sex %s: expected one of ".formatted(in));
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
                "shell",
                "figures",
                "workbook",
                "briefing")) {
            assertThat(help).contains(command);
            assertThat(place.zhigong(command, "--help").ending(0).out()).contains("Usage: zhigong " + command);
        }
    }
}
