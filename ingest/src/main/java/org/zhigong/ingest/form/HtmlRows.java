package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables of a page, as a spreadsheet that opens it shows them one below the other. What was read is
 * thrown away, so that memory does not grow with the page.
 */
public final class HtmlRows implements Records {

    private static final int MOST_SPAN = 1 << 16;

    private final BoundedReader reader;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final RowOfCells cells = new RowOfCells();
    private final Map<Integer, Integer> spans = new TreeMap<>();
    private int row;

    private HtmlRows(BoundedReader reader, StreamParser parser) {
        this.reader = reader;
        this.parser = parser;
        this.elements = parser.iterator();
    }

    /** The rows of the page that {@code reader} gives. */
    public static HtmlRows of(Reader reader) throws RejectedFile {
        BoundedReader bounded = new BoundedReader(reader);
        try {
            return new HtmlRows(bounded, new StreamParser(Parser.htmlParser()).parse(bounded, ""));
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    @Override
    public @Nullable TextRecord next() throws RejectedFile {
        try {
            while (elements.hasNext()) {
                Element element = elements.next();
                boolean isRow = element.normalName().equals("tr") && element.selectFirst("table") == null;
                if (isRow) {
                    TextRecord record = row(element);
                    element.remove();
                    reader.release();
                    return record;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private TextRecord row(Element element) throws RejectedFile {
        row++;
        cells.clear();
        int column = 0;
        for (Element cell : element.children()) {
            String name = cell.normalName();
            if (!name.equals("td") && !name.equals("th")) {
                continue;
            }
            // Cells of rows above reach down to here and push others to the right.
            while (isMerged(column)) {
                column++;
            }
            int width = span(cell, "colspan");
            if (column + width > Workbook.MOST_COLUMNS) {
                throw Damage.damaged(Form.HTML);
            }
            cells.set(column, text(cell));
            int height = span(cell, "rowspan");
            for (int i = column; height > 1 && i < column + width; i++) {
                spans.put(i, row + height - 1);
            }
            column += width;
        }
        return TextRecord.of(row, blankOr(cells.take()));
    }

    private static List<String> blankOr(List<String> cells) {
        return cells.isEmpty() ? new ArrayList<>(List.of("")) : cells;
    }

    private static String text(Element cell) {
        String text = cell.wholeText().replace('\u00A0', ' ').strip();
        return text.length() > RichText.LONGEST ? text.substring(0, RichText.LONGEST) : text;
    }

    private static int span(Element cell, String attribute) {
        try {
            int span = Integer.parseInt(cell.attr(attribute).strip());
            return Math.max(1, Math.min(span, MOST_SPAN));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static RejectedFile refused(RuntimeException e) {
        return e instanceof UncheckedIOException io && io.getCause() instanceof BoundedReader.Endless
                ? Damage.unsafe(Form.HTML, "异常超长的内容", "content of abnormal length")
                : Damage.damaged(Form.HTML);
    }

    @Override
    public void expect(int fields) {
        cells.expect(fields);
    }

    @Override
    public boolean isMerged(int position) {
        return spans.getOrDefault(position, 0) >= row;
    }

    @Override
    public Map<String, Long> notes() {
        return cells.isBeyond() ? Map.of("COL_EXTRA", 1L) : Map.of();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        reader.close();
    }
}
