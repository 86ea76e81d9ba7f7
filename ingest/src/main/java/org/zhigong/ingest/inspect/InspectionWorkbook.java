package org.zhigong.ingest.inspect;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhigong.ingest.FileReport;
import org.zhigong.ingest.Inspection;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.Advice;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.form.TimelessWorkbook;
import org.zhigong.ingest.read.RowFinding;
import org.zhigong.warehouse.Batch;

/**
 * An inspection as a workbook in both languages: a summary with the verdict and its reasons, and a sheet with a line
 * for each finding in the order of rows: where it is, what it is, what stands there (masked as its grade asks), what to
 * do. Every text is a text, also one that looks like a formula.
 */
public final class InspectionWorkbook {

    /** The sheet of findings. */
    public static final String FINDINGS = "逐条 Findings";

    /** The sheet with the verdict. */
    public static final String SUMMARY = "概要 Summary";

    private static final List<String> HEADER = List.of(
            "文件\nFile",
            "工作表\nSheet",
            "行\nRow",
            "列\nColumn",
            "列名\nName",
            "列名（英文）\nName (English)",
            "处理\nEffect",
            "原因\nReason",
            "原因（英文）\nReason (English)",
            "原值（已遮蔽）\nValue (masked)",
            "怎么办\nWhat to do",
            "怎么办（英文）\nWhat to do (English)",
            "代码\nCode");
    private static final int[] WIDTHS = {24, 14, 8, 8, 20, 20, 12, 28, 34, 26, 44, 50, 20};
    private static final int ROW = 2;
    private static final int WINDOW = 100;

    private final Advice advice;
    private final Map<String, Label> labels = new HashMap<>();
    private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
    private final CellStyle text = style(false);
    private final CellStyle head = style(true);

    private InspectionWorkbook(CodeLists codes) {
        advice = new Advice(codes);
        for (Map<String, Object> row : codes.list("findings").table().rows()) {
            labels.put(
                    String.valueOf(row.get("code")),
                    new Label(String.valueOf(row.get("name_zh")), String.valueOf(row.get("name_en"))));
        }
    }

    /** Writes {@code inspections} to {@code out}, in the words of {@code codes}. */
    public static void write(List<Inspection> inspections, CodeLists codes, OutputStream out) throws IOException {
        InspectionWorkbook workbook = new InspectionWorkbook(codes);
        try (workbook.book) {
            workbook.summary(inspections);
            workbook.findings(inspections);
            TimelessWorkbook.write(workbook.book, out);
        }
    }

    private void summary(List<Inspection> inspections) {
        Sheet sheet = book.createSheet(SUMMARY);
        sheet.setColumnWidth(0, 26 * 256);
        sheet.setColumnWidth(1, 60 * 256);
        sheet.setColumnWidth(2, 60 * 256);
        sheet.setColumnWidth(3, 12 * 256);
        for (Inspection inspection : inspections) {
            summary(sheet, inspection.report());
            line(sheet, text, "");
        }
    }

    private void summary(Sheet sheet, FileReport report) {
        line(sheet, head, "文件 File", report.file());
        line(sheet, head, "数据 Feed", report.feed());
        line(sheet, head, "报送单位 Deliverer", report.deliverer());
        line(sheet, head, "所属期 Period", report.period());
        line(sheet, head, "报送日期 Delivered on", report.receivedOn().toString());
        line(sheet, head, "结论 Verdict", verdict(report));
        line(sheet, head, "行数 Rows read", report.rowsRead());
        line(sheet, head, "接受 Accepted", report.accepted());
        line(sheet, head, "隔离 Quarantined", report.quarantined());
        line(sheet, head, "略去 Dropped", report.dropped());
        for (Batch.Message message : report.messages()) {
            line(sheet, head, "说明 Message", message.zh(), message.en());
        }
        line(sheet, text, "");
        line(sheet, head, "代码 Code", "原因 Reason", "怎么办 What to do", "行数 Rows");
        report.reasons().forEach((code, rows) -> {
            Label label = labels.getOrDefault(code, new Label(code, code));
            Label todo = advice.on(code);
            boolean isToDo = advice.isOn(code);
            line(
                    sheet,
                    text,
                    code,
                    label.zh() + "\n" + label.en(),
                    isToDo ? todo.zh() + "\n" + todo.en() : "无需处理\nNothing to do",
                    rows);
        });
    }

    private static String verdict(FileReport report) {
        return switch (report.verdict()) {
            case ACCEPTED -> "接受 accepted";
            case REJECTED -> "退回 rejected";
            case HELD -> "暂缓 held";
            case DUPLICATE -> "重复 duplicate";
        };
    }

    private void findings(List<Inspection> inspections) {
        Sheet sheet = book.createSheet(FINDINGS);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        line(sheet, head, HEADER.toArray());
        for (Inspection inspection : inspections) {
            inspection.findings().forEach(finding -> finding(sheet, inspection.report(), finding));
        }
        sheet.createFreezePane(ROW + 1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, sheet.getLastRowNum(), 0, HEADER.size() - 1));
    }

    private void finding(Sheet sheet, FileReport report, RowFinding finding) {
        Label todo = advice.on(finding.reason());
        line(
                sheet,
                text,
                report.file(),
                finding.sheet(),
                finding.line(),
                finding.letters(),
                finding.columnZh().isEmpty() ? "整行" : finding.columnZh(),
                finding.columnEn().isEmpty() ? "The whole row" : finding.columnEn(),
                finding.effect().equals("flagged") ? "提示 flagged" : "隔离 quarantined",
                finding.reasonZh(),
                finding.reasonEn(),
                finding.value(),
                todo.zh(),
                todo.en(),
                finding.reason());
    }

    private static void line(Sheet sheet, CellStyle style, Object... cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.createCell(i);
            cell.setCellStyle(style);
            if (cells[i] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(String.format(Locale.ROOT, "%s", cells[i]));
            }
        }
    }

    private CellStyle style(boolean isHead) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        // A text that begins like a formula stays one, also when somebody edits the cell.
        style.setQuotePrefixed(true);
        if (isHead) {
            Font bold = book.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
