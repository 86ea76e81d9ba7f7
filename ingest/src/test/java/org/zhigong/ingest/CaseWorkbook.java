package org.zhigong.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.zhigong.warehouse.YamlNode;

/**
 * Writes the workbook that a case describes, with the library that offices' systems use.
 *
 * <pre>
 * form: xlsx (else xls, xlsm)   from1904: true   password: secret
 * sheets:
 *   - name: 建外街道
 *     hidden: true
 *     rows: [[a text, {number: 45296, format: yyyy-mm-dd}, {error: "#N/A"}, {boolean: true}, {formula: 1+1, number: 2}]]
 *     merges: [A1:B1]
 *     last: {row: 65536, cells: [a text]}
 * </pre>
 */
final class CaseWorkbook {

    private final Workbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();

    private CaseWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    static byte[] of(YamlNode node) throws IOException {
        node.onlyKeys(List.of("form", "from1904", "password", "sheets"));
        String form = node.find("form").map(YamlNode::text).orElse("xlsx");
        try (Workbook workbook = create(form)) {
            CaseWorkbook writing = new CaseWorkbook(workbook);
            if (node.find("from1904").isPresent() && workbook instanceof XSSFWorkbook xlsx) {
                xlsx.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            }
            if (node.find("from1904").isPresent() && workbook instanceof HSSFWorkbook xls) {
                xls.getInternalWorkbook().getRecords().stream()
                        .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                        .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
                        .forEach(record -> record.setWindowing((short) 1));
            }
            node.require("sheets").items().forEach(writing::sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (node.find("password").isEmpty()) {
                workbook.write(out);
                return out.toByteArray();
            }
            return encrypted(workbook, node.require("password").text());
        }
    }

    private static Workbook create(String form) {
        return switch (form) {
            case "xls" -> new HSSFWorkbook();
            case "xlsm" -> {
                XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
                try {
                    workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                yield workbook;
            }
            default -> new XSSFWorkbook();
        };
    }

    private static byte[] encrypted(Workbook workbook, String password) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (workbook instanceof HSSFWorkbook) {
            Biff8EncryptionKey.setCurrentUserPassword(password);
            try {
                workbook.write(out);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
            return out.toByteArray();
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        workbook.write(plain);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(plain.toByteArray()));
                    OutputStream stream = encryptor.getDataStream(container)) {
                parts.save(stream);
            } catch (InvalidFormatException | GeneralSecurityException e) {
                throw new IOException(e);
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private void sheet(YamlNode node) {
        node.onlyKeys(List.of("name", "hidden", "rows", "merges", "last"));
        Sheet sheet = workbook.createSheet(node.require("name").text());
        if (node.find("hidden").isPresent()) {
            workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
        }
        int number = 0;
        for (YamlNode row : node.find("rows").map(YamlNode::items).orElse(List.of())) {
            row(sheet.createRow(number++), row);
        }
        node.find("last")
                .ifPresent(last ->
                        row(sheet.createRow((int) last.require("row").integer() - 1), last.require("cells")));
        node.find("merges").map(YamlNode::items).orElse(List.of()).stream()
                .map(range -> CellRangeAddress.valueOf(range.text()))
                .forEach(sheet::addMergedRegion);
    }

    private void row(Row row, YamlNode cells) {
        int column = 0;
        for (YamlNode cell : cells.items()) {
            if (!cell.isNull()) {
                cell(row.createCell(column), cell);
            }
            column++;
        }
    }

    private void cell(Cell cell, YamlNode node) {
        if (!node.isMap()) {
            cell.setCellValue(node.text());
            return;
        }
        node.onlyKeys(List.of("number", "format", "error", "boolean", "formula", "text"));
        node.find("format").ifPresent(format -> cell.setCellStyle(style(format.text())));
        node.find("formula").ifPresent(formula -> cell.setCellFormula(formula.text()));
        node.find("number").ifPresent(number -> cell.setCellValue(Double.parseDouble(number.text())));
        node.find("text").ifPresent(text -> cell.setCellValue(text.text()));
        node.find("boolean").ifPresent(flag -> cell.setCellValue(Boolean.parseBoolean(flag.text())));
        node.find("error")
                .ifPresent(error -> cell.setCellErrorValue(
                        FormulaError.forString(error.text()).getCode()));
    }

    private CellStyle style(String format) {
        return styles.computeIfAbsent(format, code -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(code));
            return style;
        });
    }
}
