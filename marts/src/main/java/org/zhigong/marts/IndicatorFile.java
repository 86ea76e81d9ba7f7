package org.zhigong.marts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** Reads one file of {@code marts/indicators}; every word in it is known or refused with its place. */
final class IndicatorFile {

    private static final List<String> KEYS = List.of(
            "duty",
            "label",
            "name",
            "definition",
            "source",
            "base",
            "numerator",
            "denominator",
            "aggregate",
            "persons",
            "persons_of",
            "contributor",
            "unit",
            "counts",
            "kind",
            "window_months",
            "lag_months",
            "periods",
            "breakdowns",
            "better",
            "target",
            "population",
            "category",
            "lower",
            "upper",
            "sensitive",
            "version",
            "examples");

    private final Path file;
    private final YamlNode root;
    private final Base base;
    private final List<String> columns;

    private IndicatorFile(Path file, YamlNode root, Base base) {
        this.file = file;
        this.root = root;
        this.base = base;
        this.columns = base.columnNames();
    }

    /** @throws org.zhigong.warehouse.SetupException naming file, line, what was expected and what was found */
    static Indicator read(Path file, Map<TableName, Base> bases) {
        YamlNode root = YamlNode.read(file).onlyKeys(KEYS);
        YamlNode name = root.require("base");
        List<String> known = bases.keySet().stream().map(TableName::toString).toList();
        if (!known.contains(name.text())) {
            throw name.failure("unknown base '%s': expected one of %s%s"
                    .formatted(name.text(), known, NearestNames.hint(name.text(), known)));
        }
        Base base = bases.entrySet().stream()
                .filter(each -> each.getKey().toString().equals(name.text()))
                .findFirst()
                .orElseThrow()
                .getValue();
        return new IndicatorFile(file, root, base).indicator();
    }

    private Indicator indicator() {
        Label name = Label.of(root.require("name"));
        Unit unit = Words.one(root.require("unit"), Unit.values());
        IndicatorValue value = IndicatorValue.read(root, unit, columns);
        if (base.nationalYear().isPresent()) {
            for (String key : List.of("aggregate", "window_months", "lag_months", "periods", "breakdowns")) {
                root.find(key).ifPresent(node -> {
                    throw node.failure(
                            "expected no '%s' over a published national series: its rows are years".formatted(key));
                });
            }
        }
        Optional<Indicator.Category> category = root.find("category").map(this::category);
        return new Indicator(
                id(),
                root.find("duty").map(node -> OptionalInt.of(whole(node))).orElse(OptionalInt.empty()),
                root.find("label").map(Label::of).orElse(name),
                name,
                Label.of(root.require("definition")),
                sources(),
                base.table(),
                value.numerator(),
                value.quantile(),
                value.denominator(),
                root.find("persons").map(this::sum).orElse(base.persons()),
                root.find("persons_of")
                        .map(node -> Words.one(node, Indicator.PersonsOf.values()))
                        .orElse(base.personsOf()),
                root.find("contributor").map(this::row).orElse(base.contributor()),
                unit,
                root.find("counts")
                        .map(node -> Words.one(node, Indicator.Counts.values()))
                        .orElse(Indicator.Counts.PERSONS),
                value.kind(),
                value.windowMonths(),
                root.find("lag_months").map(IndicatorFile::whole).orElse(0),
                root.find("periods").map(IndicatorFile::periods).orElse(List.of(PeriodKey.Type.values())),
                root.find("breakdowns").map(this::breakdowns).orElse(List.of()),
                root.find("better")
                        .map(node -> Words.one(node, Indicator.Better.values()))
                        .orElse(Indicator.Better.NEITHER),
                root.find("target").map(IndicatorFile::target),
                root.find("population").map(this::row),
                category,
                bounds(category),
                root.find("sensitive").map(YamlNode::isTrue).orElse(false)
                        ? Indicator.Sensitivity.SENSITIVE
                        : Indicator.Sensitivity.PLAIN,
                whole(root.require("version")),
                new IndicatorExampleReader(id(), base).read(root.find("examples")),
                Hashes.ofFile(file));
    }

    private String id() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".yaml".length());
    }

    private List<Label> sources() {
        List<Label> sources = new ArrayList<>();
        root.find("source").map(YamlNode::items).orElse(List.of()).forEach(item -> sources.add(Label.of(item)));
        return sources;
    }

    private List<String> breakdowns(YamlNode node) {
        List<String> known = new ArrayList<>();
        known.add(Base.FIRST_LEVEL);
        base.levels().forEach(level -> known.add(level.name()));
        base.breakdowns().forEach(breakdown -> known.add(breakdown.name()));
        for (YamlNode item : node.items()) {
            if (!known.contains(item.text())) {
                throw item.failure("unknown breakdown '%s' of %s: expected one of %s%s"
                        .formatted(
                                item.text(),
                                base.table(),
                                known.stream().distinct().toList(),
                                NearestNames.hint(item.text(), known)));
            }
        }
        return node.texts();
    }

    private static List<PeriodKey.Type> periods(YamlNode node) {
        List<PeriodKey.Type> periods = node.items().stream()
                .map(item -> Words.one(item, PeriodKey.Type.values()))
                .distinct()
                .sorted()
                .toList();
        if (periods.isEmpty()) {
            throw node.expected("one or more of month, quarter and year");
        }
        return periods;
    }

    private Indicator.Category category(YamlNode node) {
        node.onlyKeys(List.of("column", "values"));
        return new Indicator.Category(
                row(node.require("column")), node.require("values").texts());
    }

    private Map<String, Indicator.Bounds> bounds(Optional<Indicator.Category> category) {
        Map<String, YamlNode> lower = bound("lower", category);
        Map<String, YamlNode> upper = bound("upper", category);
        if (!lower.keySet().equals(upper.keySet())) {
            throw root.failure("expected lower and upper for the same categories, found lower of %s and upper of %s"
                    .formatted(lower.keySet(), upper.keySet()));
        }
        Map<String, Indicator.Bounds> bounds = new LinkedHashMap<>();
        lower.forEach((key, node) -> {
            YamlNode above = java.util.Objects.requireNonNull(upper.get(key));
            bounds.put(key, new Indicator.Bounds(Expressions.bound(node, columns), Expressions.bound(above, columns)));
        });
        return bounds;
    }

    private Map<String, YamlNode> bound(String key, Optional<Indicator.Category> category) {
        Optional<YamlNode> node = root.find(key);
        if (node.isEmpty()) {
            return Map.of();
        }
        return category.map(mix -> node.get().onlyKeys(mix.values()).entries())
                .orElseGet(() -> Map.of(Indicator.ALL, node.get()));
    }

    private static Indicator.Target target(YamlNode node) {
        node.onlyKeys(List.of("value", "direction", "text"));
        OptionalDouble value = node.find("value")
                .map(number -> OptionalDouble.of(decimal(number)))
                .orElse(OptionalDouble.empty());
        Optional<Indicator.Better> direction =
                node.find("direction").map(each -> Words.one(each, Indicator.Better.values()));
        if (value.isPresent() == direction.isPresent()) {
            throw node.failure("expected either a value or a direction");
        }
        return new Indicator.Target(value, direction, Label.of(node.require("text")));
    }

    private static double decimal(YamlNode node) {
        try {
            return Double.parseDouble(node.text());
        } catch (NumberFormatException e) {
            throw node.expected("a number");
        }
    }

    private static int whole(YamlNode node) {
        return Math.toIntExact(node.integer());
    }

    private String row(YamlNode node) {
        return Expressions.row(node, columns);
    }

    private String sum(YamlNode node) {
        return Expressions.sum(node, columns);
    }
}
