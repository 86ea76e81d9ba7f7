package org.zhigong.ingest.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a zip file or a compound file of Microsoft's holds: a workbook, an archive, or what is not read here. */
final class Container {

    private static final List<String> WORKBOOK_STREAMS = List.of("Workbook", "WORKBOOK");

    private Container() {}

    static Form ofZip(Path file) throws IOException, RejectedFile {
        ZipDirectory directory = ZipDirectory.of(file, Form.ARCHIVE);
        Set<String> names = directory.entries().stream()
                .map(entry -> XlsxParts.normal(entry.name()))
                .collect(Collectors.toSet());
        if (names.contains("[content_types].xml")) {
            if (directory.isEncrypted()) {
                throw Damage.encrypted(Form.XLSX);
            }
            return ofOffice(names);
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            throw Form.unknown("OpenDocument 文档（.ods）", "an OpenDocument file (.ods)");
        }
        return Form.ARCHIVE;
    }

    private static Form ofOffice(Set<String> names) throws RejectedFile {
        if (names.stream().anyMatch(name -> name.endsWith(".bin") && name.contains("workbook"))) {
            throw Form.unknown("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/") || name.startsWith("ppt/"))) {
            throw Form.unknown("Word 或 PowerPoint 文档", "a document of Word or PowerPoint");
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("macrosheets/"))) {
            throw Damage.macro(Form.XLSX);
        }
        return Form.XLSX;
    }

    static Form ofOle(Path file) throws IOException, RejectedFile {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> names = container.getRoot().getEntryNames();
            if (names.contains("EncryptedPackage")) {
                throw Damage.encrypted(Form.XLSX);
            }
            if (names.contains("_VBA_PROJECT_CUR") || names.contains("_VBA_PROJECT")) {
                throw Damage.macro(Form.XLS);
            }
            if (WORKBOOK_STREAMS.stream().anyMatch(names::contains)) {
                return Form.XLS;
            }
            if (names.contains("Book")) {
                throw Form.unknown("Excel 95 以前的工作簿", "a workbook of Excel 95 or older");
            }
            throw Form.unknown("其他 Office 文档", "another document of Microsoft Office");
        } catch (IOException | RuntimeException e) {
            // The library has many ways to say that the bytes are not what they should be.
            throw Damage.damaged(Form.XLS);
        }
    }
}
