package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.Repairs.Order;
import org.zhigong.ingest.Repairs.Surroundings;
import org.zhigong.ingest.Repairs.Wanted;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;

class RepairsTest {

    private static final String MEMBERS = """
            姓名,证件类型,证件号码,性别,单位统一社会信用代码,工会编号,入会日期,会员状态,离会日期,更新日期
            仿蘅霁,ID,119990199003070011,1,91119990MA00010015,GH0000000001,2020-05-01,1,,2025-03-01
            仿芷岚,ID,119990199003070038,男,91119990MA00010015,GH0000000001,2023-02-30,1,,2025-03-01
            仿若溪,ID,119990199003070054,1,91119990MA00010015,GH0000000001,2020-05-01,4,2019-05-01,2025-03-01
            """;
    private static final String AGREEMENTS = """
            合同编号,合同类型,层级,含工资条款,用人单位统一社会信用代码,签订日期,起始日期,终止日期,自动顺延,更新日期
            HT01,1,1,是,91119990MA00010015,2024-01-05,2024-01-05,2026-01-04,否,2025-03-01
            =HT02,1,1,也许,91119990MA00010015,2024-01-05,2024-01-05,2026-01-04,否,2025-03-01
            """;
    private static final Order ORDER = new Order("李主任", "已核对原件", Optional.of(LocalDate.of(2025, 5, 6)));

    @TempDir
    private Path folder;

    private Workshop workshop;
    private Repairs repairs;
    private HomeLock lock;
    private Home home;
    private Path workbook;

    @BeforeEach
    void deliver() throws IOException {
        workshop = Workshop.lenient(folder.resolve("scratch"));
        repairs = workshop.repairs(folder.resolve("scratch"));
        lock = HomeGuard.forWriting(
                folder.resolve("home"), HomeLock.Holder.here("test", Instant.parse("2025-05-06T00:00:00Z"), "here"));
        home = lock.home();
        workbook = folder.resolve("repair.xlsx");
        ingest("members", "members_110105_202503_20250408.csv", MEMBERS);
    }

    @AfterEach
    void close() {
        lock.close();
        repairs.close();
        workshop.close();
    }

    @Test
    void rowsGoOutWithPositionReasonAndCellsAsFarAsTheirGradeAllows() throws IOException {
        Map<String, Long> rows = export("110105");

        assertThat(rows).containsExactly(Map.entry("members", 2L));
        try (Clerk clerk = new Clerk(workbook)) {
            assertThat(List.of("A4", "B4", "D4", "E4", "F4", "G4", "I4", "M4", "O4").stream()
                            .map(address -> clerk.read("members", address)))
                    .containsExactly(
                            "1",
                            "members_110105_202503_20250408.csv",
                            "3",
                            "DATE_IMPOSSIBLE",
                            "入会日期：日期不存在 / joined_on: There is no such date",
                            "日期不存在，按原件核对。请按原件填写：姓名、证件号码、入会日期。\nThere is no such day: look it up in the original."
                                    + " Type from the original: name, doc_no, joined_on.",
                            "字字字",
                            "999999999999999999",
                            "男");
            assertThat(clerk.sheet("members").getProtect()).isTrue();
            assertThat(clerk.book().isSheetVeryHidden(clerk.book().getSheetIndex("zhigong")))
                    .isTrue();
            assertThat(clerk.sheet("members").getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 3);
            assertThat(clerk.sheet("members").getDataValidations()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void correctedRowsBecomeAnOverlayThatNamesItsOrigin() throws IOException {
        export("110105");
        correctFirst("2023-02-28");

        RepairReport report = apply();

        Batch origin = batches().get(0);
        Batch overlay = batches().get(1);
        assertThat(report.outcome()).isEqualTo(RepairReport.Outcome.APPLIED);
        assertThat(overlay.overlay())
                .contains(new Batch.Overlay(origin.batchId(), origin.sha256(), List.of(1L), List.of(), "李主任", "已核对原件"));
        assertThat(List.of(overlay.rowsRead(), overlay.accepted(), overlay.quarantined(), overlay.dropped()))
                .containsExactly(2L, 1L, 0L, 1L);
        assertThat(overlay)
                .extracting(Batch::deliverer, Batch::period, Batch::receivedOn, Batch::kind, Batch::reasons)
                .containsExactly(
                        "110105",
                        "2025-03",
                        LocalDate.of(2025, 5, 6),
                        Batch.Kind.SNAPSHOT,
                        Map.of("CODE_ALIAS", 1L, "NOT_CORRECTED", 1L));
        assertThat(rows(overlay))
                .extracting("joined_on", "sex", "union_id", "verdict", "source_line", "origin_row")
                .containsExactly(
                        tuple(LocalDate.of(2023, 2, 28), "1", "GH0000000001", "accepted", 4L, 1L),
                        tuple(null, null, null, "dropped", 5L, 2L));
        assertThat(rows(overlay).get(0).get("person_key"))
                .isEqualTo(Workshop.key().person("ID", "119990199003070038"));
    }

    @Test
    void theSameWorkbookTwiceIsTheSameAsOnce() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        apply();
        List<Batch> once = batches();

        RepairReport again = repairs.apply(
                home, workbook, new Order("另一人", "再来", Optional.of(LocalDate.of(2026, 1, 1))), surroundings());

        assertThat(again)
                .extracting(RepairReport::outcome, RepairReport::by, RepairReport::receivedOn, RepairReport::accepted)
                .containsExactly(RepairReport.Outcome.ALREADY_APPLIED, "李主任", LocalDate.of(2025, 5, 6), 1L);
        assertThat(batches()).isEqualTo(once);
    }

    @Test
    void aRepairedRowGoesOutNoMore() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        apply();
        Files.delete(workbook);

        assertThat(export("110105")).containsExactly(Map.entry("members", 1L));

        try (Clerk clerk = new Clerk(workbook)) {
            assertThat(clerk.read("members", "D4")).isEqualTo("4");
            clerk.write("members", "H4", "撤回").save(workbook);
        }
        apply();
        Files.delete(workbook);
        assertThat(export("110105")).isEmpty();
        assertThat(workbook).doesNotExist();
    }

    @Test
    void aWrongCorrectionIsQuarantinedAgainWithItsOwnPosition() throws IOException {
        export("110105");
        correctFirst("2023-02-31");

        RepairReport report = apply();

        assertThat(report.quarantined()).isEqualTo(1);
        Batch overlay = batches().get(1);
        assertThat(quarantine(overlay))
                .extracting("source_line", "column_name", "reason", "value")
                .containsExactly(tuple(4L, "joined_on", "DATE_IMPOSSIBLE", "2023-02-31"));
        assertThat(overlay.overlay().orElseThrow().repaired()).isEmpty();
    }

    @Test
    void aMaskedCellThatIsNotTypedAgainKeepsItsRowOut() throws IOException {
        export("110105");
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.correct("members", 1, "入会日期", "2023-02-28")
                    .correct("members", 1, "证件号码", "119990199003070038")
                    .save(workbook);
        }

        apply();

        assertThat(quarantine(batches().get(1)))
                .extracting("source_line", "column_name", "reason")
                .containsExactly(tuple(4L, "name", "REPAIR_OPEN"));
    }

    @Test
    void aLongNumberThatTheSpreadsheetCutIsNotTakenForWhole() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.sheet("members").getRow(3).getCell(13).setCellValue(1.19990199003070e17);
            clerk.save(workbook);
        }

        apply();

        assertThat(quarantine(batches().get(1)))
                .extracting("column_name", "reason")
                .containsExactly(tuple("doc_no", "ID_PRECISION_LOST"));
    }

    @Test
    void aTextThatStartsLikeAFormulaStaysAText() throws IOException {
        ingest("agreements", "agreements_110000_202503_20250408.csv", AGREEMENTS);
        export("110000");

        try (Clerk clerk = new Clerk(workbook)) {
            var cell = clerk.sheet("agreements").getRow(3).getCell(8);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=HT02");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            clerk.correct("agreements", 1, "含工资条款", "是").save(workbook);
        }
        apply();

        assertThat(rows(batches().get(1)))
                .extracting("agreement_id", "has_wage_chapter")
                .containsExactly(tuple("=HT02", true));
    }

    @Test
    void nothingIsVisibleOfAWorkbookWhoseApplicationDidNotEnd() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        RepairReport report = apply();
        Files.delete(home.repair(report.sha256()));

        assertThat(batches()).hasSize(1);

        assertThat(apply().outcome()).isEqualTo(RepairReport.Outcome.APPLIED);
        assertThat(batches()).hasSize(2);
    }

    @Test
    void correctionsOfAFileThatWasDeliveredAgainAreNotNeeded() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        String replaced = batches().get(0).batchId();
        ingest("members", "members_110105_202503_20250420.csv", MEMBERS.replace("2023-02-30", "2023-02-28"));
        Set<String> current = ids().stream().filter(id -> !id.equals(replaced)).collect(Collectors.toSet());

        assertRefused(
                new Surroundings(current, List.of()),
                "repair.xlsx 更正的文件都已重新报送（如 members_110105_202503_20250408.csv），更正不再需要。 / The files that repair.xlsx"
                        + " corrects were delivered again meanwhile, such as members_110105_202503_20250408.csv: its"
                        + " corrections are not needed any more");
    }

    @Test
    void aWorkbookOfAnotherReleaseIsRefused() throws IOException {
        repairs.export(home, wanted("110105"), new Surroundings(ids(), List.of("2025-03-0123456789ab")), workbook);
        correctFirst("2023-02-28");

        assertRefused(
                surroundings(),
                "更正表是按发布 2025-03-0123456789ab 导出的，本数据目录没有该发布。请重新导出。 / The workbook was exported under release"
                        + " 2025-03-0123456789ab, which this home never had. Export it again");
        assertThat(repairs.apply(
                                home,
                                workbook,
                                ORDER,
                                new Surroundings(ids(), List.of("2025-04-0123456789ab", "2025-03-0123456789ab")))
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void aWorkbookOfAnotherHomeIsRefused() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        Files.writeString(home.version(), "{\"home\": \"0000000000000000\", \"layout\": 1}");

        assertRefused(
                surroundings(),
                "更正表出自另一个数据目录，不是 %1$s。请交回导出它的一方。 / The workbook was exported from another home than %1$s: apply it"
                                .formatted(home.root())
                        + " there");
    }

    @Test
    void aWorkbookOfAnOlderContractIsRefused() throws IOException {
        export("110105");
        correctFirst("2023-02-28");
        try (Workshop strict = Workshop.strict(folder.resolve("scratch"));
                Repairs newer = strict.repairs(folder.resolve("scratch"))) {
            assertThatThrownBy(() -> newer.apply(home, workbook, ORDER, surroundings()))
                    .isInstanceOf(DataException.class)
                    .hasMessage("members 的数据合同或代码表已更新，members_110105_202503_20250408.csv 的隔离行要按新规则重新判断。请先运行 zhigong"
                            + " ingest，再重新导出更正表。 / The contract of members or its code lists are not those by"
                            + " which members_110105_202503_20250408.csv was read. Run 'zhigong ingest' first,"
                            + " then export the workbook again");
        }
    }

    @Test
    void aDeliveryBeforeTheFileThatIsCorrectedIsRefused() throws IOException {
        export("110105");
        correctFirst("2023-02-28");

        assertThatThrownBy(() -> repairs.apply(
                        home, workbook, new Order("李主任", "早了", Optional.of(LocalDate.of(2025, 4, 7))), surroundings()))
                .hasMessage(
                        "更正表的报送日期 2025-04-07 早于所更正的文件 members_110105_202503_20250408.csv（2025-04-08）。请核对 --received。 /"
                                + " The workbook cannot have been delivered on 2025-04-07, before the file"
                                + " members_110105_202503_20250408.csv that it corrects (2025-04-08). Check --received");
    }

    @Test
    void aWorkbookInWhichNothingWasTypedIsRefused() throws IOException {
        export("110105");

        assertRefused(
                surroundings(),
                "repair.xlsx 中没有填写任何更正。 / Nothing was corrected in repair.xlsx: no cell for a correction or a decision is"
                        + " filled");
    }

    @Test
    void anEmployerByNameOnlyGoesOutWithTheLikestOnesOfTheRegister() throws IOException {
        ingest("employers", "employers_110000_202503_20250408.csv", """
                统一社会信用代码,单位名称,机构类型,街道代码,行业分类版本,行业代码,登记类型版本,登记注册类型,成立日期,登记状态,更新日期
                91119990MA00010015,北京合成一号(海淀)有限公司,1,110108001,2017,I651,2011,173,2010-01-04,1,2025-03-01
                91119990MA00010028,北京合成二号有限公司,1,110108001,2017,I651,2011,173,2010-01-04,1,2025-03-01
                91119990MA0001003B,上海别样商贸中心,1,110108001,2017,I651,2011,173,2010-01-04,1,2025-03-01
                """);
        ingest("covered_units", "covered_units_110105_202503_20250408.csv", """
                工会编号,工会名称,涵盖单位统一社会信用代码,涵盖单位名称,涵盖起始日期
                GH0000000001,合成联合工会,,北京合成一號（海淀）有限公司,2020-01-01
                GH0000000001,合成联合工会,,完全无关的名字,2020-01-01
                """);

        export("110105");

        try (Clerk clerk = new Clerk(workbook)) {
            assertThat(clerk.book().getSheet("候选单位 Candidates"))
                    .extracting(row -> IntStream.range(0, 6)
                            .mapToObj(place -> row.getCell(place).getStringCellValue())
                            .toList())
                    .containsExactly(
                            List.of(
                                    "工作表 Sheet",
                                    "序号 No.",
                                    "报送的名称 Name as delivered",
                                    "候选代码 Code",
                                    "候选名称 Name",
                                    "相似度 Likeness %"),
                            List.of(
                                    "covered_units",
                                    "1",
                                    "北京合成一號（海淀）有限公司",
                                    "91119990MA00010015",
                                    "北京合成一号(海淀)有限公司",
                                    "100"),
                            List.of("covered_units", "1", "北京合成一號（海淀）有限公司", "91119990MA00010028", "北京合成二号有限公司", "60"));
        }
        ingest("employers", "employers_110000_202504_20250508.csv", """
                统一社会信用代码,单位名称,机构类型,街道代码,行业分类版本,行业代码,登记类型版本,登记注册类型,成立日期,登记状态,更新日期
                91119990MA00010015,北京改名有限公司,1,110108001,2017,I651,2011,173,2010-01-04,1,2025-03-01
                """);
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.correct("covered_units", 1, "涵盖单位统一社会信用代码", "91119990MA00010015")
                    .save(workbook);
        }
        assertThat(apply().accepted()).isEqualTo(1);
    }

    @Test
    void aDelivererWithoutFilesIsRefused() {
        assertThatThrownBy(() -> export("110106"))
                .isInstanceOf(SetupException.class)
                .hasMessage("Unknown deliverer '110106'; did you mean 110105?; there are [110105]");
    }

    private void assertRefused(Surroundings known, String message) {
        List<Batch> before = batches();
        assertThatThrownBy(() -> repairs.apply(home, workbook, ORDER, known))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
        assertThat(batches()).isEqualTo(before);
        assertThat(home.repairs()).doesNotExist();
    }

    private void correctFirst(String joinedOn) throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            clerk.correct("members", 1, "姓名", "仿芷岚")
                    .correct("members", 1, "证件号码", "119990199003070038")
                    .correct("members", 1, "入会日期", joinedOn)
                    .save(workbook);
        }
    }

    private Map<String, Long> export(String deliverer) {
        return repairs.export(home, wanted(deliverer), surroundings(), workbook);
    }

    private static Wanted wanted(String deliverer) {
        return new Wanted(deliverer, Optional.empty(), Optional.empty());
    }

    private RepairReport apply() {
        return repairs.apply(home, workbook, ORDER, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(ids(), List.of());
    }

    private Set<String> ids() {
        return batches().stream().map(Batch::batchId).collect(Collectors.toSet());
    }

    private List<Batch> batches() {
        return Batches.read(home);
    }

    private List<Map<String, Object>> rows(Batch batch) {
        return workshop.query("select * from read_parquet('%s')"
                .formatted(home.batch(batch.feed(), batch.batchId()).resolve("rows.parquet")));
    }

    private List<Map<String, Object>> quarantine(Batch batch) {
        return workshop.query("select * from read_parquet('%s')"
                .formatted(home.batch(batch.feed(), batch.batchId()).resolve("quarantine.parquet")));
    }

    private void ingest(String feed, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        workshop.ingest().ingest(home, Arrival.of(file).asFeed(feed));
    }
}
