package org.zhigong.transform;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/**
 * A table that is made by one SQL file: {@code <layer>/<name>.sql}, with {@code <name>.yaml} beside it, which holds
 * everything that is not SQL.
 *
 * @param file the SQL file
 * @param sql its text: one select in the subset that every engine understands
 * @param cadence whether it is built for each month, the first, or once per release
 * @param grain the columns that no two rows share and that are never null; outputs are sorted by them
 * @param reads every table that the SQL names, with the months that it reads of it
 * @param columns the columns of the result, in order
 * @param isReleasedByMonth whether a release holds the outputs of its months as they are
 * @param base what the indicators need to know of a base, read by the marts
 * @param list who may have it for what, if it is a working list, read by the marts
 */
public record Model(
        TableName table,
        Path file,
        String sql,
        Cadence cadence,
        Label name,
        Label description,
        List<String> grain,
        SortedMap<TableName, Window> reads,
        List<ModelColumn> columns,
        List<Check> checks,
        boolean isReleasedByMonth,
        Optional<YamlNode> base,
        Optional<YamlNode> list,
        List<ModelExample> examples) {

    /** How often a model runs. */
    public enum Cadence {
        /** One output for each month. */
        MONTHLY,
        /** One output, for the first month alone: what is said of the time before it. */
        FIRST_MONTH,
        /** One output for each release, over its protected figures. */
        PER_RELEASE
    }

    public Model {
        grain = List.copyOf(grain);
        reads = Collections.unmodifiableSortedMap(new TreeMap<>(reads));
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        examples = List.copyOf(examples);
    }

    /** The columns of the result without their labels. */
    public List<Column> plainColumns() {
        return columns.stream().map(ModelColumn::column).toList();
    }

    /** The months that this model reads of {@code other}. */
    Window window(TableName other) {
        return Optional.ofNullable(reads.get(other)).orElse(Window.ONE);
    }
}
