package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Verdict;
import org.zhigong.warehouse.YamlNode;

/** Files that are damaged, or made to do harm: a verdict in both languages, in bounded time and memory. */
@Timeout(300)
class HostileFilesTest {

    private static final String NAME = "headcount_110000_202503_20250408";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = Workshop.strict(shared);
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void refusesAWorkbookThatDeclaresEntities() throws IOException {
        byte[] workbook = changed(
                workbook("xlsx"),
                xml -> xml.replace(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<worksheet"));

        assertThat(refusal(write(".xlsx", workbook)))
                .isEqualTo(new Batch.Message(
                        ".xlsx 工作簿中有外部实体声明（DOCTYPE），正常导出不会产生，可能有害，未读取。请从原系统重新导出。",
                        "The file is an .xlsx workbook with a document type, as attacks by entities have it, which no export"
                                + " writes and which may do harm; it was not read. Export it again from its source."));
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarMoreThanItsSize() throws IOException {
        byte[] workbook = changed(
                workbook("xlsx"),
                xml -> xml.replace("</sheetData>", "</sheetData>" + "<x/>".repeat(200 * MEBIBYTE / 4)));

        assertThat(refusal(write(".xlsx", workbook)))
                .isEqualTo(new Batch.Message(
                        ".xlsx 工作簿解压后过大（可能是压缩炸弹），超出可读取的限度，未读取。请拆分或改用 CSV（UTF-8）报送。",
                        "The file is an .xlsx workbook that unpacks to far more than its size, like a zip bomb, beyond what is"
                                + " read; nothing of it was read. Split it, or deliver CSV (UTF-8)."));
    }

    @Test
    void tellsNobodyButTheDelivererOfBytesThatAreNoText() throws IOException {
        byte[] workbook = spoiled(workbook("xlsx"));
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(reasons(write(".xlsx", workbook))).containsKey("FILE_DAMAGED");
        } finally {
            System.setErr(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Fatal Error");
    }

    /** The workbook with a byte in its sheet that no text has. */
    private static byte[] spoiled(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(SHEET)) {
                    bytes[bytes.length / 2] = (byte) 0xFF;
                }
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }

    @Test
    void refusesAWorkbookWithAnEndlessText() throws IOException {
        byte[] workbook = changed(
                workbook("xlsx"),
                xml -> xml.replace("<sheetData>", "<x y=\"" + "z".repeat(3 * MEBIBYTE) + "\"/><sheetData>"));

        assertThat(reasons(write(".xlsx", workbook))).containsKey("FILE_UNSAFE");
    }

    @Test
    void readsAWorkbookOfAMillionBlankRowsLikeOneWithoutThem() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 3; i <= 1_048_576; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" s=\"0\"/></row>");
        }
        byte[] workbook = changed(workbook("xlsx"), xml -> xml.replace("</sheetData>", rows + "</sheetData>"));

        FileReport report = check(write(".xlsx", workbook));

        assertThat(report.verdict()).as(report.messages().toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.rowsRead()).isEqualTo(1);
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItsSize() throws IOException {
        byte[] archive = archive(zip -> {
            zip.putNextEntry(new ZipEntry(NAME + ".csv"));
            byte[] zeros = new byte[MEBIBYTE];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        });

        assertThat(refusal(write(".zip", archive)))
                .isEqualTo(new Batch.Message(
                        "zip 压缩包解压后过大（可能是压缩炸弹），超出可读取的限度，未读取。请拆分或改用 CSV（UTF-8）报送。",
                        "The file is a zip archive that unpacks to far more than its size, like a zip bomb, beyond what is read;"
                                + " nothing of it was read. Split it, or deliver CSV (UTF-8)."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 200_000})
    void refusesAnArchiveOfTooManyEntries(int entries) throws IOException {
        byte[] archive = archive(zip -> {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
            }
        });

        assertThat(reasons(write(".zip", archive))).isEqualTo(Map.of("FILE_TOO_LARGE", 1L));
    }

    @Test
    void anEntryCannotLeaveTheFolderItIsUnpackedTo() throws IOException {
        byte[] archive = archive(zip -> {
            zip.putNextEntry(new ZipEntry("../../../" + NAME + ".csv"));
            zip.write("统一社会信用代码,统计月份,职工人数,女职工,工资总额(元)\n91119990MA00010015,2025-03,120,50,960000.00\n"
                    .getBytes(StandardCharsets.UTF_8));
        });

        List<FileReport> reports = workshop.ingest().checkAll(Arrival.of(write(".zip", archive)));

        assertThat(reports).extracting(FileReport::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(folder.resolve("..").resolve(NAME + ".csv")).doesNotExist();
    }

    @Test
    void refusesAnArchiveOfWhichAByteIsWrong() throws IOException {
        byte[] archive = archive(zip -> {
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(NAME + ".csv"));
            zip.write("统一社会信用代码,统计月份\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        });
        archive[500] ^= 1;

        assertThat(reasons(write(".zip", archive))).isEqualTo(Map.of("FILE_DAMAGED", 1L));
    }

    @Test
    void refusesAWorkbookOfWhichAByteIsWrong() throws IOException {
        byte[] workbook = changed(workbook("xlsx"), 0, xml -> xml);
        String text = new String(workbook, StandardCharsets.ISO_8859_1);
        workbook[text.indexOf("<v>120.0</v>") + 4] = '9';

        assertThat(reasons(write(".xlsx", workbook))).isEqualTo(Map.of("FILE_DAMAGED", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "html", "json", "zip"})
    void neverFailsOnAMutatedFile(String form) throws IOException {
        byte[] whole = switch (form) {
            case "xlsx", "xls" -> workbook(form);
            case "html" ->
                "<table><tr><th>统一社会信用代码</th><th>统计月份</th></tr><tr><td rowspan=2>1</td></tr></table>"
                        .getBytes(StandardCharsets.UTF_8);
            case "json" ->
                "{\"employer_code\": \"1\", \"more\": {\"a\": [1, 2]}}\n"
                        .repeat(3)
                        .getBytes(StandardCharsets.UTF_8);
            default ->
                archive(zip -> {
                    zip.putNextEntry(new ZipEntry(NAME + ".csv"));
                    zip.write(NAME.getBytes(StandardCharsets.UTF_8));
                });
        };
        Random random = new Random(7);
        long start = System.nanoTime();

        for (int i = 0; i < 150; i++) {
            byte[] mutated = mutated(whole, random);
            for (FileReport report : workshop.ingest().checkAll(Arrival.of(write("." + form, mutated)))) {
                assertThat(report.rowsRead()).isEqualTo(report.accepted() + report.quarantined() + report.dropped());
                assertThat(report.verdict() == Verdict.ACCEPTED
                                || !report.messages().isEmpty())
                        .isTrue();
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(4));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] mutated = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> mutated = java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length));
            case 1 -> {
                for (int i = 0; i < 8; i++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {
                int from = random.nextInt(mutated.length);
                int length = Math.min(64, mutated.length - from);
                System.arraycopy(mutated, random.nextInt(mutated.length - length + 1), mutated, from, length);
            }
        }
        return mutated;
    }

    private Batch.Message refusal(Path file) {
        FileReport report = check(file);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.rowsRead()).isZero();
        return report.messages().get(0);
    }

    private Map<String, Long> reasons(Path file) {
        FileReport report = check(file);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        return report.reasons();
    }

    private static FileReport check(Path file) {
        return workshop.ingest().checkAll(Arrival.of(file)).get(0);
    }

    private Path write(String extension, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(NAME + extension), bytes);
    }

    private byte[] workbook(String form) throws IOException {
        Path file = Files.writeString(folder.resolve("workbook.yaml"), """
                form: %s
                sheets:
                  - name: Sheet1
                    rows:
                      - [统一社会信用代码, 统计月份, 职工人数, 女职工, 工资总额(元)]
                      - [91119990MA00010015, 2025-03, {number: 120}, {number: 50}, {number: 960000}]
                """.formatted(form));
        return CaseWorkbook.of(YamlNode.read(file));
    }

    /** Changes the text of a part. */
    private interface Change {
        String apply(String xml);
    }

    /** Writes into an archive. */
    private interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] archive(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            content.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] workbook, Change change) throws IOException {
        return changed(workbook, 6, change);
    }

    /** The workbook with its sheet changed, packed on {@code level}. */
    private static byte[] changed(byte[] workbook, int level, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                boolean isSheet = entry.getName().equals(SHEET);
                zip.write(
                        isSheet
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return out.toByteArray();
    }
}
