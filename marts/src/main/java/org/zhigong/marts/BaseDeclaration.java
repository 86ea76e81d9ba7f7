package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** Reads what a model declares under {@code base}. */
final class BaseDeclaration {

    private static final List<String> KEYS = List.of(
            "contributor",
            "one_row_per_contributor",
            "filter",
            "persons",
            "persons_of",
            "history",
            "national_year",
            "places",
            "breakdowns");

    private final List<String> columns;

    private BaseDeclaration(List<String> columns) {
        this.columns = columns;
    }

    /** @throws org.zhigong.warehouse.SetupException naming file, line and what was expected */
    static Base read(TableName table, List<Column> columns, YamlNode node) {
        node.onlyKeys(KEYS);
        BaseDeclaration reader =
                new BaseDeclaration(columns.stream().map(Column::name).toList());
        boolean isOne =
                node.find("one_row_per_contributor").map(YamlNode::isTrue).orElse(false);
        Optional<String> year = node.find("national_year").map(reader::column);
        year.ifPresent(any -> {
            for (String key : List.of("places", "breakdowns", "one_row_per_contributor")) {
                node.find(key).ifPresent(other -> {
                    throw other.failure("expected no '%s' beside 'national_year': such a base is of the nation alone"
                            .formatted(key));
                });
            }
        });
        return new Base(
                table,
                columns,
                reader.expression(node.require("contributor")),
                isOne ? Base.Rows.ONE_PER_CONTRIBUTOR : Base.Rows.MANY_PER_CONTRIBUTOR,
                node.find("filter").map(reader::expression).orElse("true"),
                reader.sum(node.require("persons")),
                node.find("persons_of")
                        .map(each -> Words.one(each, Indicator.PersonsOf.values()))
                        .orElse(Indicator.PersonsOf.LAST_MONTH),
                node.find("history").map(YamlNode::texts).orElse(List.of()),
                year,
                year.isPresent() ? List.of() : reader.schemes(node.require("places")),
                node.find("breakdowns").map(reader::breakdowns).orElse(List.of()));
    }

    private List<Base.Scheme> schemes(YamlNode node) {
        List<Base.Scheme> schemes = new ArrayList<>();
        for (Map.Entry<String, YamlNode> scheme : node.entries().entrySet()) {
            List<Base.Level> levels = new ArrayList<>();
            scheme.getValue().entries().forEach((name, column) -> levels.add(new Base.Level(name, column(column))));
            schemes.add(new Base.Scheme(scheme.getKey(), levels));
        }
        return schemes;
    }

    private List<Base.Breakdown> breakdowns(YamlNode node) {
        List<Base.Breakdown> breakdowns = new ArrayList<>();
        for (Map.Entry<String, YamlNode> each : node.entries().entrySet()) {
            YamlNode declared = each.getValue().onlyKeys(List.of("column", "where"));
            Optional<String> where = declared.find("where").map(this::expression);
            breakdowns.add(new Base.Breakdown(each.getKey(), column(declared.require("column")), where));
        }
        return breakdowns;
    }

    private String column(YamlNode node) {
        return Expressions.column(node, columns);
    }

    private String expression(YamlNode node) {
        return Expressions.row(node, columns);
    }

    private String sum(YamlNode node) {
        return Expressions.sum(node, columns);
    }
}
