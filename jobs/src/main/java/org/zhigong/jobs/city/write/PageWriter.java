package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a page in GBK with one table, as web systems export what they call a workbook. */
final class PageWriter extends RowWriter {

    private static final Charset GBK = Charset.forName("GBK");

    private final OutputStream out;
    private long line;

    PageWriter(Path file, FileForm form) {
        super(form);
        out = LineWriter.create(file);
        write("""
                <html xmlns:x="urn:schemas-microsoft-com:office:excel">
                <head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>
                <body><table border="1">
                """);
    }

    @Override
    long line() {
        return line;
    }

    @Override
    List<String> codes() {
        return List.of("EXT_MISMATCH", "ENC_GB18030", "TITLE_ROWS");
    }

    @Override
    void head() {
        literally("合成数据 SYNTHETIC");
        header();
    }

    @Override
    void header() {
        row(form().order().stream().map(form().header()::get).toList(), "th");
    }

    @Override
    void cells(List<String> cells, Charset charset) {
        row(cells, "td");
    }

    @Override
    void literally(String text) {
        row(List.of(text), "td");
    }

    private void row(List<String> cells, String element) {
        line++;
        String open = "<%s>".formatted(element);
        String close = "</%s>".formatted(element);
        write(cells.stream()
                .map(cell -> open + (cell.isEmpty() ? "&nbsp;" : SheetXml.escaped(cell)) + close)
                .collect(Collectors.joining("", "<tr>", "</tr>\n")));
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(GBK));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a page", e);
        }
    }

    @Override
    public void close() {
        write("</table></body></html>\n");
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a page", e);
        }
    }
}
