package org.zhigong.ingest.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xlsx file, as its part has them. */
final class XlsxRows extends SheetRows {

    private final Xml xml;
    private final XlsxCells cells;
    private final Set<Integer> days;
    private final Consumer<List<Merges.Range>> learn;
    private int row;
    private boolean isOver;

    /** @param learn is told at the end which cells are merged over rows, unless it is known */
    XlsxRows(Xml xml, XlsxCells cells, Merges merges, Set<Integer> days, Consumer<List<Merges.Range>> learn) {
        super(merges);
        this.xml = xml;
        this.cells = cells;
        this.days = days;
        this.learn = learn;
    }

    @Override
    int readRow(RowOfCells target) throws IOException, RejectedFile {
        while (!isOver && xml.advance()) {
            if (xml.isStart("row")) {
                row = number(xml.attribute("r"), row + 1);
                readCells(target);
                return row;
            }
            if (xml.isEnd("sheetData")) {
                readMerges();
            }
        }
        return 0;
    }

    private int number(@Nullable String text, int otherwise) throws RejectedFile {
        int number = otherwise;
        try {
            number = text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            number = 0;
        }
        // Rows stand in order, or nothing can be said about the file without holding all of it.
        if (number <= row || number > Workbook.MOST_ROWS) {
            throw Damage.damaged(Form.XLSX);
        }
        return number;
    }

    private void readCells(RowOfCells target) throws IOException, RejectedFile {
        int column = -1;
        while (xml.advance() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                String name = xml.attribute("r");
                column = name == null ? column + 1 : CellName.column(name);
                if (column < 0 || column >= Workbook.MOST_COLUMNS) {
                    throw Damage.damaged(Form.XLSX);
                }
                target.set(column, cells.read(xml, days.contains(column)));
            }
        }
    }

    private void readMerges() throws IOException, RejectedFile {
        isOver = true;
        List<Merges.Range> ranges = new ArrayList<>();
        while (xml.advance()) {
            if (xml.isStart("mergeCell")) {
                Merges.Range.parse(xml.attribute("ref", "")).ifPresent(ranges::add);
                Merges.requireFew(ranges, Form.XLSX);
            }
        }
        learn.accept(ranges);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
