package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xls file, gathered from records of single cells. */
final class XlsRows extends SheetRows {

    private final InputStream in;
    private final RecordFactoryInputStream records;
    private final XlsCells cells;
    private int partsToSkip;
    private @Nullable CellValueRecordInterface ahead;
    private @Nullable FormulaRecord formula;
    private int row = -1;
    private int depth;
    private boolean isOver;

    XlsRows(InputStream in, RecordFactoryInputStream records, int partsToSkip, XlsCells cells, Merges merges) {
        super(merges);
        this.in = in;
        this.records = records;
        this.partsToSkip = partsToSkip;
        this.cells = cells;
    }

    @Override
    int readRow(RowOfCells target) throws RejectedFile {
        try {
            CellValueRecordInterface cell = ahead == null ? nextCell(target) : ahead;
            if (cell == null) {
                return 0;
            }
            if (cell.getRow() <= row) {
                throw Damage.damaged(Form.XLS);
            }
            row = cell.getRow();
            ahead = null;
            while (cell != null && cell.getRow() == row) {
                target.set(cell.getColumn(), cells.text(cell));
                formula = cell instanceof FormulaRecord formulaCell ? formulaCell : null;
                cell = nextCell(target);
            }
            ahead = cell;
            return row + 1;
        } catch (RuntimeException e) {
            // The library has many ways to say that the bytes are not what they should be.
            throw Damage.damaged(Form.XLS);
        }
    }

    private @Nullable CellValueRecordInterface nextCell(RowOfCells target) {
        while (!isOver) {
            Record record = records.nextRecord();
            if (record == null) {
                isOver = true;
            } else if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord) {
                leave();
            } else if (partsToSkip == 0 && depth == 1) {
                if (record instanceof StringRecord text && formula != null) {
                    target.set(formula.getColumn(), text.getString());
                } else if (record instanceof CellValueRecordInterface cell) {
                    return cell;
                }
            }
        }
        return null;
    }

    private void leave() {
        depth--;
        if (depth <= 0) {
            isOver = partsToSkip == 0;
            partsToSkip = Math.max(0, partsToSkip - 1);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
