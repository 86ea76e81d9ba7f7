package org.zhigong.ingest.repair;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a repair workbook look; every one is a text, so that no number is cut and no date is guessed. */
record Styles(
        XSSFCellStyle title,
        XSSFCellStyle header,
        XSSFCellStyle locked,
        XSSFCellStyle wrong,
        XSSFCellStyle editable,
        XSSFCellStyle due) {

    Styles(XSSFWorkbook book) {
        this(
                bold(book, locked(book, IndexedColors.WHITE)),
                bold(book, locked(book, IndexedColors.GREY_25_PERCENT)),
                locked(book, IndexedColors.WHITE),
                red(book, locked(book, IndexedColors.WHITE)),
                unlocked(locked(book, IndexedColors.LIGHT_TURQUOISE)),
                unlocked(locked(book, IndexedColors.LIGHT_YELLOW)));
        title.setWrapText(false);
    }

    private static XSSFCellStyle locked(XSSFWorkbook book, IndexedColors colour) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBorderRight(BorderStyle.HAIR);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setQuotePrefixed(true);
        style.setLocked(true);
        return style;
    }

    private static XSSFCellStyle unlocked(XSSFCellStyle style) {
        style.setLocked(false);
        return style;
    }

    private static XSSFCellStyle bold(XSSFWorkbook book, XSSFCellStyle style) {
        XSSFFont font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle red(XSSFWorkbook book, XSSFCellStyle style) {
        XSSFFont font = book.createFont();
        font.setColor(IndexedColors.RED.getIndex());
        style.setFont(font);
        return style;
    }
}
