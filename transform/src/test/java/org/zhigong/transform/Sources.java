package org.zhigong.transform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** The columns of the tables that models read and do not make. */
final class Sources {

    private Sources() {}

    static Map<TableName, List<Column>> read() {
        Map<TableName, List<Column>> sources = new LinkedHashMap<>();
        YamlNode.read(Path.of("src/test/resources/sources.yaml")).entries().forEach((table, columns) -> {
            List<Column> typed = new ArrayList<>();
            columns.entries().forEach((name, type) -> typed.add(new Column(name, ColumnType.parse(type.text()))));
            sources.put(TableName.parse(table), typed);
        });
        return sources;
    }
}
