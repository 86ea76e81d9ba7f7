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

/** Writes the lines of delimited text. */
class LineWriter extends RowWriter {

    private final ByteCells bytes;
    private final boolean isStraight;
    private long line;

    LineWriter(Path file, FileForm form) {
        this(create(file), form);
    }

    LineWriter(OutputStream out, FileForm form) {
        super(form);
        isStraight = form.isStraight();
        bytes = new ByteCells(out, form.charset(), form.delimiter(), form.isHeaderless(), form.lineEnd());
        if (!form().bom().isEmpty()) {
            bytes.bytes(form().bom().getBytes(form().charset()));
        }
    }

    @Override
    long line() {
        return line;
    }

    @Override
    void header() {
        cells(form().order().stream().map(form().header()::get).toList(), form().charset());
    }

    @Override
    void row(FeedRow row, long number) {
        if (!isStraight) {
            super.row(row, number);
            return;
        }
        RowCells.write(row, number, bytes);
        bytes.endRow();
        line++;
    }

    @Override
    void cells(List<String> cells, Charset charset) {
        String joined =
                cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(form().delimiter())));
        String end = form().isHeaderless() ? form().delimiter() + form().lineEnd() : form().lineEnd();
        bytes.bytes((joined + end).getBytes(charset));
        line++;
    }

    @Override
    void literally(String text) {
        bytes.bytes((text + form().lineEnd()).getBytes(form().charset()));
        line++;
    }

    @Override
    void cut(List<String> cells) {
        bytes.bytes(String.join(String.valueOf(form().delimiter()), cells).getBytes(form().charset()));
    }

    @Override
    public void close() {
        bytes.close();
    }

    private String quoted(String cell) {
        boolean needsQuotes =
                cell.indexOf(form().delimiter()) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    static OutputStream create(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new SetupException("Cannot write %s: %s; choose a folder that can be written".formatted(file, e), e);
        }
    }
}
