package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as districts fill it in: titles and a header in two levels, both with merged cells, several sheets,
 * and a hidden one with the codes. The same rows always give the same bytes.
 */
final class WorkbookWriter extends RowWriter {

    /** So many rows are on the first sheet, so many on each other one. */
    private static final int FIRST_SHEET = 30;

    private static final int OTHER_SHEETS = 5_000;
    private static final LocalDateTime SAVED = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final SheetXml xml = new SheetXml();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> merges = new ArrayList<>();
    private boolean hasHead;
    private long line;
    private long rows;

    WorkbookWriter(Path file, FileForm form) {
        super(form);
        zip = new ZipOutputStream(LineWriter.create(file), StandardCharsets.UTF_8);
        startSheet("名册1");
    }

    @Override
    long line() {
        return line;
    }

    @Override
    List<String> codes() {
        List<String> codes = new ArrayList<>(hasHead ? List.of("TITLE_ROWS", "HEADER_2LEVEL") : List.of());
        if (sheets.size() > 1) {
            codes.add("MULTI_SHEET");
        }
        return codes;
    }

    @Override
    void head() {
        hasHead = true;
        int last = form().order().size() - 1;
        literally("合成数据 SYNTHETIC 花名册");
        merges.add("A1:%s1".formatted(SheetXml.letters(last)));
        put(List.of("填报单位：合成单位", "", "单位：人"));
        List<String> groups = new ArrayList<>(List.of(names().get(0)));
        List<String> lower = new ArrayList<>(names());
        lower.set(0, "");
        for (int i = 1; i <= last; i++) {
            groups.add(i == 1 ? "基本信息" : i == last / 2 ? "其他信息" : "");
        }
        put(groups);
        merges.add("A3:A4");
        merges.add("B3:%s3".formatted(SheetXml.letters(last / 2 - 1)));
        merges.add("%s3:%s3".formatted(SheetXml.letters(last / 2), SheetXml.letters(last)));
        put(lower);
    }

    @Override
    void header() {
        put(names());
    }

    private List<String> names() {
        return form().order().stream().map(form().header()::get).toList();
    }

    @Override
    void cells(List<String> cells, Charset charset) {
        boolean isFull = sheets.size() == 1 ? rows == FIRST_SHEET : rows == OTHER_SHEETS;
        if (isFull && hasHead) {
            endSheet();
            startSheet("名册" + (sheets.size() + 1));
            head();
        }
        rows++;
        put(cells);
    }

    @Override
    void literally(String text) {
        put(List.of(text));
    }

    private void put(List<String> cells) {
        line++;
        write(xml.row(line, cells));
    }

    private void startSheet(String name) {
        sheets.add(name);
        line = 0;
        rows = 0;
        start("xl/worksheets/sheet%d.xml".formatted(sheets.size()));
        write("<worksheet" + MAIN + "><sheetData>");
    }

    private void endSheet() {
        write("</sheetData>");
        if (!merges.isEmpty()) {
            write("<mergeCells>");
            merges.forEach(range -> write("<mergeCell ref=\"%s\"/>".formatted(range)));
            write("</mergeCells>");
            merges.clear();
        }
        write("</worksheet>");
    }

    @Override
    public void close() {
        endSheet();
        startSheet("字典");
        put(List.of("性别", "代码"));
        put(List.of("男", "1"));
        put(List.of("女", "2"));
        endSheet();
        part("xl/sharedStrings.xml", "<sst" + MAIN + ">" + xml.sharedTexts() + "</sst>");
        part(
                "xl/styles.xml",
                "<styleSheet" + MAIN
                        + "><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                        + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>");
        book();
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a workbook", e);
        }
    }

    private void book() {
        StringBuilder book = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            boolean isHidden = i == sheets.size();
            book.append("<sheet name=\"%s\" sheetId=\"%2$d\" r:id=\"rId%2$d\"%3$s/>"
                    .formatted(sheets.get(i - 1), i, isHidden ? " state=\"hidden\"" : ""));
            relations.append(relation(i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
            types.append(override("/xl/worksheets/sheet%d.xml".formatted(i), "worksheet"));
        }
        relations.append(relation(sheets.size() + 1, "styles", "styles.xml"));
        relations.append(relation(sheets.size() + 2, "sharedStrings", "sharedStrings.xml"));
        types.append(override("/xl/workbook.xml", "sheet.main")).append(override("/xl/styles.xml", "styles"));
        types.append(override("/xl/sharedStrings.xml", "sharedStrings"));
        part(
                "xl/workbook.xml",
                "<workbook" + MAIN + " xmlns:r=\"" + OFFICE + "\"><sheets>" + book + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>");
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inner + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, kind, target);
    }

    private static String override(String part, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, kind);
    }

    private void part(String name, String content) {
        start(name);
        write(content);
    }

    private void start(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(SAVED);
        try {
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a part of a workbook", e);
        }
        write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    private void write(String text) {
        try {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a workbook", e);
        }
    }
}
