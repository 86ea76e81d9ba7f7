package org.zhigong.jobs.city.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.TruthWriter;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;

/** Writes the true figures of a city as {@code figures.parquet}, with all numbers and what protection decides. */
public final class TruthFiles implements TruthWriter {

    private static final LocalDate WHEN_ALL_IS_DELIVERED = LocalDate.MAX;

    private final Engine engine;
    private final FileHash hash;

    /** @param engine DuckDB, which reads delimited text; it stays open */
    public TruthFiles(Engine engine, FileHash hash) {
        this.engine = engine;
        this.hash = hash;
    }

    @Override
    public void write(CityStream city, YearMonth closing, Path folder) {
        Path text = folder.resolve("figures.csv");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(text)) {
                out.write(FigureColumns.ALL.stream().map(Column::name).collect(Collectors.joining(",")));
                out.write('\n');
                new Truth(city, hash).figures(closing, WHEN_ALL_IS_DELIVERED, figure -> line(out, figure));
            }
            engine.write(selectFrom(text), FigureColumns.KEY, folder.resolve("figures.parquet"));
            Files.delete(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the true figures into %s".formatted(folder), e);
        }
    }

    /** No value holds a comma, a quote or a line end: codes, words, numbers and dates. */
    private static void line(BufferedWriter out, TrueFigure figure) {
        try {
            out.write(FigureColumns.row(figure).values().stream()
                    .map(value -> value == null ? "" : value.toString())
                    .collect(Collectors.joining(",")));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a true figure", e);
        }
    }

    private static String selectFrom(Path text) {
        String types = FigureColumns.ALL.stream()
                .map(column ->
                        "'%s': '%s'".formatted(column.name(), column.type().sql()))
                .collect(Collectors.joining(", "));
        return "select * from read_csv('%s', header = true, delim = ',', nullstr = '', columns = {%s})"
                .formatted(text.toString().replace("'", "''"), types);
    }
}
