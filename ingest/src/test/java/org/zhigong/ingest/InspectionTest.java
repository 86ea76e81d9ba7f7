package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.inspect.InspectionWorkbook;
import org.zhigong.ingest.read.RowFinding;

/**
 * What a check shows beyond the report, and its workbook. That it says what ingest says, the conformance cases show.
 */
class InspectionTest {

    private static final int MOST = 100_000;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Workshop lenient;
    private static Workshop strict;

    @BeforeAll
    static void open() {
        lenient = Workshop.lenient(shared);
        strict = Workshop.strict(shared);
    }

    @AfterAll
    static void close() {
        lenient.close();
        strict.close();
    }

    @Test
    void theFindingsOfARejectedFileAreShownAllTheSame() throws IOException {
        Path file = Files.createDirectories(folder.resolve("members")).resolve("members_110105_202503_20250408.csv");
        Files.writeString(file, """
                姓名,证件号码,工会编号,入会日期,会员状态
                合成甲,119990199003070012,GH0000000001,2020-05-01,1
                合成乙,119990198506120020,GH0000000001,2020-05-01,1
                """);

        Inspection inspection = strict.ingest().inspect(Arrival.of(file), MOST);

        assertThat(inspection.report().reasons()).containsKey("TOO_MANY_QUARANTINED");
        assertThat(inspection.findings())
                .extracting(RowFinding::line, RowFinding::column, RowFinding::reason, RowFinding::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "doc_no", "ID_CHECK_FAIL", "999999999999999999"));
    }

    @Test
    void theWorkbookHoldsEveryFindingInTheOrderOfRowsAndRunsNothing() throws IOException {
        Path file = Files.createDirectories(folder.resolve("unions")).resolve("unions_110000_202503_20250408.csv");
        Files.writeString(file, """
                工会编号,工会名称,组织类型,工会统一社会信用代码,成立日期,更新日期
                GH0000000001,合成工会,4,,2010-02-30,2025-03-01
                GH0000000002,合成工会,4,91119990MA00010015,2010-01-05,2025-03-01
                =GH3,合成工会,"=HYPERLINK(""x"")",,2010-01-05,2025-03-01
                """);

        Inspection inspection = lenient.ingest().inspect(Arrival.of(file), MOST);
        XSSFWorkbook book = written(inspection);

        List<List<String>> rows = texts(book.getSheet(InspectionWorkbook.FINDINGS));
        assertThat(rows.subList(1, rows.size()))
                .isEqualTo(List.of(
                        List.of(
                                "unions_110000_202503_20250408.csv",
                                "",
                                "2",
                                "E",
                                "成立日期",
                                "Founded on",
                                "隔离 quarantined",
                                "日期不存在",
                                "There is no such date",
                                "2010-02-30",
                                "日期不存在，按原件核对。",
                                "There is no such day: look it up in the original.",
                                "DATE_IMPOSSIBLE"),
                        List.of(
                                "unions_110000_202503_20250408.csv",
                                "",
                                "3",
                                "",
                                "整行",
                                "The whole row",
                                "提示 flagged",
                                "工会栏填了其他单位的代码",
                                "Another body's code in a union's column",
                                "",
                                "填工会法人的代码（8开头）。",
                                "Write the union's own code, which begins with 8.",
                                "USCC_NOT_UNION"),
                        List.of(
                                "unions_110000_202503_20250408.csv",
                                "",
                                "4",
                                "A",
                                "工会编号",
                                "Union number",
                                "隔离 quarantined",
                                "格式不符",
                                "The value does not have the agreed form",
                                "=GH3",
                                "按约定的格式填写。",
                                "Write it in the agreed form.",
                                "PATTERN"),
                        List.of(
                                "unions_110000_202503_20250408.csv",
                                "",
                                "4",
                                "C",
                                "组织类型",
                                "Type of organisation",
                                "隔离 quarantined",
                                "未知代码",
                                "Unknown code",
                                "=AAAAAAAAA(\"x\")",
                                "改用代码表中的名称或代码。",
                                "Use a name or code of the code list.",
                                "CODE_UNKNOWN")));
        Sheet sheet = book.getSheet(InspectionWorkbook.FINDINGS);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(book.getSheet(InspectionWorkbook.FINDINGS)
                        .getCTWorksheet()
                        .getAutoFilter()
                        .getRef())
                .isEqualTo("A1:M5");
        for (Sheet each : book) {
            for (Row row : each) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                }
            }
        }
    }

    @Test
    void theWorkbookSaysWhyAFileIsRejected() throws IOException {
        Path file = Files.createDirectories(folder.resolve("unions")).resolve("unions_110000_202503_20250408.csv");
        Files.writeString(file, "工会编号,工会名称,组织类型,成立日期,更新日期\n");

        XSSFWorkbook book = written(lenient.ingest().inspect(Arrival.of(file), MOST));

        assertThat(texts(book.getSheet(InspectionWorkbook.SUMMARY)))
                .contains(
                        List.of("结论 Verdict", "退回 rejected"),
                        List.of(
                                "说明 Message",
                                "文件只有表头，没有数据行。若确实为零，请在附带说明中声明 rows: 0。",
                                "The file has a header and no rows. If there are none indeed, state rows: 0 in its sidecar."),
                        List.of(
                                "EMPTY_FILE",
                                "文件没有数据行\nThe file has no rows",
                                "若确实为零，在附带说明中声明 rows: 0；否则重新导出。\n"
                                        + "If there is nothing to report, state rows: 0 in the sidecar; else export again.",
                                "1"));
    }

    private static XSSFWorkbook written(Inspection inspection) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InspectionWorkbook.write(List.of(inspection), lenient.contracts().codeLists(), bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<List<String>> texts(Sheet sheet) {
        DataFormatter formatter = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            rows.add(cells);
        }
        return rows;
    }
}
