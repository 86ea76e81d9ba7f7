package org.zhigong.jobs.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook that is written sheet after sheet and row after row, so that memory does not grow with it. The same calls
 * give the same bytes: nothing in it tells when or where it was written. A text is never a formula.
 */
final class XlsxFile implements AutoCloseable {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final SharedTexts texts = new SharedTexts();
    private final List<XlsxSheet> sheets = new ArrayList<>();
    private final String title;
    private final LocalDate dated;

    /**
     * @param title what the properties of the file call it
     * @param dated the day that they state
     */
    XlsxFile(OutputStream out, String title, LocalDate dated) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED + 2);
        this.title = title;
        this.dated = dated;
    }

    /** Begins a sheet; the one before it is finished. */
    XlsxSheet sheet(XlsxSheet.Form form) throws IOException {
        finishSheet();
        XlsxSheet sheet = new XlsxSheet(form, zip, texts);
        sheets.add(sheet);
        begin("xl/worksheets/sheet%d.xml".formatted(sheets.size()));
        sheet.begin();
        return sheet;
    }

    private void finishSheet() throws IOException {
        if (!sheets.isEmpty()) {
            sheets.get(sheets.size() - 1).finish();
            zip.closeEntry();
        }
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
    }

    private void part(String name, String xml) throws IOException {
        begin(name);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        part("xl/sharedStrings.xml", texts.xml());
        part("xl/styles.xml", Look.styles());
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", workbookRelations());
        part("docProps/core.xml", properties());
        part("_rels/.rels", """
                %s<Relationships xmlns="%srelationships">\
                <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/>\
                <Relationship Id="rId2" Type="%srelationships/metadata/core-properties" Target="docProps/core.xml"/>\
                </Relationships>""".formatted(DECLARATION, PACKAGE, RELATIONS, PACKAGE));
        part("[Content_Types].xml", contentTypes());
        zip.finish();
    }

    private String workbook() {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><bookViews><workbookView/></bookViews><sheets>"
                        .formatted(MAIN, RELATIONS));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            XlsxSheet sheet = sheets.get(i);
            xml.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.name(), i + 1, i + 1));
            names.append(sheet.definedNames(i));
        }
        return xml.append("</sheets><definedNames>")
                .append(names)
                .append("</definedNames></workbook>")
                .toString();
    }

    private String workbookRelations() {
        StringBuilder xml =
                new StringBuilder(DECLARATION).append("<Relationships xmlns=\"%srelationships\">".formatted(PACKAGE));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(relation(i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
        }
        return xml.append(relation(sheets.size() + 1, "styles", "styles.xml"))
                .append(relation(sheets.size() + 2, "sharedStrings", "sharedStrings.xml"))
                .append("</Relationships>")
                .toString();
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private String properties() {
        StringBuilder escaped = new StringBuilder();
        SharedTexts.escape(escaped, title);
        return """
                %s<cp:coreProperties xmlns:cp="%smetadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title>\
                <dc:creator>Zhigong</dc:creator>\
                <dcterms:created xsi:type="dcterms:W3CDTF">%sT00:00:00Z</dcterms:created></cp:coreProperties>\
                """.formatted(DECLARATION, PACKAGE, escaped, dated);
    }

    private String contentTypes() {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder xml = new StringBuilder(DECLARATION).append("""
                <Types xmlns="%scontent-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>\
                <Override PartName="/docProps/core.xml" \
                ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
                """.formatted(PACKAGE, sheet, sheet, sheet));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                    .formatted(i, sheet));
        }
        return xml.append("</Types>").toString();
    }
}
