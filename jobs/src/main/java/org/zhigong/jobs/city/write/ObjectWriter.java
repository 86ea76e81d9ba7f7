package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Json;

/** Writes a JSON object a line, its fields called by the English names of columns; what is empty is null. */
final class ObjectWriter extends RowWriter {

    private final OutputStream out;
    private long line;

    ObjectWriter(Path file, FileForm form) {
        super(form);
        out = new java.io.BufferedOutputStream(LineWriter.create(file), 1 << 16);
    }

    @Override
    long line() {
        return line;
    }

    @Override
    void header() {
        // The names stand in every object.
    }

    @Override
    void cells(List<String> cells, Charset charset) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = form().header().get(form().order().get(i));
            object.put(name, cells.get(i).isEmpty() ? null : cells.get(i));
        }
        literally(Json.line(object));
    }

    @Override
    void literally(String text) {
        line++;
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a JSON object", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a JSON file", e);
        }
    }
}
