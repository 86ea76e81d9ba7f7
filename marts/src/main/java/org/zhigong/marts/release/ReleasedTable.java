package org.zhigong.marts.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/**
 * A small table that goes into a release beside the figures: the dictionary, places, a code list.
 *
 * @param orderBy columns that order the rows totally
 * @param title what it holds
 * @param columns what its columns mean, by name
 */
public record ReleasedTable(SmallTable rows, List<String> orderBy, Label title, Map<String, Label> columns) {

    public ReleasedTable {
        orderBy = List.copyOf(orderBy);
        columns = new TreeMap<>(columns);
    }

    /** The table's name in a release: everything there is in the layer {@code marts}. */
    TableName name() {
        TableName name = rows.name();
        return name.layer().equals("marts") ? name : new TableName("marts", name.layer() + "_" + name.name());
    }
}
