package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

/**
 * Reads the registrations of enterprises that lie beside the project, in {@code shared/data/beijing_enterprises}; where
 * they do not, it says so and is skipped.
 */
class RealRegistrationsTest {

    private static final Path DATA = Path.of("shared", "data", "beijing_enterprises");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Optional<Path> data = Optional.empty();
    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = Workshop.strict(shared);
        for (Path at = Path.of("").toAbsolutePath(); at != null && data.isEmpty(); at = at.getParent()) {
            data = Optional.of(at.resolve(DATA)).filter(Files::isDirectory);
        }
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void readsAllOf2003ButTheOneWithoutACreditCode() {
        FileReport report = ingest(file("2003_beijing.csv"));

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(counts(report)).containsExactly(5562L, 5561L, 1L, 0L);
        assertThat(workshop.quarantine(home(), report))
                .extracting(row -> row.get("column_name") + " " + row.get("reason") + " " + row.get("value"))
                .containsExactly("credit_code MISSING_REQUIRED 无");
        assertThat(report.period()).isEqualTo("2003-12");
    }

    @Test
    void readsAllOf2019() {
        FileReport report = ingest(file("2019_beijing.csv"));

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(counts(report)).containsExactly(4626L, 4626L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "derived_2019_beijing_gb18030.csv, 1499, ENC_GB18030",
        "derived_2019_beijing_utf8bom.csv, 1499, ENC_UTF8_BOM",
        "derived_2019_beijing_utf16le.tsv, 299, ENC_UTF16",
    })
    void readsTheSameRowsInEveryEncoding(String name, long rows, String found) {
        FileReport whole = ingest(file("2019_beijing.csv"));

        FileReport report = ingest(file(name));

        assertThat(counts(report)).containsExactly(rows, rows, 0L, 0L);
        assertThat(report.reasons()).containsKey(found);
        assertThat(rows(report, rows)).isEqualTo(rows(whole, rows));
    }

    @Test
    void takesTheSameFileOnce() {
        ingest(file("2019_beijing.csv"));

        FileReport again = ingest(file("2019_beijing.csv"));

        assertThat(again.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(counts(again)).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void readsAnotherYearWithCodesInLowerCase() throws IOException {
        List<String> lines = Files.readAllLines(file("2019_beijing.csv"), StandardCharsets.UTF_8);
        Path other = folder.resolve("2018_beijing.csv");
        Files.writeString(other, lines.get(0) + "\n", StandardCharsets.UTF_8);
        for (String line : lines.subList(1, 301)) {
            String[] cells = line.split(",", 3);
            String lower = cells[0] + "," + cells[1].toLowerCase(Locale.ROOT) + "," + cells[2];
            Files.writeString(other, lower.replace("2019", "2018") + "\n", java.nio.file.StandardOpenOption.APPEND);
        }

        FileReport report = ingest(other);

        assertThat(counts(report)).containsExactly(300L, 300L, 0L, 0L);
        assertThat(report.reasons()).containsKey("USCC_CASE");
        assertThat(report.period()).isEqualTo("2018-12");
    }

    @Test
    void countsEveryRowOfItsMonth() {
        FileReport report = ingest(file("2003_beijing.csv"));

        Map<String, Long> months = new TreeMap<>();
        workshop.rows(home(), report).stream()
                .filter(row -> "accepted".equals(row.get("verdict")))
                .forEach(row -> months.merge(String.valueOf(row.get("period")), 1L, Long::sum));

        assertThat(months.keySet()).allMatch(month -> month.startsWith("2003-"));
        assertThat(months.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(report.accepted());
    }

    private static Path file(String name) {
        String reason = "skipped: %s is neither beside the project nor above it".formatted(DATA);
        if (data.isEmpty()) {
            System.out.println(reason);
        }
        assumeTrue(data.isPresent(), reason);
        return data.get().resolve(name);
    }

    private FileReport ingest(Path file) {
        return workshop.ingest().ingest(home(), Arrival.of(file).asFeed("registrations"));
    }

    private static List<Long> counts(FileReport report) {
        return List.of(report.rowsRead(), report.accepted(), report.quarantined(), report.dropped());
    }

    private List<Map<String, Object>> rows(FileReport report, long most) {
        Path file = home().batch(report.feed(), report.batch()).resolve("rows.parquet");
        List<String> columns = new ArrayList<>(List.of("period", "flags"));
        workshop.contracts().contract(report.feed()).keptColumns().forEach(column -> columns.add(column.name()));
        return workshop.query(
                "select %s from read_parquet('%s', file_row_number = true) where file_row_number < %d order by file_row_number"
                        .formatted(String.join(", ", columns), file, most));
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
