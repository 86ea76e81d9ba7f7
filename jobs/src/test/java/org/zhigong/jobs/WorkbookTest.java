package org.zhigong.jobs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.jobs.workbook.Workbook;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.duckdb.DuckDb;

/** The workbook of a release: each of its numbers is the mart's, and nothing confidential is in it. */
class WorkbookTest {

    @TempDir
    private static Path shared;

    private static Workplace place;
    private static Path file;
    private static Engine mart;
    private static XSSFWorkbook book;

    @BeforeAll
    static void closeAMonth() throws IOException {
        place = Workplace.closed();
        file = place.home.resolve("current").resolve(Workbook.FILE);
        // A copy, since a process opens a file in one way only.
        Workplace.copy(place.home.resolve("current/zhigong.duckdb"), shared.resolve("mart.duckdb"));
        mart = DuckDb.readOnly(shared.resolve("mart.duckdb"), new EngineSettings(2, 1024, shared.resolve("scratch")));
        book = new XSSFWorkbook(Files.newInputStream(file));
    }

    @AfterAll
    static void close() throws IOException {
        book.close();
        mart.close();
    }

    @Test
    void showsEveryNewestFigureOfTheCityAndItsDistrictsAsTheMartHasIt() {
        Map<String, Map<String, Object>> figures =
                figures("""
                (select * from marts.figures as f
                where period_to = (select max(l.period_to) from marts.figures as l
                    where l.indicator = f.indicator and l.period_type = f.period_type and l.place_level in ('city', 'nation')))
                where breakdown = 'none' and (place_scheme = 'geo' and place_level <> 'street' or place = '110115403' and place_scheme = 'reporting')
                """, "indicator", "period", "place_scheme", "place", "category");

        Set<String> seen = new HashSet<>();
        for (Row row : rows("指标值 Figures")) {
            String key = key(row, "Indicator id", "Period", "Places as", "Place code");
            Map<String, Object> figure = figures.get(key + " " + category(row));
            assertThat(figure).as(key).isNotNull();
            same(row, requireNonNull(figure, key));
            seen.add(key + " " + category(row));
        }
        assertThat(seen).isEqualTo(figures.keySet());
    }

    @Test
    void showsEveryGroupOfTheCityAsTheMartHasIt() {
        Map<String, Map<String, Object>> figures =
                figures("""
                (select * from marts.figures as f
                where period_to = (select max(l.period_to) from marts.figures as l
                    where l.indicator = f.indicator and l.period_type = f.period_type and l.place_level = 'city'))
                where breakdown <> 'none' and place_scheme = 'geo' and place_level = 'city' and period_type = 'month'
                """, "indicator", "breakdown", "breakdown_value", "category");
        Map<String, Object> breakdowns = new HashMap<>();
        mart.query("select * from marts.breakdown_values")
                .forEach(row -> breakdowns.put(String.valueOf(row.get("breakdown_en")), row.get("breakdown")));

        List<Row> rows = rows("全市分组 City by group");

        assertThat(rows).hasSameSizeAs(figures.keySet());
        for (Row row : rows) {
            String key = "%s %s %s %s"
                    .formatted(
                            text(row, "Indicator id"),
                            breakdowns.get(text(row, "Broken down by")),
                            text(row, "Group code"),
                            category(row));
            same(row, requireNonNull(figures.get(key), key));
        }
    }

    @Test
    void showsTheMonthsOfTheCityAndItsDistrictsAsTheMartHasThem() {
        Map<String, Map<String, Object>> figures = figures("""
                marts.figures where breakdown = 'none' and place_scheme = 'geo' and place_level in ('city', 'district')
                    and period_type = 'month'
                """, "indicator", "place", "category", "period");

        int cells = 0;
        for (Row row : rows("逐月 Months")) {
            for (String month : List.of("2025-01", "2025-02", "2025-03")) {
                String key = "%s %s %s".formatted(key(row, "Indicator id", "Place code"), category(row), month);
                Cell cell = row.getCell(column(row.getSheet(), month));
                if (cell == null) {
                    assertThat(figures).doesNotContainKey(key);
                } else {
                    value(cell, requireNonNull(figures.get(key), key));
                    cells++;
                }
            }
        }
        assertThat(cells).isEqualTo(figures.size()).isPositive();
    }

    @Test
    void tellsOfDeliveriesQuarantineAndDefinitionsWhatTheMartTells() {
        assertThat(sum("报送 Deliveries", "Accepted rows")).isEqualTo(total("sum(accepted_rows)", "deliveries"));
        assertThat(sum("报送 Deliveries", "Quarantined rows")).isEqualTo(total("sum(quarantined_rows)", "deliveries"));
        assertThat(sum("隔离 Quarantine", "Findings")).isEqualTo(total("sum(finding_count)", "quarantine"));
        assertThat(rows("报送 Deliveries")).hasSize((int) total("count(*)", "deliveries"));
        for (Row row : rows("定义 Definitions")) {
            Map<String, Object> indicator = mart.query("select * from marts.indicators where indicator = '%s'"
                            .formatted(text(row, "Indicator id")))
                    .get(0);
            assertThat(text(row, "Definition in Chinese")).isEqualTo(indicator.get("definition_zh"));
            assertThat(text(row, "Definition")).isEqualTo(indicator.get("definition_en"));
        }
        assertThat(rows("定义 Definitions")).hasSize((int) total("count(*)", "indicators"));
    }

    @Test
    void saysOnEverySheetAndEveryPageThatItsDataAreSynthetic() {
        assertThat(book).hasSize(7);
        for (Sheet sheet : book) {
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).startsWith("合成数据 SYNTHETIC · ");
            assertThat(sheet.getHeader().getCenter()).startsWith("合成数据 SYNTHETIC · ");
        }
    }

    @Test
    void holdsNoFormula() {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
            }
        }
    }

    @Test
    void isTheSameByteForByteWheneverItIsWritten() throws IOException {
        Path again = shared.resolve("again.xlsx");

        assertThat(place.zhigong("workbook", "--to", again)
                        .ending(0)
                        .last()
                        .path("file")
                        .asText())
                .isEqualTo(again.toString());

        assertThat(again).hasSameBinaryContentAs(file);
        assertThat(place.hashes(place.current())).containsEntry(Workbook.FILE, Hashes.ofFile(file));
        assertThat(Path.of(
                        place.zhigong("workbook").ending(0).last().path("file").asText()))
                .isRegularFile()
                .hasSameBinaryContentAs(file);
    }

    @Test
    void opensInLibreOfficeAsItIs() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/soffice"))
                .as("LibreOffice is not installed: expected /usr/bin/soffice")
                .exists();
        Process process = new ProcessBuilder(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + shared.resolve("office").toUri(),
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
                        "--outdir",
                        shared.resolve("csv").toString(),
                        file.toRealPath().toString())
                .redirectErrorStream(true)
                .redirectOutput(shared.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        List<Path> sheets = Workplace.files(shared.resolve("csv"));

        assertThat(sheets).as(Files.readString(shared.resolve("office.log"))).hasSize(1);
        assertThat(Files.readAllLines(sheets.get(0)).stream().filter(line -> line.contains(",2025")))
                .hasSize(rows("指标值 Figures").size());
    }

    @Test
    void isGivenOutAsTheHowToPageSays() throws IOException {
        place.follow(Workplace.PROJECT.resolve("docs/how-to/use-the-workbook.md"), shared.resolve("howto"));

        assertThat(shared.resolve("howto/FIGURES.xlsx")).hasSameBinaryContentAs(file);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        Path taken = place.home.resolve("x.xlsx");
        String release = place.current();

        assertThat(place.zhigong("workbook", "--release", release + "x")
                        .ending(2)
                        .err())
                .startsWith("zhigong: There is no release '%sx' in %s; did you mean ".formatted(release, place.home))
                .endsWith("; 'zhigong releases' lists those that are there%n".formatted());
        assertThat(place.zhigong("workbook", "--to", taken).ending(2).err())
                .isEqualTo("zhigong: Invalid --to %s: expected a place outside of the home %s%n"
                        .formatted(taken, place.home));
        assertThat(place.zhigong("workbook", "--to", shared.resolve("w.pdf"))
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: Invalid --to %s: expected a name that ends in .xlsx%n"
                        .formatted(shared.resolve("w.pdf")));
        Workplace empty = new Workplace(shared.resolve("empty"));
        assertThat(empty.zhigong("workbook").ending(2).err())
                .startsWith("zhigong: ")
                .contains(empty.home.toString());
        assertThat(shared.resolve("w.pdf")).doesNotExist();
    }

    private static void same(Row row, Map<String, Object> figure) {
        assertThat(figure).as(text(row, "Indicator id")).isNotNull();
        value(cell(row, "Value"), figure);
        part(row, "Lower bound", figure, "lower");
        part(row, "Upper bound", figure, "upper");
        part(row, "Numerator", figure, "numerator");
        part(row, "Denominator", figure, "denominator");
        part(row, "Persons behind it", figure, "persons");
        part(row, "Employers behind it", figure, "employers");
        Cell target = cell(row, "Target");
        assertThat(target == null ? null : target.getNumericCellValue()).isEqualTo(figure.get("target"));
    }

    private static void value(Cell cell, Map<String, Object> figure) {
        if ("confidential".equals(figure.get("protection"))) {
            assertThat(cell.getStringCellValue()).isEqualTo("保密 C");
        } else if (figure.get("value") instanceof Double value) {
            assertThat(cell.getNumericCellValue()).isEqualTo(value);
        } else if (figure.get("lower") instanceof Double) {
            assertThat(cell.getStringCellValue()).contains(" – ");
        } else {
            assertThat(cell.getStringCellValue()).isEqualTo("—");
        }
    }

    private static void part(Row row, String heading, Map<String, Object> figure, String name) {
        Cell cell = cell(row, heading);
        if ("confidential".equals(figure.get("protection"))) {
            assertThat(cell.getStringCellValue()).isEqualTo("保密 C");
        } else if (figure.get(name) instanceof Number number) {
            assertThat(cell.getNumericCellValue()).as(heading).isEqualTo(number.doubleValue());
        } else {
            assertThat(cell).as(heading).isNull();
        }
    }

    private static Map<String, Map<String, Object>> figures(String from, String... keys) {
        Map<String, Map<String, Object>> figures = new HashMap<>();
        for (Map<String, Object> figure : mart.query("select * from " + from)) {
            StringBuilder key = new StringBuilder();
            for (String name : keys) {
                key.append(key.isEmpty() ? "" : " ").append(figure.get(name));
            }
            figures.put(key.toString(), figure);
        }
        assertThat(figures).isNotEmpty();
        return figures;
    }

    private static String category(Row row) {
        Cell cell = cell(row, "Part of a mix, code");
        return cell == null ? "all" : cell.getStringCellValue();
    }

    private static double sum(String sheet, String heading) {
        return rows(sheet).stream()
                .mapToDouble(row -> cell(row, heading).getNumericCellValue())
                .sum();
    }

    private static double total(String what, String table) {
        Map<String, Object> row = mart.query("select cast(%s as double) as n from marts.%s".formatted(what, table))
                .get(0);
        return Double.parseDouble(String.valueOf(row.get("n")));
    }

    private static List<Row> rows(String sheet) {
        List<Row> rows = new java.util.ArrayList<>();
        book.getSheet(sheet).forEach(rows::add);
        return rows.subList(2, rows.size());
    }

    private static String key(Row row, String... headings) {
        StringBuilder key = new StringBuilder();
        for (String heading : headings) {
            key.append(key.isEmpty() ? "" : " ").append(text(row, heading));
        }
        return key.toString();
    }

    private static String text(Row row, String heading) {
        return cell(row, heading).getStringCellValue();
    }

    private static Cell cell(Row row, String heading) {
        return row.getCell(column(row.getSheet(), heading));
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(1)) {
            String[] lines = cell.getStringCellValue().split("\n", -1);
            if (lines[lines.length - 1].equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("No column " + heading + " in " + sheet.getSheetName());
    }
}
