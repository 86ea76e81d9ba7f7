package org.zhigong.ingest.repair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.WorkbookGuard;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;

/**
 * A repair workbook as it came back, read into memory whole: what it says of itself, and the cells of its sheets.
 *
 * @param sha256 the hash of its bytes
 * @param bytes how many there are
 * @param checksum as it states it
 * @param sheets the sheets of feeds by name
 */
record ReturnedWorkbook(
        String sha256, long bytes, Identity identity, String checksum, Map<String, ReturnedSheet> sheets) {

    /** More than any workbook that was ever written here. */
    static final long MOST_BYTES = 50L << 20;

    private static final int MOST_COLUMNS = 600;
    private static final long MOST_UNPACKED = 256L << 20;

    /** All rows that may be open, their headers, codes and instructions, and some that a program adds. */
    private static final long MOST_ROWS = 4L * RepairWorkbook.MOST_ROWS;

    static {
        // A workbook full of one text shrinks more than the library believes; ours are limited before it sees them.
        ZipSecureFile.setMinInflateRatio(0.0001);
    }

    ReturnedWorkbook {
        sheets = Map.copyOf(sheets);
    }

    /** @throws DataException if {@code file} is no repair workbook or cannot be read whole */
    static ReturnedWorkbook read(Path file) {
        try {
            long bytes = Files.size(file);
            refuseForm(file, bytes);
            String before = Hashes.ofFile(file);
            guard(file);
            ReturnedWorkbook read = read(file, before, bytes);
            if (!before.equals(Hashes.ofFile(file))) {
                throw Refusal.of(
                        "%s 在读取时发生了变化。请等保存完成后再试。".formatted(name(file)),
                        "%s changed while it was read. Wait until it is saved and run again.".formatted(name(file)));
            }
            return read;
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    private static ReturnedWorkbook read(Path file, String sha256, long bytes) throws IOException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), org.apache.poi.openxml4j.opc.PackageAccess.READ);
                XSSFWorkbook book = new XSSFWorkbook(parts)) {
            if (book.isMacroEnabled()) {
                throw macros(file);
            }
            return of(book, file, sha256, bytes);
        } catch (DataException e) {
            throw e;
        } catch (InvalidFormatException | RuntimeException e) {
            // What the library says may quote a cell.
            throw damaged(file);
        }
    }

    /** Nothing of {@code file} reaches a library that holds it whole unless all of it is harmless. */
    private static void guard(Path file) throws IOException {
        try {
            WorkbookGuard.require(file, MOST_UNPACKED, MOST_ROWS);
        } catch (RejectedFile e) {
            throw switch (e.code()) {
                case "FORM_UNKNOWN" -> foreign(file);
                case "MACRO" -> macros(file);
                case "ENCRYPTED" ->
                    Refusal.of(
                            "%s 设有密码。请去掉密码，另存为 .xlsx 后交回。".formatted(name(file)),
                            "%s has a password. Save it as .xlsx without a password.".formatted(name(file)));
                case "FILE_TOO_LARGE" ->
                    Refusal.of(
                            "%s 解压后远大于任何更正表（可能是压缩炸弹），未读取。请重新导出。".formatted(name(file)),
                            "%s unpacks to far more than any repair workbook, like a zip bomb; nothing of it was read. Export it again."
                                    .formatted(name(file)));
                case "ROW_LIMIT" ->
                    Refusal.of(
                            "%s 的行数（含空行）超过 %d，更正表没有这么多行。请删除多余的行，或重新导出。".formatted(name(file), MOST_ROWS),
                            "%s has more than %d rows, empty ones too, and no repair workbook has so many. Delete those below the list, or export it again."
                                    .formatted(name(file), MOST_ROWS));
                case "FILE_UNSAFE" ->
                    Refusal.of(
                            "%s 含有正常保存不会产生、可能有害的内容，未读取。请重新导出。".formatted(name(file)),
                            "%s holds what no program saves and what may do harm; it was not read. Export it again."
                                    .formatted(name(file)));
                default -> damaged(file);
            };
        }
    }

    private static DataException macros(Path file) {
        return Refusal.of(
                "%s 带有宏。请另存为不带宏的 .xlsx 后交回。".formatted(name(file)),
                "%s has macros. Save it as .xlsx without macros.".formatted(name(file)));
    }

    private static ReturnedWorkbook of(XSSFWorkbook book, Path file, String sha256, long bytes) {
        Sheet hidden = book.getSheet(WorkbookWriter.IDENTITY);
        if (hidden == null || !text(hidden, 0, 0).equals("format")) {
            throw foreign(file);
        }
        if (!text(hidden, 0, 1).equals(Identity.FORMAT)) {
            throw Refusal.of(
                    "%s 是另一版本的更正表（%s）。请用本版本重新导出。".formatted(name(file), Identity.FORMAT),
                    "%s is a repair workbook of another version: expected '%s'. Export it again."
                            .formatted(name(file), Identity.FORMAT));
        }
        List<Identity.Entry> entries = new ArrayList<>();
        for (int i = 5; i <= hidden.getLastRowNum(); i++) {
            entries.add(entry(hidden, i, file));
        }
        Identity identity = new Identity(text(hidden, 1, 1), text(hidden, 2, 1), text(hidden, 3, 1), entries);
        Map<String, ReturnedSheet> sheets = new LinkedHashMap<>();
        for (String name : identity.sheets()) {
            Sheet sheet = book.getSheet(name);
            if (sheet == null) {
                throw Refusal.of(
                        "%s 缺少工作表 %s。请恢复，或重新导出。".formatted(name(file), name),
                        "%s lacks the sheet %s. Restore it, or export the workbook again.".formatted(name(file), name));
            }
            sheets.put(name, sheet(sheet));
        }
        return new ReturnedWorkbook(sha256, bytes, identity, text(hidden, 4, 1), sheets);
    }

    private static Identity.Entry entry(Sheet hidden, int row, Path file) {
        try {
            return new Identity.Entry(text(hidden, row, 0), text(hidden, row, 1), Long.parseLong(text(hidden, row, 2)));
        } catch (NumberFormatException e) {
            throw damaged(file);
        }
    }

    private static ReturnedSheet sheet(Sheet sheet) {
        Map<Integer, List<String>> rows = new TreeMap<>();
        List<ReturnedSheet.Place> formulas = new ArrayList<>();
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            int width = Math.min(row.getLastCellNum(), MOST_COLUMNS);
            for (int place = 0; place < width; place++) {
                @Nullable Cell cell = row.getCell(place);
                texts.add(CellText.of(cell));
                if (CellText.isFormula(cell)) {
                    formulas.add(new ReturnedSheet.Place(row.getRowNum(), place));
                }
            }
            rows.put(row.getRowNum(), texts);
        }
        return new ReturnedSheet(sheet.getSheetName(), rows, formulas);
    }

    private static String text(Sheet sheet, int row, int place) {
        @Nullable Row found = sheet.getRow(row);
        return found == null ? "" : CellText.of(found.getCell(place));
    }

    private static void refuseForm(Path file, long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw Refusal.of(
                    "%s 有 %d 字节，超过更正表的上限 %d。".formatted(name(file), bytes, MOST_BYTES),
                    "%s has %d bytes, more than the %d of any repair workbook. Export smaller ones with --feed or --period."
                            .formatted(name(file), bytes, MOST_BYTES));
        }
        byte[] head = new byte[4];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, 4);
        }
        if (read == 4 && (head[0] & 0xff) == 0xD0 && (head[1] & 0xff) == 0xCF) {
            throw Refusal.of(
                    "%s 设有密码，或是旧格式 .xls。请去掉密码，另存为 .xlsx 后交回。".formatted(name(file)),
                    "%s has a password or is an old .xls. Save it as .xlsx without a password.".formatted(name(file)));
        }
        if (read < 4 || head[0] != 'P' || head[1] != 'K') {
            throw foreign(file);
        }
    }

    private static DataException foreign(Path file) {
        return Refusal.of(
                "%s 不是 zhigong repair export 导出的更正表。".formatted(name(file)),
                "%s is no repair workbook: expected one that 'zhigong repair export' wrote. Other files are for 'zhigong ingest'"
                        .formatted(name(file)));
    }

    private static DataException damaged(Path file) {
        return Refusal.of(
                "%s 无法作为工作簿读取，已损坏或过大。请重新保存后交回。".formatted(name(file)),
                "%s cannot be read as a workbook: it is damaged, or larger inside than it may be. Save it again."
                        .formatted(name(file)));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
