package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Json;

/** An answer as one JSON array with an object a row, written row by row. */
final class JsonAnswer extends Answer {

    private final Consumer<String> out;
    private List<String> names = List.of();

    JsonAnswer(Consumer<String> out, long most) {
        super(most);
        this.out = out;
    }

    @Override
    public void columns(List<String> columns) {
        names = columns;
    }

    @Override
    void show(List<@Nullable Object> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), plain(values.get(i)));
        }
        out.accept((shown() == 1 ? "[" : ",") + "\n  " + Json.line(row));
    }

    /** JSON knows no dates, lists of an engine and the like: what it does not know is written as text. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? value : value.toString();
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : value.toString();
    }

    @Override
    void end() {
        out.accept(shown() == 0 ? "[]\n" : "\n]\n");
    }
}
