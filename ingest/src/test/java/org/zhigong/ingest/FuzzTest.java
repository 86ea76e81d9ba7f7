package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Verdict;

/**
 * Feeds a hundred thousand spoiled inputs through the whole of ingest, engine and all: whole files with their bytes,
 * lines, quotes, encodings and headers spoiled, one by one; and rows with their cells spoiled, many to a file, since to
 * ask the engine about a file costs as much for one row as for a thousand. Whatever comes: a verdict and no exception,
 * counts that add up in the report and in what was written, and nothing of grade L4. Takes a minute and a half of one
 * core; {@code -Dzhigong.fuzz=N} takes another number of inputs.
 */
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("zhigong.fuzz", 100_000);
    private static final int FILES = INPUTS / 40;
    private static final int ROWS_PER_FILE = 1_000;
    private static final int LARGEST = 20_000;

    /** Names and numbers of persons that stand in the files before they are spoiled, whole. */
    private static final List<String> TELLING =
            List.of("仿蘅霁", "119990199003070011", "11999019900307001", "13800001234", "6222029900112233442");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Workshop lenient;
    private final List<String> failures = new ArrayList<>();

    @BeforeAll
    static void open() {
        lenient = Workshop.lenient(shared);
    }

    @AfterAll
    static void close() {
        lenient.close();
    }

    @Test
    void spoiledFilesGetAVerdict() throws IOException {
        List<ConformanceCase> cases =
                ConformanceCase.all(Path.of("src/test/resources/conformance")).toList();
        Home home = new Home(folder.resolve("home"));
        List<FileReport> reports = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Mutations mutations = new Mutations(i);
            Path file = mutations.one(cases).write(folder.resolve("inbox"));
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length <= LARGEST) {
                Files.write(file, mutations.file(bytes));
            }
            ingest(home, file, "file " + i).ifPresent(reports::add);
        }

        assertThat(failures).isEmpty();
        assertNothingTells(home, reports);
        assertCountsAddUp(home, reports);
    }

    @Test
    void spoiledRowsGetAVerdict() throws IOException {
        List<String> feeds = List.copyOf(LeakTest.ROWS.keySet());
        Home home = new Home(folder.resolve("home"));
        List<FileReport> reports = new ArrayList<>();
        int files = (INPUTS - FILES) / ROWS_PER_FILE;
        for (int i = 0; i < files; i++) {
            Mutations mutations = new Mutations(-1 - i);
            String feed = feeds.get(i % feeds.size());
            Path file = Files.createDirectories(folder.resolve("inbox/" + feed))
                    .resolve(lenient.contracts().contract(feed).files().exampleName());
            Files.write(file, mutations.encoded(rows(feed, mutations)));
            ingest(home, file, "rows " + i).ifPresent(reports::add);
        }

        assertThat(failures).isEmpty();
        assertThat(reports).extracting(FileReport::verdict).contains(Verdict.ACCEPTED);
        assertNothingTells(home, reports);
        assertCountsAddUp(home, reports);
    }

    private static String rows(String feed, Mutations mutations) {
        List<String> good = List.of(LeakTest.ROWS.getOrDefault(feed, "").split(",", -1));
        StringBuilder text = new StringBuilder(lenient.contracts().contract(feed).columns().stream()
                .map(ContractColumn::label)
                .map(label -> label.zh())
                .collect(Collectors.joining(",", "", "\n")));
        for (int i = 0; i < ROWS_PER_FILE; i++) {
            text.append(mutations.record(good)).append('\n');
        }
        return text.toString();
    }

    private Optional<FileReport> ingest(Home home, Path file, String what) throws IOException {
        try {
            FileReport report = lenient.ingest().ingest(home, Arrival.of(file));
            return report.verdict() == Verdict.DUPLICATE || report.seenBefore()
                    ? Optional.empty()
                    : Optional.of(report);
        } catch (RuntimeException e) {
            byte[] bytes = Files.readAllBytes(file);
            String shown = bytes.length > 4_000
                    ? bytes.length + " bytes"
                    : Base64.getEncoder().encodeToString(bytes);
            failures.add("%s, %s: %s%n%s".formatted(what, file.getFileName(), stack(e), shown));
            return Optional.empty();
        }
    }

    private static String stack(Throwable e) {
        return e
                + Stream.of(e.getStackTrace()).limit(6).map(f -> "\n  at " + f).collect(Collectors.joining())
                + (e.getCause() == null ? "" : "\ncaused by " + stack(e.getCause()));
    }

    private static void assertNothingTells(Home home, List<FileReport> reports) {
        String told = reports.stream().map(Json::pretty).collect(Collectors.joining());
        for (String part : TELLING) {
            assertThat(told).doesNotContain(part);
        }
        for (Map<String, Object> row : findings(home, "quarantine")) {
            assertThat(TELLING)
                    .as("%s", row)
                    .noneMatch(part -> String.valueOf(row.get("value")).contains(part));
        }
        for (Map<String, Object> row : keptOfMembers(home)) {
            assertThat(TELLING)
                    .as("%s", row)
                    .noneMatch(part -> row.values().stream()
                            .anyMatch(value -> String.valueOf(value).contains(part)));
        }
    }

    private static List<Map<String, Object>> keptOfMembers(Home home) {
        Path batches = home.batch("members", "*");
        return Files.isDirectory(home.root().resolve("batches/members"))
                ? lenient.query(
                        "select distinct employer_name, union_id, employer_code from read_parquet('%s') where verdict = 'accepted'"
                                .formatted(batches.resolve("rows.parquet")))
                : List.of();
    }

    private static List<Map<String, Object>> findings(Home home, String name) {
        return lenient.query("select distinct value from read_parquet('%s') where value is not null"
                .formatted(home.batch("*", "*").resolve(name + ".parquet")));
    }

    /** What was written holds as many rows of each verdict as the report says. */
    private static void assertCountsAddUp(Home home, List<FileReport> reports) {
        Map<String, Long> written = lenient
                .query(
                        "select split_part(filename, '/', -2) || ' ' || verdict as what, count(*) as n from read_parquet('%s', filename = true, union_by_name = true) group by all"
                                .formatted(home.batch("*", "*").resolve("rows.parquet")))
                .stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("what")), row -> Long.parseLong(String.valueOf(row.get("n")))));
        for (FileReport report : reports) {
            if (report.verdict() == Verdict.ACCEPTED) {
                List<Long> found = Stream.of("accepted", "quarantined", "dropped")
                        .map(verdict -> written.getOrDefault(report.batch() + " " + verdict, 0L))
                        .toList();
                assertThat(found)
                        .as(report.batch())
                        .containsExactly(report.accepted(), report.quarantined(), report.dropped());
            }
        }
    }
}
