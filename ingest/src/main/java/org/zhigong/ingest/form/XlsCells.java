package org.zhigong.ingest.form;

import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * Reads single cells of an .xls file: the text that a person means by what the file has.
 *
 * @param styles by the number that cells refer to
 * @param isFrom1904 whether days are counted from 1904
 * @param days positions in which a plain number counts days
 */
record XlsCells(SSTRecord strings, List<NumberStyle> styles, boolean isFrom1904, Set<Integer> days) {

    private static final double EXACT = 1e15;

    /** The text of a cell; that of a formula with a text follows in a record of its own. */
    String text(CellValueRecordInterface cell) {
        if (cell instanceof LabelSSTRecord label) {
            return strings.getString(label.getSSTIndex()).getString();
        }
        if (cell instanceof LabelRecord label) {
            return label.getValue();
        }
        if (cell instanceof NumberRecord number) {
            return number(cell, number.getValue());
        }
        if (cell instanceof BoolErrRecord value) {
            return value.isBoolean() ? truth(value.getBooleanValue()) : error(value.getErrorValue());
        }
        return cell instanceof FormulaRecord formula ? result(formula) : "";
    }

    private String result(FormulaRecord formula) {
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> number(formula, formula.getValue());
            case BOOLEAN -> truth(formula.getCachedBooleanValue());
            case ERROR -> error((byte) formula.getCachedErrorValue());
            default -> "";
        };
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
    }

    private String number(CellValueRecordInterface cell, double value) {
        int index = cell.getXFIndex();
        NumberStyle style = index >= 0 && index < styles.size() ? styles.get(index) : NumberStyle.PLAIN;
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < EXACT;
        String text = isWhole ? Long.toString((long) value) : Double.toString(value);
        return style.shown(text, isFrom1904, days.contains((int) cell.getColumn()));
    }
}
