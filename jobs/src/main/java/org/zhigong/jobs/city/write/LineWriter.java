package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.warehouse.SetupException;

/** Writes the lines of one file and counts them. */
final class LineWriter implements AutoCloseable {

    private final FileForm form;
    private final ByteCells bytes;
    private final TextCells texts = new TextCells();
    private final boolean isStraight;
    private long line;

    LineWriter(Path file, FileForm form) {
        this.form = form;
        isStraight = form.isStraight();
        bytes = new ByteCells(open(file), form.charset(), form.delimiter(), form.isHeaderless(), form.lineEnd());
        if (!form.bom().isEmpty()) {
            bytes.bytes(form.bom().getBytes(form.charset()));
        }
    }

    /** How many lines there are by now, which is the number of the last one. */
    long line() {
        return line;
    }

    /** Titles and header, where the file has them. */
    void head() {
        form.titles().forEach(this::literally);
        if (!form.isHeaderless()) {
            header();
        }
    }

    void header() {
        cells(form.order().stream().map(form.header()::get).toList(), form.charset());
    }

    /** A row as it is. */
    void row(FeedRow row, long number) {
        if (!isStraight) {
            cells(texts(row, number));
            return;
        }
        RowCells.write(row, number, bytes);
        bytes.endRow();
        line++;
    }

    /** The texts of a row, in the usual order of columns, to be changed and given to {@link #cells(List)}. */
    List<String> texts(FeedRow row, long number) {
        RowCells.write(row, number, texts);
        return texts.take();
    }

    /** A row of texts in the usual order of columns, perhaps with one too many. */
    void cells(List<String> cells) {
        boolean isWhole = cells.size() == form.header().size();
        cells(isWhole ? form.order().stream().map(cells::get).toList() : cells, form.charset());
    }

    /** A row of texts as they are, in an encoding that need not be the file's. */
    void cells(List<String> cells, Charset charset) {
        String joined = cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(form.delimiter())));
        String end = form.isHeaderless() ? form.delimiter() + form.lineEnd() : form.lineEnd();
        bytes.bytes((joined + end).getBytes(charset));
        line++;
    }

    /** A line as it is. */
    void literally(String text) {
        bytes.bytes((text + form.lineEnd()).getBytes(form.charset()));
        line++;
    }

    /** The start of a line that never ends. */
    void cut(List<String> cells) {
        bytes.bytes(String.join(String.valueOf(form.delimiter()), cells).getBytes(form.charset()));
    }

    @Override
    public void close() {
        bytes.close();
    }

    private String quoted(String cell) {
        boolean needsQuotes = cell.indexOf(form.delimiter()) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static OutputStream open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new SetupException("Cannot write %s: %s; choose a folder that can be written".formatted(file, e), e);
        }
    }
}
