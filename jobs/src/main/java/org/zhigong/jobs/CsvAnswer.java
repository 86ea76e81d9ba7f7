package org.zhigong.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** An answer as CSV in which no text is a formula, written row by row. */
final class CsvAnswer extends Answer {

    private static final CSVFormat FORM =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final Consumer<String> out;

    CsvAnswer(Consumer<String> out, long most) {
        super(most);
        this.out = out;
    }

    @Override
    public void columns(List<String> names) {
        print(names);
    }

    @Override
    void show(List<@Nullable Object> values) {
        print(values);
    }

    @Override
    void end() {}

    private void print(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, FORM)) {
            printer.printRecord(cells.stream().map(CsvAnswer::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write CSV", e);
        }
        out.accept(line.toString());
    }

    /** A spreadsheet would run a text that begins like a formula. */
    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
