package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.SetupException;

/** An answer as a table: it is held until the widest cell of each column is known, so it is never long. */
final class TableAnswer extends Answer {

    /** As many rows as anybody reads in a table. */
    static final long MOST = 20_000;

    private static final String CONFIDENTIAL = "confidential";
    private static final Set<String> WITHHELD =
            Set.of("numerator", "denominator", "value", "lower", "upper", "persons", "employers", "status");

    private final Consumer<String> out;
    private List<String> names = List.of();
    private TextTable table = new TextTable(List.of());
    private int protection = -1;
    private int[] states = {};

    TableAnswer(Consumer<String> out, long most) {
        super(most);
        this.out = out;
    }

    @Override
    public void columns(List<String> columns) {
        names = columns;
        table = new TextTable(columns);
        protection = columns.indexOf("protection");
        states = columns.stream()
                .mapToInt(name -> columns.indexOf(stem(name) + "_status"))
                .toArray();
    }

    // The bounds of a measure share its status.
    private static String stem(String name) {
        return name.replaceFirst("_(lower|upper|numerator|denominator|persons|employers)$", "");
    }

    @Override
    void show(List<@Nullable Object> values) {
        if (shown() > MOST) {
            throw new SetupException(
                    "The answer has more than %d rows, too many for a table: use --format csv, or a smaller --rows"
                            .formatted(MOST));
        }
        List<@Nullable Object> cells = new ArrayList<>(values);
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == null && isProtected(values, i)) {
                cells.set(i, FiguresCommand.CONFIDENTIAL);
            }
        }
        table.row(cells);
    }

    /** What is protected carries no number; that it does is neither nothing nor zero. */
    private boolean isProtected(List<@Nullable Object> values, int column) {
        if (protection >= 0 && CONFIDENTIAL.equals(values.get(protection)) && WITHHELD.contains(names.get(column))) {
            return true;
        }
        return states[column] >= 0 && CONFIDENTIAL.equals(values.get(states[column]));
    }

    @Override
    void end() {
        out.accept(table.render());
    }
}
