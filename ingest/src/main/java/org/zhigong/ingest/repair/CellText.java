package org.zhigong.ingest.repair;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says, as a text. */
final class CellText {

    // A spreadsheet keeps fifteen digits; what had more was cut, and has to look cut.
    private static final double EXACT = 1e15;

    private CellText() {}

    static boolean isFormula(@Nullable Cell cell) {
        return cell != null && cell.getCellType() == CellType.FORMULA;
    }

    static String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell) ? moment(cell.getLocalDateTimeCellValue()) : number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case FORMULA, BLANK, _NONE -> "";
        };
    }

    private static String number(Cell cell) {
        double value = cell.getNumericCellValue();
        return Math.abs(value) >= EXACT
                ? String.format(Locale.ROOT, "%.5E", value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String moment(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString().replace('T', ' ');
    }
}
