package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;

/** A workbook that came back otherwise than with corrections in the cells for them is refused whole. */
class ChangedWorkbookTest {

    private static final String HEADCOUNT = """
            统一社会信用代码,统计月份,职工人数,女职工,工资总额(元)
            91119990MA00010015,2025-03,120,50,960000.00
            91119990MA00010028,2025-03,-5,0,40000.00
            91119990MA0001003B,2025-03,约100,0,800000.00
            91119990MA0001004E,2025-03,7,9,56000.00
            """;

    @TempDir
    private Path folder;

    private Workshop workshop;
    private Repairs repairs;
    private HomeLock lock;
    private Home home;
    private Path workbook;

    @BeforeEach
    void export() throws IOException {
        workshop = Workshop.lenient(folder.resolve("scratch"));
        repairs = workshop.repairs(folder.resolve("scratch"));
        lock = HomeGuard.forWriting(folder.resolve("home"), HomeLock.Holder.here("test", Instant.EPOCH, "here"));
        home = lock.home();
        workbook = folder.resolve("repair.xlsx");
        Path file = folder.resolve("headcount_110000_202503_20250408.csv");
        Files.writeString(file, HEADCOUNT);
        assertThat(workshop.ingest().ingest(home, Arrival.of(file).asFeed("headcount")))
                .extracting(FileReport::quarantined)
                .isEqualTo(3L);
        repairs.export(
                home, new Repairs.Wanted("110000", Optional.empty(), Optional.empty()), surroundings(), workbook);
    }

    @AfterEach
    void close() {
        lock.close();
        repairs.close();
        workshop.close();
    }

    @Test
    void anOriginalThatWasOverwrittenIsNamedWithoutWhatStandsThere() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.write("headcount", "M4", "119990199003070011").save(workbook);
        }

        assertRefused("工作表 headcount 中不可修改的单元格被改动：M4。请恢复原样，更正值只填在“更正”列。 / Cells of sheet headcount that may not"
                + " be changed were: M4. Put them back, and write corrections in the columns 'corrected'.");
    }

    @Test
    void aDeletedRowIsNamed() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.sheet("headcount").removeRow(clerk.sheet("headcount").getRow(4));
            clerk.save(workbook);
        }

        assertRefused("工作表 headcount 缺少序号 2 的行。暂不更正的行请留空，不要删除。请重新导出或恢复。 / Sheet headcount lacks the rows with"
                + " No. 2. Leave rows for later empty and do not delete them: restore them, or export again.");
    }

    @Test
    void anAddedRowIsNamed() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.sheet("headcount").createRow(6).createCell(12).setCellValue("5");
            clerk.save(workbook);
        }

        assertRefused("工作表 headcount 多出第 7 行，不是导出的行。请删除。新增的数据请作为文件另行报送。 / Sheet headcount has rows that were not"
                + " exported: 7. Remove them; deliver new data as a file.");
    }

    @Test
    void sortedRowsAreRefused() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.sheet("headcount").getRow(3).getCell(0).setCellValue(2);
            clerk.sheet("headcount").getRow(4).getCell(0).setCellValue(1);
            clerk.save(workbook);
        }

        assertRefused("工作表 headcount 的行被移动或排序。请按“序号”恢复原顺序，并核对更正是否仍在各自的行。 / The rows of sheet headcount stand in"
                + " another order. Sort them by No. again, and see that each correction is still in its row.");
    }

    @Test
    void aFormulaIsNoCorrection() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.sheet("headcount").getRow(3).getCell(13).setCellFormula("2+3");
            clerk.save(workbook);
        }

        assertRefused(
                "工作表 headcount 的 N4 是公式。请填写值本身。 / Sheet headcount has formulas in N4. Write the values themselves.");
    }

    @Test
    void aWordThatIsNoDecisionIsNamedByItsPlace() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.write("headcount", "H5", "好").save(workbook);
        }

        assertRefused(
                "工作表 headcount 的 H5 应为空、更正或撤回。 / Sheet headcount, H5: expected nothing, 更正 (correct) or 撤回 (withdraw).");
    }

    @Test
    void aRowCannotBeCorrectedAndWithdrawn() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.correct("headcount", 1, "职工人数", "5")
                    .write("headcount", "H4", "撤回")
                    .save(workbook);
        }

        assertRefused(
                "工作表 headcount 第 4 行选了撤回，又填了更正值。请只留其一。 / Sheet headcount, row 4 is withdrawn and corrected at once."
                        + " Decide on one.");
    }

    @Test
    void aChangedIdentityIsFound() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.correct("headcount", 1, "职工人数", "5")
                    .write("zhigong", "B5", "0")
                    .save(workbook);
        }

        assertRefused(
                "更正表的校验和不符：隐藏的标识被改动。请重新导出。 / The checksum of the workbook does not fit: what it says of itself was"
                        + " changed. Export it again.");
    }

    @Test
    void aLostSheetIsNamed() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.book().removeSheetAt(clerk.book().getSheetIndex("headcount"));
            clerk.save(workbook);
        }

        assertRefused(
                "repair.xlsx 缺少工作表 headcount。请恢复，或重新导出。 / repair.xlsx lacks the sheet headcount. Restore it, or export the"
                        + " workbook again.");
    }

    @Test
    void anotherWorkbookIsNoRepairWorkbook() throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.book().removeSheetAt(clerk.book().getSheetIndex("zhigong"));
            clerk.save(workbook);
        }
        String foreign =
                "repair.xlsx 不是 zhigong repair export 导出的更正表。 / repair.xlsx is no repair workbook: expected one that 'zhigong"
                        + " repair export' wrote. Other files are for 'zhigong ingest'";

        assertRefused(foreign);
        Files.writeString(workbook, HEADCOUNT);
        assertRefused(foreign);
    }

    @Test
    void aPasswordAndABrokenFileAreSaid() throws IOException {
        byte[] whole = Files.readAllBytes(workbook);
        Files.write(workbook, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertRefused("repair.xlsx 设有密码，或是旧格式 .xls。请去掉密码，另存为 .xlsx 后交回。 / repair.xlsx has a password or is an old .xls."
                + " Save it as .xlsx without a password.");

        Files.write(workbook, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::apply).isInstanceOf(DataException.class).hasMessageStartingWith("repair.xlsx ");
        Files.write(workbook, "PK\u0003\u0004 no zip".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "repair.xlsx 无法作为工作簿读取，已损坏或过大。请重新保存后交回。 / repair.xlsx cannot be read as a workbook: it is damaged,"
                        + " or larger inside than it may be. Save it again.");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsRead() throws IOException {
        pack("xl/media/image1.png", none -> none, 300);

        assertRefused("repair.xlsx 解压后远大于任何更正表（可能是压缩炸弹），未读取。请重新导出。 / repair.xlsx unpacks to far more than any repair"
                + " workbook, like a zip bomb; nothing of it was read. Export it again.");
    }

    @Test
    void aMillionEmptyRowsAreRefusedWithTheWayOut() throws IOException {
        pack(
                "xl/worksheets/sheet3.xml",
                xml -> xml.replace("</sheetData>", "<row r=\"9\"/>".repeat(1_048_000) + "</sheetData>"));

        assertRefused("repair.xlsx 的行数（含空行）超过 20000，更正表没有这么多行。请删除多余的行，或重新导出。 / repair.xlsx has more than 20000"
                + " rows, empty ones too, and no repair workbook has so many. Delete those below the list, or export it"
                + " again.");
    }

    @Test
    void macrosAndDocumentTypesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(workbook);
        pack("xl/vbaProject.bin", xml -> "macro");
        assertRefused("repair.xlsx 带有宏。请另存为不带宏的 .xlsx 后交回。 / repair.xlsx has macros. Save it as .xlsx without macros.");

        Files.write(workbook, whole);
        pack("xl/worksheets/sheet3.xml", xml -> xml.replace("<worksheet", "<!DOCTYPE x []><worksheet"));
        assertRefused("repair.xlsx 含有正常保存不会产生、可能有害的内容，未读取。请重新导出。 / repair.xlsx holds what no program saves and what may"
                + " do harm; it was not read. Export it again.");
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(workbook);
        repairs.export(
                home, new Repairs.Wanted("110000", Optional.empty(), Optional.empty()), surroundings(), workbook);

        assertThat(Files.readAllBytes(workbook)).isEqualTo(first);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain(String.valueOf(Year.now(Clock.systemUTC())) + "-");
            }
        }
    }

    /** Packs the workbook again with one part changed, or added. */
    private void pack(String part, UnaryOperator<String> change) throws IOException {
        pack(part, change, 0);
    }

    /** The same, with {@code mebibytes} of blanks at the end of the part. */
    private void pack(String part, UnaryOperator<String> change, int mebibytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(text).getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
                for (int i = 0; each.getKey().equals(part) && i < mebibytes; i++) {
                    out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::apply).isInstanceOf(DataException.class).hasMessage(message);
        assertNothingDone();
    }

    private void assertNothingDone() {
        assertThat(Batches.read(home)).hasSize(1);
        assertThat(home.repairs()).doesNotExist();
    }

    private void apply() {
        repairs.apply(
                home, workbook, new Repairs.Order("李主任", "已核对", Optional.of(LocalDate.of(2025, 5, 6))), surroundings());
    }

    private Repairs.Surroundings surroundings() {
        Set<String> ids = Batches.read(home).stream().map(Batch::batchId).collect(Collectors.toSet());
        return new Repairs.Surroundings(ids, List.of());
    }
}
