package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * An .xls file, read record by record with Apache POI: once for all that is common to its sheets, then each sheet from
 * its start. Its texts are kept in memory, which is why large files are refused; by their nature they are small.
 */
final class XlsWorkbook implements Workbook {

    private static final long LARGEST = 64L << 20;
    private static final int MOST_MERGES_READ = 1_027;

    private final POIFSFileSystem container;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> cellFormats = new ArrayList<>();
    private SSTRecord strings = new SSTRecord();
    private boolean isFrom1904;
    private boolean isEncoded;

    /** Where the records of a sheet begin, and which of its cells are merged. */
    private record Part(int position, List<Merges.Range> merges) {}

    private XlsWorkbook(POIFSFileSystem container) {
        this.container = container;
    }

    static XlsWorkbook open(Path file) throws IOException, RejectedFile {
        if (Files.size(file) > LARGEST) {
            throw Damage.tooLarge(Form.XLS, "超过 64 MB", "of more than 64 MB");
        }
        POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
        try {
            XlsWorkbook workbook = new XlsWorkbook(container);
            workbook.read();
            return workbook;
        } catch (EncryptedDocumentException e) {
            container.close();
            throw Damage.encrypted(Form.XLS);
        } catch (IOException | RuntimeException e) {
            // The library has many ways to say that the bytes are not what they should be.
            container.close();
            throw Damage.damaged(Form.XLS);
        } catch (RejectedFile e) {
            container.close();
            throw e;
        }
    }

    private InputStream stream() throws IOException {
        String name = container.getRoot().getEntryNames().contains("Workbook") ? "Workbook" : "WORKBOOK";
        return container.createDocumentInputStream(name);
    }

    private InputStream opened() throws RejectedFile {
        try {
            return stream();
        } catch (IOException | RuntimeException e) {
            throw Damage.damaged(Form.XLS);
        }
    }

    private void read() throws IOException, RejectedFile {
        List<BoundSheetRecord> bound = new ArrayList<>();
        List<List<Merges.Range>> merges = new ArrayList<>();
        List<Boolean> areCells = new ArrayList<>();
        try (InputStream in = stream()) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            int depth = 0;
            for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
                if (record instanceof BOFRecord start) {
                    if (depth++ == 0 && start.getType() != BOFRecord.TYPE_WORKBOOK) {
                        refuseMacros(start);
                        merges.add(new ArrayList<>());
                        areCells.add(start.getType() == BOFRecord.TYPE_WORKSHEET);
                    }
                } else if (record instanceof EOFRecord) {
                    depth--;
                } else if (record instanceof BoundSheetRecord sheet) {
                    bound.add(sheet);
                } else if (record instanceof MergeCellsRecord merged && !merges.isEmpty()) {
                    add(merged, merges.get(merges.size() - 1));
                } else {
                    readCommon(record);
                }
            }
        }
        List<BoundSheetRecord> inStream = List.of(BoundSheetRecord.orderByBofPosition(bound));
        for (BoundSheetRecord sheet : bound) {
            int place = inStream.indexOf(sheet);
            if (place >= merges.size()) {
                throw Damage.damaged(Form.XLS);
            }
            if (areCells.get(place)) {
                boolean isHidden = sheet.isHidden() || sheet.isVeryHidden();
                sheets.add(new Sheet(sheets.size(), sheet.getSheetname(), isHidden));
                parts.add(new Part(sheet.getPositionOfBof(), merges.get(place)));
            }
        }
    }

    private static void refuseMacros(BOFRecord start) throws RejectedFile {
        boolean isMacro =
                start.getType() == BOFRecord.TYPE_VB_MODULE || start.getType() == BOFRecord.TYPE_EXCEL_4_MACRO;
        if (isMacro) {
            throw Damage.macro(Form.XLS);
        }
    }

    private static void add(MergeCellsRecord merged, List<Merges.Range> ranges) throws RejectedFile {
        for (int i = 0; i < Math.min(merged.getNumAreas(), MOST_MERGES_READ); i++) {
            CellRangeAddress area = merged.getAreaAt(i);
            Merges.Range range = new Merges.Range(
                    area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn(), area.getLastColumn());
            if (range.isOverRows()) {
                ranges.add(range);
            }
        }
        Merges.requireFew(ranges, Form.XLS);
    }

    private void readCommon(Record record) {
        if (record instanceof SSTRecord texts) {
            strings = texts;
        } else if (record instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord format) {
            cellFormats.add((int) format.getFormatIndex());
        } else if (record instanceof DateWindow1904Record window) {
            isFrom1904 = window.getWindowing() == 1;
        } else if (record instanceof FilePassRecord) {
            isEncoded = true;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Records open(Sheet sheet, Set<Integer> days) throws IOException, RejectedFile {
        Part part = parts.get(sheet.number());
        InputStream in = opened();
        try {
            // Each record of an encoded file is decoded by where it stands, so that none may be passed over.
            if (!isEncoded) {
                in.skipNBytes(part.position());
            }
            XlsCells cells = new XlsCells(strings, styles(), isFrom1904, days);
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            return new XlsRows(in, records, isEncoded ? sheetsBefore(sheet) : 0, cells, Merges.of(part.merges()));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw Damage.damaged(Form.XLS);
        }
    }

    /** How many sheets stand before {@code sheet} in the file, which need not be the order that people see. */
    private int sheetsBefore(Sheet sheet) {
        int position = parts.get(sheet.number()).position();
        return 1
                + (int) parts.stream()
                        .filter(part -> part.position() < position)
                        .count();
    }

    private List<NumberStyle> styles() {
        return cellFormats.stream()
                .map(index -> formats.containsKey(index)
                        ? NumberStyle.of(formats.getOrDefault(index, ""))
                        : NumberStyle.of(index))
                .toList();
    }

    @Override
    public boolean hasLearnt() {
        return false;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
