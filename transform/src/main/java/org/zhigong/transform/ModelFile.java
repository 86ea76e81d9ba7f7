package org.zhigong.transform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** Reads one model: its SQL and the YAML beside it. */
final class ModelFile {

    private static final List<String> KEYS = List.of(
            "name",
            "description",
            "grain",
            "months",
            "reads",
            "columns",
            "checks",
            "base",
            "release",
            "list",
            "examples");

    /** The word under {@code release} for a table that a release holds month by month. */
    private static final String BY_MONTH = "months";

    private static final List<String> COLUMN_KEYS = List.of("type", "zh", "en");
    private static final List<String> CHECK_KEYS = List.of("check", "severity", "owner");
    private static final List<String> EXAMPLE_KEYS = List.of("name", "period", "given", "expect");

    private final TableName table;
    private final Path file;
    private final YamlNode root;
    private final String sql;
    private final List<SqlToken> tokens;

    private ModelFile(TableName table, Path file) {
        this.table = table;
        this.file = file;
        this.sql = text(file);
        this.tokens = SqlTokens.of(sql);
        this.root = YamlNode.read(file.resolveSibling(table.name() + ".yaml")).onlyKeys(KEYS);
    }

    /** Reads the model {@code table} from its SQL {@code file}. @throws SetupException naming file, line and cause */
    static Model read(TableName table, Path file) {
        return new ModelFile(table, file).model();
    }

    private Model model() {
        List<PortableSql.Finding> findings = PortableSql.inModel(tokens);
        if (!findings.isEmpty()) {
            throw new SetupException(PortableSql.shown(file, findings));
        }
        List<ModelColumn> columns = columns();
        SortedMap<TableName, Window> reads = reads();
        return new Model(
                table,
                file,
                sql,
                cadence(),
                Label.of(root.require("name")),
                Label.of(root.require("description")),
                grain(columns),
                reads,
                columns,
                checks(reads.keySet()),
                isReleasedByMonth(reads.keySet()),
                root.find("base"),
                root.find("list"),
                examples(reads.keySet()));
    }

    private Model.Cadence cadence() {
        Optional<YamlNode> months = root.find("months");
        if (months.isPresent()) {
            if (!months.get().text().equals("first")) {
                throw months.get().expected("first");
            }
            return Model.Cadence.FIRST_MONTH;
        }
        return isPerRelease() ? Model.Cadence.PER_RELEASE : Model.Cadence.MONTHLY;
    }

    private boolean isPerRelease() {
        return root.find("release")
                .filter(node -> !node.text().equals(BY_MONTH))
                .map(YamlNode::isTrue)
                .orElse(false);
    }

    /** What is released as it was built may know of files and codes, but of no person or employer. */
    private boolean isReleasedByMonth(Set<TableName> reads) {
        Optional<YamlNode> node =
                root.find("release").filter(given -> given.text().equals(BY_MONTH));
        node.ifPresent(given -> reads.stream()
                .filter(read -> !read.layer().equals("run") && !read.layer().equals("codes"))
                .findFirst()
                .ifPresent(read -> {
                    throw given.failure(("%s reads %s: expected run and codes alone, since what is released by month"
                                    + " passes no protection")
                            .formatted(table, read));
                }));
        return node.isPresent();
    }

    private List<ModelColumn> columns() {
        List<ModelColumn> columns = new ArrayList<>();
        root.require("columns").entries().forEach((name, node) -> {
            node.onlyKeys(COLUMN_KEYS);
            Label label =
                    new Label(node.require("zh").text(), node.require("en").text());
            columns.add(new ModelColumn(new Column(name, type(node.require("type"))), label));
        });
        if (columns.isEmpty()) {
            throw root.require("columns").failure("expected one column or more, found none");
        }
        return columns;
    }

    private static ColumnType type(YamlNode node) {
        try {
            return ColumnType.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.expected("varchar, bigint, double, boolean or date");
        }
    }

    private List<String> grain(List<ModelColumn> columns) {
        List<String> known =
                columns.stream().map(column -> column.column().name()).toList();
        YamlNode grain = root.require("grain");
        for (YamlNode name : grain.items()) {
            if (!known.contains(name.text())) {
                throw name.expected("one of the columns %s".formatted(known));
            }
        }
        if (grain.items().isEmpty()) {
            throw grain.failure("expected one column or more, found none");
        }
        return grain.texts();
    }

    private SortedMap<TableName, Window> reads() {
        SortedMap<TableName, Window> reads = new TreeMap<>();
        for (SqlReferences.Reference reference : SqlReferences.of(tokens)) {
            if (reference.isTable()) {
                reads.put(reference.table(), Window.ONE);
            }
        }
        root.find("reads")
                .ifPresent(node -> node.entries()
                        .forEach((name, months) -> reads.put(read(name, months, reads.keySet()), window(months))));
        return reads;
    }

    private static TableName read(String name, YamlNode node, Set<TableName> known) {
        List<String> names = known.stream().map(TableName::toString).toList();
        if (!names.contains(name)) {
            throw node.failure(
                    "the SQL does not read %s: it reads %s%s".formatted(name, names, NearestNames.hint(name, names)));
        }
        return TableName.parse(name);
    }

    private static Window window(YamlNode node) {
        if (node.text().equals("all")) {
            return Window.ALL;
        }
        if (!node.text().matches("[1-9][0-9]{0,3}")) {
            throw node.expected("a number of months, 1 or more, or all");
        }
        return new Window((int) node.integer());
    }

    private List<Check> checks(Set<TableName> reads) {
        List<Check> checks = new ArrayList<>();
        for (YamlNode node : root.find("checks").map(YamlNode::items).orElse(List.of())) {
            Check check = node.isMap()
                    ? check(node.onlyKeys(CHECK_KEYS))
                    : new Check(node.text(), Severity.STOP, Check.DEFAULT_OWNER);
            List<PortableSql.Finding> findings = PortableSql.inExpression(check.condition());
            if (!findings.isEmpty()) {
                throw node.failure(findings.get(0).text());
            }
            for (SqlReferences.Reference reference : SqlReferences.of(SqlTokens.of(check.condition()))) {
                if (!reference.isTable() || !reads.contains(reference.table())) {
                    throw node.failure(
                            "a check may read what its model reads, %s; found %s".formatted(reads, reference.name()));
                }
            }
            checks.add(check);
        }
        return checks;
    }

    private static Check check(YamlNode node) {
        return new Check(
                node.require("check").text(),
                node.find("severity").map(ModelFile::severity).orElse(Severity.STOP),
                node.find("owner").map(YamlNode::text).orElse(Check.DEFAULT_OWNER));
    }

    private static Severity severity(YamlNode node) {
        try {
            return Severity.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.expected("stop or alert");
        }
    }

    private List<ModelExample> examples(Set<TableName> reads) {
        List<ModelExample> examples = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : root.find("examples").map(YamlNode::items).orElse(List.of())) {
            node.onlyKeys(EXAMPLE_KEYS);
            YamlNode name = node.require("name");
            if (!names.add(name.text())) {
                throw name.failure("another example has this name: '%s'".formatted(name.text()));
            }
            Map<TableName, YamlNode> given = new LinkedHashMap<>();
            node.find("given")
                    .ifPresent(tables -> tables.entries().forEach((table, rows) -> {
                        rows.items().forEach(YamlNode::entries);
                        given.put(read(table, rows, reads), rows);
                    }));
            YamlNode expect = node.require("expect");
            expect.items().forEach(YamlNode::entries);
            examples.add(new ModelExample(table, name.text(), month(node.require("period")), given, expect));
        }
        return examples;
    }

    private static YearMonth month(YamlNode node) {
        try {
            return YearMonth.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.expected("a month as 2025-03");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }
}
