package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Goes through every part of an .xlsx file once, by the rules for delivered workbooks, before a library that holds a
 * workbook in memory whole sees any of it.
 */
public final class WorkbookGuard {

    private final ZipFile zip;
    private final Budget budget;
    private long rowsLeft;

    private WorkbookGuard(ZipFile zip, Budget budget, long mostRows) {
        this.zip = zip;
        this.budget = budget;
        this.rowsLeft = mostRows;
    }

    /**
     * Lets {@code file}, which is a zip file, pass.
     *
     * @param mostBytes how many bytes its parts may unpack to
     * @param mostRows how many rows its sheets may have, empty ones too
     * @throws RejectedFile for the reasons that a delivered workbook is refused for, FILE_TOO_LARGE and ROW_LIMIT by
     *     these limits; FORM_UNKNOWN if it is no workbook
     */
    public static void require(Path file, long mostBytes, long mostRows) throws IOException, RejectedFile {
        if (Container.ofZip(file) != Form.XLSX) {
            throw Form.unknown("压缩包", "an archive");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            WorkbookGuard guard = new WorkbookGuard(zip, Budget.of(Form.XLSX, mostBytes), mostRows);
            for (ZipEntry entry : zip.stream().toList()) {
                guard.look(entry);
            }
        } catch (ZipException e) {
            throw Damage.damaged(Form.XLSX);
        }
    }

    private void look(ZipEntry entry) throws IOException, RejectedFile {
        String name = XlsxParts.normal(entry.getName());
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            try (Xml xml = Xml.open(new GuardedXml(zip.getInputStream(entry), budget, entry.getCrc()))) {
                while (xml.advance()) {
                    if (xml.isStart("row")) {
                        countRow();
                    }
                }
            }
            return;
        }
        byte[] block = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                budget.spend(n);
            }
        }
    }

    private void countRow() throws RejectedFile {
        rowsLeft--;
        if (rowsLeft < 0) {
            throw RejectedFile.of("ROW_LIMIT", "工作簿的行过多。", "The workbook has too many rows.");
        }
    }
}
