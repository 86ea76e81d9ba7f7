package org.zhigong.jobs.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.zhigong.transform.Label;

/** The writer of workbooks, read back by another library. */
class XlsxFileTest {

    private static final XlsxSheet.Form FORM = new XlsxSheet.Form(
            "表 <1> & 'so on'",
            "Title & more",
            "",
            List.of(new Label("甲", "first"), new Label("乙", "second")),
            List.of(10, 20),
            1);

    @Test
    void aTextIsNeverAFormulaWhateverItStartsWith() throws IOException {
        List<String> texts = List.of(
                "=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "plain", "<&>\"'", "a\nb", "职工 \ud83d\ude00", " two  blanks ");

        try (XSSFWorkbook book = read(written(texts))) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (int i = 0; i < texts.size(); i++) {
                Cell cell = sheet.getRow(2 + i).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(texts.get(i));
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as(texts.get(i))
                        .isEqualTo(i < 5);
            }
        }
    }

    @Test
    void whatXmlCannotHoldBecomesAReplacementCharacter() throws IOException {
        try (XSSFWorkbook book = read(written(List.of("a\u0000b\u0007c\ud800d\uffffe")))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
        }
    }

    @Test
    void aTextThatIsTooLongForACellIsCutAndSaysSo() throws IOException {
        try (XSSFWorkbook book = read(written(List.of("x".repeat(40_000))))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("x…");
        }
    }

    @Test
    void numbersAndDaysComeBackAsTheyWere() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(out, "t", LocalDate.of(2025, 12, 31))) {
            XlsxSheet sheet = file.sheet(FORM);
            sheet.beginRow(1);
            sheet.number(0.1 + 0.2, Look.SHARE);
            sheet.number(9_007_199_254_740_991L);
            sheet.endRow();
            sheet.beginRow(1);
            sheet.day(LocalDate.of(2025, 2, 28));
            sheet.empty();
            sheet.endRow();
        }

        try (XSSFWorkbook book = read(out.toByteArray())) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(0.1 + 0.2);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(9_007_199_254_740_991d);
            assertThat(sheet.getRow(3).getCell(0).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2025, 2, 28));
            assertThat(sheet.getRow(3).getCell(1)).isNull();
        }
    }

    @Test
    void headingsStayInSightAndRowsCanBeFiltered() throws IOException {
        try (XSSFWorkbook book = read(written(List.of("a", "b")))) {
            XSSFSheet sheet = book.getSheetAt(0);
            PaneInformation pane = sheet.getPaneInformation();

            assertThat(sheet.getSheetName()).isEqualTo("表 <1> & 'so on'");
            assertThat(pane.isFreezePane()).isTrue();
            assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(pane.getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B4");
            assertThat(sheet.getColumnWidth(1)).isEqualTo(20 * 256);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(sheet.getHeader().getCenter()).isEqualTo("Title && more");
        }
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        assertThat(written(List.of("a", "b"))).isEqualTo(written(List.of("a", "b")));
    }

    @Test
    void aSheetHasAHeadingAndAWidthForEveryColumn() {
        assertThatThrownBy(() -> new XlsxSheet.Form("s", "t", "", FORM.headings(), List.of(1), 0))
                .hasMessage("Sheet s has 2 headings, 1 widths and 0 columns that stay");
    }

    private static byte[] written(List<String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(out, "t", LocalDate.of(2025, 12, 31))) {
            XlsxSheet sheet = file.sheet(FORM);
            for (String text : texts) {
                sheet.beginRow(1);
                sheet.text(text, Look.TEXT);
                sheet.endRow();
            }
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
