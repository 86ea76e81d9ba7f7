package org.zhigong.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.form.TimelessWorkbook;
import org.zhigong.marts.lists.ListRequest;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.transform.ModelColumn;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.SetupException;

/** A working list as a file: a workbook that says what it is and for whom, or plain CSV. */
final class ListFile {

    private static final List<String> SUFFIXES = List.of(".xlsx", ".csv");

    private final List<String> names;
    private final List<String> headers;
    private final List<Map<String, Object>> rows;
    private final List<String> about;

    private ListFile(List<String> names, List<String> headers, List<Map<String, Object>> rows, List<String> about) {
        this.names = List.copyOf(names);
        this.headers = List.copyOf(headers);
        this.rows = rows;
        this.about = List.copyOf(about);
    }

    static ListFile of(ListRequest request, CurrentRelease release, List<Map<String, Object>> rows) {
        List<String> names = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (ModelColumn column : request.list().model().columns()) {
            names.add(column.column().name());
            headers.add(column.label().zh() + " " + column.label().en());
        }
        String synthetic = release.manifest().synthetic() ? "合成数据 SYNTHETIC · " : "";
        return new ListFile(
                names,
                headers,
                rows,
                List.of(
                        "%s%s %s"
                                .formatted(
                                        synthetic,
                                        request.list().model().name().zh(),
                                        request.list().model().name().en()),
                        "内部使用，不得外传 For internal use only · %s · %s · %s"
                                .formatted(
                                        request.unit().orElse("全市 city"),
                                        release.manifest().closing(),
                                        release.id()),
                        "%s / %s · %s（%s）: %s"
                                .formatted(
                                        request.list().purpose().zh(),
                                        request.list().purpose().en(),
                                        request.by(),
                                        request.role().label().zh(),
                                        request.purpose())));
    }

    /** The ending of {@code file}. @throws SetupException if lists are not written so */
    static String suffix(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream()
                .filter(name::endsWith)
                .findFirst()
                .orElseThrow(() -> new SetupException(
                        "Invalid --to %s: expected a name that ends in one of %s".formatted(file, SUFFIXES)));
    }

    /** Writes the list as {@code file}, after {@code log} has kept that it is given out; nothing is there without. */
    void write(Path file, Runnable log) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                if (suffix(file).equals(".csv")) {
                    out.write(csv().getBytes(StandardCharsets.UTF_8));
                } else {
                    workbook(out);
                }
            }
            log.run();
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        } finally {
            AtomicFiles.delete(beside);
        }
    }

    // The mark makes a spreadsheet read it as UTF-8.
    private String csv() {
        List<Map<String, Object>> labelled = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> cells = new java.util.HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                @Nullable Object value = row.get(names.get(i));
                if (value != null) {
                    cells.put(headers.get(i), value);
                }
            }
            labelled.add(cells);
        }
        return "\ufeff" + FormatOption.csv(headers, labelled);
    }

    private void workbook(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet("清单 List");
            CellStyle text = book.createCellStyle();
            text.setQuotePrefixed(true);
            for (String line : about) {
                cell(sheet.createRow(sheet.getPhysicalNumberOfRows()), 0, line, text);
            }
            Row header = sheet.createRow(about.size());
            for (int i = 0; i < headers.size(); i++) {
                cell(header, i, headers.get(i), text);
                sheet.setColumnWidth(i, 20 * 256);
            }
            sheet.createFreezePane(0, about.size() + 1);
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(about.size() + 1 + i);
                for (int j = 0; j < names.size(); j++) {
                    cell(row, j, rows.get(i).get(names.get(j)), text);
                }
            }
            TimelessWorkbook.write(book, out);
        }
    }

    private static void cell(Row row, int place, @Nullable Object value, CellStyle text) {
        Cell cell = row.createCell(place);
        if (value instanceof Long number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean is) {
            cell.setCellValue(is ? "是" : "否");
        } else if (value != null) {
            // A text stays a text, whatever sign it starts with.
            cell.setCellValue(value.toString());
            cell.setCellStyle(text);
        }
    }
}
