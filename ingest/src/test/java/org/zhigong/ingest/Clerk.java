package org.zhigong.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A clerk who works in a repair workbook, for tests. */
final class Clerk implements AutoCloseable {

    private final XSSFWorkbook book;

    Clerk(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            book = new XSSFWorkbook(in);
        }
    }

    XSSFWorkbook book() {
        return book;
    }

    XSSFSheet sheet(String feed) {
        return book.getSheet(feed);
    }

    /** The text of a cell such as {@code B4}. */
    String read(String feed, String address) {
        CellReference place = new CellReference(address);
        Cell cell = sheet(feed).getRow(place.getRow()).getCell(place.getCol());
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> String.valueOf((long) cell.getNumericCellValue());
            case BLANK, BOOLEAN, ERROR, FORMULA, _NONE -> "";
        };
    }

    Clerk write(String feed, String address, String text) {
        CellReference place = new CellReference(address);
        Row row = sheet(feed).getRow(place.getRow());
        row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
        return this;
    }

    /** Types {@code text} as the corrected value of a column, by its Chinese name, in the row with this number. */
    Clerk correct(String feed, int number, String column, String text) {
        Row header = sheet(feed).getRow(1);
        for (Cell cell : header) {
            if (cell.getStringCellValue().startsWith(column + " ")) {
                String letter = CellReference.convertNumToColString(cell.getColumnIndex() + 1);
                return write(feed, letter + (number + 3), text);
            }
        }
        throw new AssertionError("no column " + column);
    }

    /** Every text of every cell, also of hidden sheets. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    texts.add(cell.toString());
                }
            }
        }
        return texts;
    }

    void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
