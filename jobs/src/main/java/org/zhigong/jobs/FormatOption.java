package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how rows are shown. */
final class FormatOption {

    /** How rows are shown. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "How to show the answer: table (default), csv or json. / 输出格式。")
    private Format format = Format.TABLE;

    boolean isTable() {
        return format == Format.TABLE;
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /** What shows the first {@code most} rows that it is given. */
    Answer answer(Console console, long most) {
        return switch (format) {
            case TABLE -> new TableAnswer(console::answer, most);
            case CSV -> new CsvAnswer(console::answer, most);
            case JSON -> new JsonAnswer(console::answer, most);
        };
    }

    /** Shows {@code rows}, of which each has a value for each of {@code columns}. */
    void show(Console console, List<String> columns, List<? extends Map<String, ?>> rows) {
        show(answer(console, Long.MAX_VALUE), columns, rows);
    }

    private static void show(Answer answer, List<String> columns, List<? extends Map<String, ?>> rows) {
        answer.columns(columns);
        for (Map<String, ?> row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(row.get(column)));
            answer.row(cells);
        }
        answer.end();
    }

    /** {@code rows} as CSV in which no text is a formula. */
    static String csv(List<String> columns, List<? extends Map<String, ?>> rows) {
        StringBuilder text = new StringBuilder();
        Consumer<String> out = text::append;
        show(new CsvAnswer(out, Long.MAX_VALUE), columns, rows);
        return text.toString();
    }
}
