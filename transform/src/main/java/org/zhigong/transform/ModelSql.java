package org.zhigong.transform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.warehouse.Column;

/** The few statements that are made around the text of a model; all of them portable. */
final class ModelSql {

    /** How many values of the grain more than one row has. */
    static final String REPEATED = "repeated_grains";

    /** How many rows have no value in a column of the grain. */
    static final String MISSING = "missing_grains";

    private ModelSql() {}

    /** What differs between the columns {@code found} and those that {@code model} declares. */
    static Optional<String> columnsProblem(Model model, List<Column> found) {
        return found.equals(model.plainColumns())
                ? Optional.empty()
                : Optional.of("expected the columns %s%nfound the columns    %s"
                        .formatted(shown(model.plainColumns()), shown(found)));
    }

    /** One row: how often the grain is repeated or missing, and how many rows fail each check, as {@code check_0} … */
    static String checked(Model model, String source) {
        StringBuilder select = new StringBuilder("select ");
        select.append("(select count(*) from %s) as %s".formatted(repeated(model, source), REPEATED));
        select.append(", count(*) filter (where %s) as %s".formatted(missing(model), MISSING));
        for (int i = 0; i < model.checks().size(); i++) {
            select.append(", count(*) filter (where %s) as check_%d"
                    .formatted(failing(model.checks().get(i)), i));
        }
        return select.append(" from ").append(source).toString();
    }

    /** The values of the grain that more than one row has, as something to select from. */
    static String repeated(Model model, String source) {
        return "(select %1$s from %2$s group by %1$s having count(*) > 1) as doubles"
                .formatted(String.join(", ", model.grain()), source);
    }

    /** The condition under which a row has no value in a column of the grain. */
    static String missing(Model model) {
        return String.join(" is null or ", model.grain()) + " is null";
    }

    /** The condition under which a row fails {@code check}. */
    static String failing(Check check) {
        return "not coalesce((" + check.condition() + "), false)";
    }

    static boolean isZero(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number count && count.longValue() == 0;
    }

    private static String shown(List<Column> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> column.name() + " " + column.type().sql())
                        .toList());
    }
}
