package org.zhigong.jobs.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.zhigong.transform.Label;

/** One sheet that is being written: a title, a line of headings that stays in sight, and rows that can be filtered. */
final class XlsxSheet {

    private static final int FULL = 1 << 16;
    private static final int MOST_ROWS = 1_048_576; // of any workbook
    private static final int LONGEST_HEADER = 120; // characters; a workbook may have 255 with their escapes
    private static final int LINE_HEIGHT = 15; // points
    private static final int MOST_LINES = 20; // a row may be 409 points high
    private static final int TITLE_ROW = 1;
    private static final int HEADING_ROW = 2;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /**
     * What is known of a sheet before its rows.
     *
     * @param name what its tab says
     * @param title what its first line says
     * @param notice what its first line says before the title; empty for none
     * @param headings what its columns are called
     * @param widths how wide they are, in characters
     * @param still how many columns stay in sight
     */
    record Form(String name, String title, String notice, List<Label> headings, List<Integer> widths, int still) {

        Form {
            headings = List.copyOf(headings);
            widths = List.copyOf(widths);
            if (headings.size() != widths.size() || still >= headings.size()) {
                throw new IllegalArgumentException("Sheet %s has %d headings, %d widths and %d columns that stay"
                        .formatted(name, headings.size(), widths.size(), still));
            }
        }

        String wholeTitle() {
            return notice.isEmpty() ? title : notice + " · " + title;
        }
    }

    private final Form form;
    private final OutputStream out;
    private final SharedTexts texts;
    private final StringBuilder xml = new StringBuilder(2 * FULL);
    private int row;
    private int column;

    XlsxSheet(Form form, OutputStream out, SharedTexts texts) {
        this.form = form;
        this.out = out;
        this.texts = texts;
    }

    String name() {
        StringBuilder escaped = new StringBuilder();
        SharedTexts.escape(escaped, form.name());
        return escaped.toString();
    }

    void begin() throws IOException {
        xml.append(XlsxFile.DECLARATION)
                .append("<worksheet xmlns=\"%s\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                        .formatted(XlsxFile.MAIN))
                .append("<sheetViews><sheetView workbookViewId=\"0\">")
                .append(pane())
                .append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < form.widths().size(); i++) {
            xml.append("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
                    .formatted(i + 1, form.widths().get(i)));
        }
        xml.append("</cols><sheetData><row r=\"1\" ht=\"26\" customHeight=\"1\">");
        row = TITLE_ROW;
        text(form.wholeTitle(), form.notice().isEmpty() ? Look.TITLE : Look.SYNTHETIC);
        xml.append("</row><row r=\"2\" ht=\"46\" customHeight=\"1\">");
        row = HEADING_ROW;
        column = 0;
        form.headings().forEach(heading -> text((heading.zh() + "\n" + heading.en()).strip(), Look.HEADING));
        endRow();
    }

    private String pane() {
        String corner = letters(form.still()) + (HEADING_ROW + 1);
        String across = form.still() == 0 ? "" : "xSplit=\"%d\" ".formatted(form.still());
        String active = form.still() == 0 ? "bottomLeft" : "bottomRight";
        return "<pane %sySplit=\"%d\" topLeftCell=\"%s\" activePane=\"%s\" state=\"frozen\"/><selection pane=\"%s\" activeCell=\"%s\" sqref=\"%s\"/>"
                .formatted(across, HEADING_ROW, corner, active, active, corner, corner);
    }

    /** Begins the next row, high enough for {@code lines}: not every spreadsheet works that out by itself. */
    void beginRow(int lines) {
        row++;
        if (row > MOST_ROWS) {
            throw new IllegalStateException(
                    "Sheet %s has more rows than a workbook may have: %d".formatted(form.name(), MOST_ROWS));
        }
        column = 0;
        xml.append("<row r=\"").append(row).append('"');
        if (lines > 1) {
            xml.append(" ht=\"")
                    .append(Math.min(lines, MOST_LINES) * LINE_HEIGHT)
                    .append("\" customHeight=\"1\"");
        }
        xml.append('>');
    }

    /**
     * How many lines {@code text} takes in a column {@code width} characters wide, of which a Chinese one takes two.
     */
    static int lines(String text, int width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            long narrow = paragraph.chars().map(c -> c < '\u2e80' ? 1 : 2).sum();
            lines += (int) Math.max(1, (narrow + width - 1) / width);
        }
        return lines;
    }

    /** Ends the row that was begun. */
    void endRow() throws IOException {
        xml.append("</row>");
        if (xml.length() > FULL) {
            flush();
        }
    }

    /** A cell that holds {@code text}, whatever sign it starts with. */
    void text(String text, Look look) {
        boolean guarded = look == Look.TEXT && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        cell(guarded ? Look.GUARDED : look);
        xml.append("\" t=\"s\"><v>").append(texts.place(text)).append("</v></c>");
    }

    void number(long number) {
        cell(Look.WHOLE);
        xml.append("\"><v>").append(number).append("</v></c>");
    }

    void number(double number, Look look) {
        cell(look);
        xml.append("\"><v>").append(number).append("</v></c>");
    }

    void day(LocalDate day) {
        cell(Look.DAY);
        xml.append("\"><v>").append(day.toEpochDay() - DAY_ZERO.toEpochDay()).append("</v></c>");
    }

    /** A cell that holds nothing. */
    void empty() {
        column++;
    }

    @SuppressWarnings("EnumOrdinal") // Looks stand in the order of the formats in the file.
    private void cell(Look look) {
        xml.append("<c r=\"");
        appendLetters(column++);
        xml.append(row).append("\" s=\"").append(look.ordinal());
    }

    private void appendLetters(int index) {
        if (index >= 26) {
            appendLetters(index / 26 - 1);
        }
        xml.append((char) ('A' + index % 26));
    }

    private static String letters(int index) {
        return (index >= 26 ? letters(index / 26 - 1) : "") + (char) ('A' + index % 26);
    }

    private String filtered() {
        return "A%d:%s%d".formatted(HEADING_ROW, letters(form.headings().size() - 1), Math.max(row, HEADING_ROW));
    }

    /** What the workbook has to say of this sheet: what is filtered, and which rows stand on every printed page. */
    String definedNames(int index) {
        String sheet = "'" + name().replace("'", "''") + "'!";
        String absolute = filtered().replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2");
        return "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%1$d\" hidden=\"1\">%2$s%3$s</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%1$d\">%2$s$%4$d:$%5$d</definedName>"
                .formatted(index, sheet, absolute, TITLE_ROW, HEADING_ROW);
    }

    void finish() throws IOException {
        StringBuilder header = new StringBuilder();
        String title = form.wholeTitle();
        SharedTexts.escape(
                header,
                title.substring(0, Math.min(title.length(), LONGEST_HEADER)).replace("&", "&&"));
        xml.append("</sheetData><autoFilter ref=\"")
                .append(filtered())
                .append(
                        "\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
                .append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
                .append("<headerFooter><oddHeader>&amp;C")
                .append(header)
                .append("</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
        flush();
    }

    private void flush() throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }
}
