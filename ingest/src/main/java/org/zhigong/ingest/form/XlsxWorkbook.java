package org.zhigong.ingest.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An .xlsx file: parts of XML in a zip file. Only what is needed to read cells is looked at. */
final class XlsxWorkbook implements Workbook {

    private static final int MOST_SHEETS = 1_024;
    private static final int MOST_STYLES = 100_000;

    private final XlsxParts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final Map<Integer, List<Merges.Range>> merges = new HashMap<>();
    private boolean isFrom1904;
    private XlsxCells cells = new XlsxCells(SharedStrings.none(), List.of(), false);
    private boolean hasLearnt;

    private XlsxWorkbook(XlsxParts parts) {
        this.parts = parts;
    }

    static XlsxWorkbook open(Path file, Path scratch) throws IOException, RejectedFile {
        XlsxParts parts = XlsxParts.open(file);
        try {
            XlsxWorkbook workbook = new XlsxWorkbook(parts);
            workbook.read(scratch);
            return workbook;
        } catch (IOException | RejectedFile | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void read(Path scratch) throws IOException, RejectedFile {
        String main = parts.main();
        Map<String, XlsxParts.Target> targets = parts.relations(main);
        readSheets(main, targets);
        List<NumberStyle> styles = new ArrayList<>();
        Optional<Xml> styleSheet = part(targets, "styles");
        if (styleSheet.isPresent()) {
            readStyles(styleSheet.get(), styles);
        }
        cells = new XlsxCells(SharedStrings.read(part(targets, "sharedStrings"), scratch), styles, isFrom1904);
    }

    private Optional<Xml> part(Map<String, XlsxParts.Target> targets, String kind) throws IOException, RejectedFile {
        for (XlsxParts.Target target : targets.values()) {
            if (target.kind().equals(kind)) {
                return parts.find(target.part());
            }
        }
        return Optional.empty();
    }

    private void readSheets(String main, Map<String, XlsxParts.Target> targets) throws IOException, RejectedFile {
        try (Xml xml = parts.open(main)) {
            while (xml.advance()) {
                if (xml.isStart("workbookPr")) {
                    String flag = xml.attribute("date1904", "0");
                    isFrom1904 = flag.equals("1") || flag.equals("true") || flag.equals("on");
                } else if (xml.isStart("sheet")) {
                    addSheet(xml, targets.get(xml.attribute("id", "")));
                }
            }
        }
    }

    private void addSheet(Xml xml, XlsxParts.@org.jspecify.annotations.Nullable Target target) throws RejectedFile {
        if (target == null || sheets.size() >= MOST_SHEETS) {
            throw Damage.damaged(Form.XLSX);
        }
        if (target.kind().equals("worksheet")) {
            boolean isHidden = !xml.attribute("state", "visible").equals("visible");
            sheets.add(new Sheet(sheets.size(), xml.attribute("name", ""), isHidden));
            sheetParts.add(target.part());
        }
    }

    private static void readStyles(Xml part, List<NumberStyle> styles) throws IOException, RejectedFile {
        Map<String, NumberStyle> codes = new HashMap<>();
        boolean isOfCells = false;
        try (Xml xml = part) {
            while (xml.advance()) {
                if (xml.isStart("numFmt")) {
                    codes.putIfAbsent(xml.attribute("numFmtId", ""), NumberStyle.of(xml.attribute("formatCode", "")));
                } else if (xml.name().equals("cellXfs")) {
                    isOfCells = xml.isStart();
                } else if (isOfCells && xml.isStart("xf") && styles.size() < MOST_STYLES) {
                    styles.add(style(xml.attribute("numFmtId", "0"), codes));
                }
            }
        }
    }

    private static NumberStyle style(String id, Map<String, NumberStyle> codes) throws RejectedFile {
        NumberStyle own = codes.get(id);
        try {
            return own == null ? NumberStyle.of(Integer.parseInt(id)) : own;
        } catch (NumberFormatException e) {
            throw Damage.damaged(Form.XLSX);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Records open(Sheet sheet, Set<Integer> days) throws IOException, RejectedFile {
        Xml xml = parts.open(sheetParts.get(sheet.number()));
        List<Merges.Range> known = merges.getOrDefault(sheet.number(), List.of());
        return new XlsxRows(xml, cells, Merges.of(known), days, ranges -> {
            boolean isNew = merges.put(sheet.number(), ranges) == null && !ranges.isEmpty();
            hasLearnt |= isNew;
        });
    }

    @Override
    public boolean hasLearnt() {
        boolean was = hasLearnt;
        hasLearnt = false;
        return was;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
