package org.zhigong.transform;

import java.time.YearMonth;
import java.util.Map;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/**
 * What a model makes of a few rows, as its file tells it.
 *
 * @param model the model that the example belongs to
 * @param name a sentence
 * @param period the month that is built
 * @param given rows of the tables that the model reads; a table that is not named is empty, a column is null
 * @param expect every row of the result; columns that no row names are not compared
 */
public record ModelExample(
        TableName model, String name, YearMonth period, Map<TableName, YamlNode> given, YamlNode expect) {

    public ModelExample {
        given = Map.copyOf(given);
    }

    /** How test reports call the example: {@code staging/members.yaml: a member who moves …}. */
    public String title() {
        return "%s/%s.yaml: %s".formatted(model.layer(), model.name(), name);
    }

    @Override
    public String toString() {
        return title();
    }
}
