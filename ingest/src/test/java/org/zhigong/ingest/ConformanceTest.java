package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Verdict;
import org.zhigong.warehouse.YamlNode;

/**
 * Runs every case below {@code conformance}: small files with defects, each with its verdict to the row, and what a
 * check says about them beforehand.
 */
class ConformanceTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final int MOST_FINDINGS = 100_000;
    private static final String OPTIONAL = "COL_MISSING_OPT";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Workshop strict;
    private static Workshop lenient;

    @BeforeAll
    static void open() {
        strict = Workshop.strict(shared);
        lenient = Workshop.lenient(shared);
    }

    @AfterAll
    static void close() {
        strict.close();
        lenient.close();
    }

    static Stream<ConformanceCase> cases() {
        return ConformanceCase.all(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsAsTheCaseSays(ConformanceCase example) throws IOException {
        Workshop workshop = example.isStrict() ? strict : lenient;
        Home home = new Home(folder.resolve("home"));

        Arrival arrival = Arrival.of(example.write(folder.resolve("inbox")));
        List<Inspection> inspections = workshop.ingest().inspectAll(arrival, MOST_FINDINGS);
        List<FileReport> reports = workshop.ingest().deliver(home, arrival);

        assertThat(reports).as("files").hasSameSizeAs(example.expects());
        for (int i = 0; i < reports.size(); i++) {
            isAsExpected(workshop, home, reports.get(i), example.expects().get(i));
            isAsChecked(workshop, home, reports.get(i), inspections.get(i));
        }
        if (example.expect().find("again").isPresent()) {
            assertThat(verdict(workshop.ingest().deliver(home, arrival).get(0)))
                    .as("verdict on the same file again")
                    .isEqualTo(example.expect().require("again").text());
        }
    }

    private static void isAsChecked(Workshop workshop, Home home, FileReport report, Inspection inspection)
            throws IOException {
        assertThat(Json.pretty(inspection.report())).as("what a check says").isEqualTo(withoutBatch(report));
        if (report.verdict() == Verdict.ACCEPTED) {
            assertThat(quarantined(inspection)).as("what a check finds").isEqualTo(stored(workshop, home, report));
        }
    }

    private static void isAsExpected(Workshop workshop, Home home, FileReport report, YamlNode expect)
            throws IOException {
        Map<String, Object> counts = counts(report);
        if (!reasons(expect).containsKey(OPTIONAL)) {
            // Nearly every case leaves out optional columns.
            counts.put("reasons", without(report.reasons(), OPTIONAL));
        }
        assertThat(counts).as("counts and reasons").isEqualTo(counts(expect));
        assertThat(messages(report)).as("messages").isEqualTo(messages(expect));
        assertThat(accepted(workshop, home, report, expect)).as("accepted rows").isEqualTo(rows(expect));
        assertThat(findings(workshop, home, report, expect)).as("quarantine").isEqualTo(quarantine(expect));
        expect.find("same")
                .ifPresent(column -> assertThat(values(workshop, home, report, column.text()))
                        .as("different values of %s", column.text())
                        .hasSize(1));
        expect.find("shown").ifPresent(name -> assertThat(report.file()).isEqualTo(name.text()));
        assertThat(filesOf(home, report)).as("files of the batch").isEqualTo(filesExpected(report));
    }

    private static String verdict(FileReport report) {
        return report.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> counts(FileReport report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("verdict", verdict(report));
        counts.put("rows_read", report.rowsRead());
        counts.put("accepted", report.accepted());
        counts.put("quarantined", report.quarantined());
        counts.put("dropped", report.dropped());
        counts.put("reasons", new TreeMap<>(report.reasons()));
        return counts;
    }

    private static Map<String, Long> without(Map<String, Long> reasons, String code) {
        Map<String, Long> rest = new TreeMap<>(reasons);
        rest.remove(code);
        return rest;
    }

    private static Map<String, Object> counts(YamlNode expect) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("verdict", expect.require("verdict").text());
        for (String key : List.of("rows_read", "accepted", "quarantined", "dropped")) {
            counts.put(key, expect.find(key).map(YamlNode::integer).orElse(0L));
        }
        counts.put("reasons", reasons(expect));
        return counts;
    }

    private static Map<String, Long> reasons(YamlNode expect) {
        Map<String, Long> reasons = new TreeMap<>();
        expect.find("reasons")
                .ifPresent(node -> node.entries().forEach((code, count) -> reasons.put(code, count.integer())));
        return reasons;
    }

    private static List<Batch.Message> messages(FileReport report) {
        return report.messages();
    }

    /** Messages where the case has some, else those of the report's own making are not looked at. */
    private static List<Batch.Message> messages(YamlNode expect) {
        return expect.find("messages").map(YamlNode::items).orElse(List.of()).stream()
                .map(node -> new Batch.Message(
                        node.require("zh").text(), node.require("en").text()))
                .toList();
    }

    private static List<Map<String, String>> accepted(
            Workshop workshop, Home home, FileReport report, YamlNode expect) {
        List<Map<String, String>> wanted = rows(expect);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> accepted = workshop.rows(home, report).stream()
                .filter(row -> "accepted".equals(row.get("verdict")))
                .toList();
        return narrowed(accepted, wanted);
    }

    private static List<Map<String, String>> findings(
            Workshop workshop, Home home, FileReport report, YamlNode expect) {
        List<Map<String, String>> wanted = quarantine(expect);
        List<Map<String, Object>> found = workshop.quarantine(home, report).stream()
                .map(ConformanceTest::renamed)
                .toList();
        return wanted.isEmpty() ? List.of() : narrowed(found, wanted);
    }

    private static Map<String, Object> renamed(Map<String, Object> finding) {
        Map<String, Object> row = new LinkedHashMap<>(finding);
        row.put("line", finding.get("source_line"));
        row.put("column", finding.get("column_name"));
        row.put("sheet", finding.get("source_sheet"));
        row.put("letters", finding.get("source_column"));
        return row;
    }

    /** Of each row only what the wanted row beside it names. */
    private static List<Map<String, String>> narrowed(
            List<Map<String, Object>> rows, List<Map<String, String>> wanted) {
        List<Map<String, String>> narrowed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = new TreeMap<>();
            for (String column : wanted.get(Math.min(i, wanted.size() - 1)).keySet()) {
                row.put(column, String.valueOf(rows.get(i).get(column)));
            }
            narrowed.add(row);
        }
        return narrowed;
    }

    private static List<Map<String, String>> rows(YamlNode expect) {
        return expect.find("rows").map(YamlNode::items).orElse(List.of()).stream()
                .map(ConformanceTest::texts)
                .toList();
    }

    private static List<Map<String, String>> quarantine(YamlNode expect) {
        return expect.find("quarantine").map(YamlNode::items).orElse(List.of()).stream()
                .map(ConformanceTest::texts)
                .toList();
    }

    private static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.entries().forEach((key, value) -> texts.put(key, value.isNull() ? "null" : value.text()));
        return texts;
    }

    private static Set<String> values(Workshop workshop, Home home, FileReport report, String column) {
        return workshop.rows(home, report).stream()
                .map(row -> String.valueOf(row.get(column)))
                .collect(Collectors.toSet());
    }

    private static Set<String> filesOf(Home home, FileReport report) throws IOException {
        try (Stream<Path> files = Files.list(home.batch(report.feed(), report.batch()))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> filesExpected(FileReport report) {
        Set<String> files = new TreeSet<>(List.of("batch.json"));
        switch (report.verdict()) {
            // Of a file that came before, its batch tells.
            case ACCEPTED, HELD, DUPLICATE -> files.add("rows.parquet");
            case REJECTED -> {}
        }
        if (report.quarantined() > 0) {
            files.add("quarantine.parquet");
        }
        return files;
    }

    private static String withoutBatch(FileReport report) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(Json.pretty(report));
        ((ObjectNode) tree).put("batch", "");
        return Json.pretty(tree);
    }

    private static List<List<String>> quarantined(Inspection inspection) {
        return inspection.findings().stream()
                .filter(finding -> finding.effect().equals("quarantined"))
                .map(f -> List.of(
                        f.sheet(),
                        String.valueOf(f.line()),
                        f.letters(),
                        f.column(),
                        f.columnZh(),
                        f.reason(),
                        f.reasonZh(),
                        f.reasonEn(),
                        f.value()))
                .toList();
    }

    private static List<List<String>> stored(Workshop workshop, Home home, FileReport report) {
        return workshop.quarantine(home, report).stream()
                .map(row -> Stream.of(
                                "source_sheet",
                                "source_line",
                                "source_column",
                                "column_name",
                                "column_zh",
                                "reason",
                                "reason_zh",
                                "reason_en",
                                "value")
                        .map(column -> text(row, column))
                        .toList())
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
