package org.zhigong.marts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** A small base for tests, of the shape of marts.employer_base. */
final class Bases {

    static final TableName EMPLOYERS = new TableName("marts", "employer_base");

    static final String DECLARATION = """
            contributor: case when row_kind = 'employer' and employer_id <> 'none' then employer_id end
            one_row_per_contributor: %s
            filter: attribute = 'all'
            persons: sum(workers)
            places:
              geo: {district: district_code, street: street_code}
              reporting: {unit: unit_code}
            breakdowns:
              industry: {column: industry}
              size_class: {column: size_class}
              sex: {column: attribute_value, where: "attribute = 'sex'"}
            """;

    private Bases() {}

    static Base employers(Path folder, Base.Rows rows) {
        return read(folder, DECLARATION.formatted(rows == Base.Rows.ONE_PER_CONTRIBUTOR));
    }

    static Base read(Path folder, String declaration) {
        Path file = folder.resolve("base.yaml");
        try {
            Files.writeString(file, declaration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BaseDeclaration.read(EMPLOYERS, columns(), YamlNode.read(file));
    }

    static Map<TableName, Base> map(Base base) {
        return Map.of(base.table(), base);
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of(
                "period",
                "employer_id",
                "attribute",
                "attribute_value",
                "row_kind",
                "district_code",
                "unit_code",
                "street_code",
                "industry",
                "size_class",
                "agreement_level")) {
            columns.add(new Column(name, ColumnType.VARCHAR));
        }
        for (String name : List.of("units", "workers", "members", "stated_workers", "due_fen", "received_fen")) {
            columns.add(new Column(name, ColumnType.BIGINT));
        }
        for (String name : List.of("is_bound", "is_bound_enterprise", "is_bound_industry", "is_bound_area")) {
            columns.add(new Column(name, ColumnType.BOOLEAN));
        }
        return columns;
    }
}
