package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that was quarantined, repaired and counted is as good as one that was right from the start. */
class RepairRouteTest {

    private static final String FIGURES = "marts/figures.parquet";
    private static final LocalDate ALL = LocalDate.of(2026, 12, 31);

    @TempDir
    private Path folder;

    @Test
    void figuresWithARepairedRowAreThoseOfAFileThatWasRightFromTheStart() throws IOException {
        Workplace right = new Workplace(folder.resolve("right")).deliver(Workplace.city(), ALL);
        String wanted = figures(right, right.run("2025-02").ending(0));
        Workplace wrong = new Workplace(folder.resolve("wrong")).deliver(Workplace.city(), ALL);
        String headcount = spoilHeadcount(wrong);
        Workplace.Outcome unrepaired = wrong.run("2025-02").ending(0);
        String before = figures(wrong, unrepaired);
        Path workbook = wrong.folder.resolve("repair_110000_20260228.xlsx");
        assertThat(before).isNotEqualTo(wanted);

        wrong.zhigong("repair", "export", "--deliverer", "110000", "--feed", "headcount", "--to", workbook)
                .ending(0);
        correct(workbook, "职工人数", headcount);
        JsonNode applied = apply(wrong, workbook).ending(0).json();
        Workplace.Outcome run = wrong.run("2025-02").ending(0);

        assertThat(figures(wrong, run)).isEqualTo(wanted);
        assertThat(applied.path("overlays").path(0).path("accepted").asLong()).isEqualTo(1);
        assertThat(corrections(wrong)).containsEntry("quarantined", 1L).containsEntry("repaired", 1L);
        assertThat(corrections(wrong)).containsEntry("open", 0L).containsEntry("workbooks", 1L);
        assertThat(wrong.zhigong("quarantine", "--feed", "headcount", "--format", "json")
                        .ending(0)
                        .json()
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("repaired");
        assertThat(partitions(wrong, "2025-01", run)).isEqualTo(partitions(wrong, "2025-01", unrepaired));
        assertTwiceIsOnce(wrong, workbook, run);
        assertUnknownBefore(wrong, before);
    }

    private static void assertTwiceIsOnce(Workplace place, Path workbook, Workplace.Outcome run) {
        assertThat(apply(place, workbook).ending(0).json().path("outcome").asText())
                .isEqualTo("already_applied");
        assertThat(place.run("2025-02").ending(0).last().path("release"))
                .isEqualTo(run.last().path("release"));
    }

    private static void assertUnknownBefore(Workplace place, String before) {
        Workplace.Outcome asKnown = place.zhigong("publish", "--month", "2025-02", "--known-at", "2026-02-27")
                .ending(0);
        assertThat(figures(place, asKnown)).isEqualTo(before);
    }

    @Test
    void refusesWhatIsMissingOrInTheWrongPlace() {
        Workplace place = new Workplace(folder.resolve("place")).deliver(Workplace.city(), ALL);
        place.zhigong("ingest", "--inbox", place.inbox).ending(0);

        assertThat(place.zhigong("repair", "export", "--deliverer", "990000", "--to", folder.resolve("a.xlsx"))
                        .ending(2)
                        .err())
                .contains("Unknown deliverer '990000'");
        assertThat(place.zhigong("repair", "export", "--deliverer", "110000", "--to", folder.resolve("a.xlsx"))
                        .ending(0)
                        .last()
                        .path("rows")
                        .asLong())
                .isZero();
        assertThat(place.zhigong("repair", "export", "--deliverer", "110000", "--to", place.home.resolve("a.xlsx"))
                        .ending(2)
                        .err())
                .contains("expected a place outside of the home");
        assertThat(apply(place, folder.resolve("none_20260101.xlsx")).ending(2).err())
                .contains("Missing file");
        assertThat(place.zhigong("repair", "apply", "--by", "x", folder.resolve("a.xlsx"))
                        .ending(2)
                        .err())
                .contains("--reason");
    }

    private static Workplace.Outcome apply(Workplace place, Path workbook) {
        return place.zhigong("repair", "apply", workbook, "--by", "李主任", "--reason", "已核对", "--json");
    }

    /** Makes the headcount of February negative that differs most from January's. @return what it was */
    private static String spoilHeadcount(Workplace place) throws IOException {
        Map<String, Long> january = new TreeMap<>();
        for (String line : Files.readAllLines(last(place, "headcount_110000_202501_"))) {
            String[] cells = line.split(",", -1);
            january.put(cells[0], count(cells[2]));
        }
        Path file = last(place, "headcount_110000_202502_");
        List<String> lines = Files.readAllLines(file);
        int most = 1;
        for (int i = 1; i < lines.size(); i++) {
            most = change(january, lines.get(i)) > change(january, lines.get(most)) ? i : most;
        }
        String[] cells = lines.get(most).split(",", -1);
        String headcount = cells[2];
        cells[2] = "-" + headcount;
        lines.set(most, String.join(",", cells));
        Files.write(file, lines);
        return headcount;
    }

    private static long change(Map<String, Long> january, String line) {
        String[] cells = line.split(",", -1);
        long now = count(cells[2]);
        return Math.abs(now - january.getOrDefault(cells[0], now));
    }

    private static long count(String text) {
        return text.matches("[0-9]+") ? Long.parseLong(text) : 0;
    }

    /** The file of the last delivery that starts with {@code name}. */
    private static Path last(Workplace place, String name) {
        return Workplace.files(place.inbox.resolve("headcount")).stream()
                .filter(each -> each.getFileName().toString().startsWith(name))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void correct(Path workbook, String column, String text) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheet("headcount");
            Row header = sheet.getRow(1);
            for (int place = 0; place < header.getLastCellNum(); place++) {
                if (header.getCell(place).getStringCellValue().startsWith(column + " ")) {
                    sheet.getRow(3).getCell(place + 1).setCellValue(text);
                }
            }
            try (OutputStream out = Files.newOutputStream(workbook)) {
                book.write(out);
            }
        }
    }

    private static String figures(Workplace place, Workplace.Outcome run) {
        return place.hashes(run.last().path("release").asText()).getOrDefault(FIGURES, "");
    }

    private static Map<String, Long> corrections(Workplace place) {
        Map<String, Long> counts = new TreeMap<>();
        place.zhigong("status", "--json")
                .ending(0)
                .json()
                .path("corrections")
                .properties()
                .forEach(field -> counts.put(field.getKey(), field.getValue().asLong()));
        return counts;
    }

    private static Map<String, String> partitions(Workplace place, String month, Workplace.Outcome run) {
        String release = run.last().path("release").asText();
        Map<String, String> partitions = new TreeMap<>();
        place.manifest(release).path("tables").forEach(table -> {
            if (table.path("period").asText().equals(month)) {
                partitions.put(
                        table.path("table").asText(), table.path("fingerprint").asText());
            }
        });
        return partitions;
    }
}
