package org.zhigong.marts.lists;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/**
 * The working lists of a folder, {@code <name>.sql} with {@code <name>.yaml} beside it. A list that could name a person
 * is refused: it reads no table with a row per person, and every column of it has a grade, L1 or L2.
 */
public final class WorkingLists {

    /** What whoever asks has chosen; a list may read it. */
    public static final TableName PARAMETERS = new TableName("lists", "parameters");

    /** The columns of {@link #PARAMETERS}: the days to look ahead, and the day that they reach. */
    public static final List<Column> PARAMETER_COLUMNS =
            List.of(new Column("days", ColumnType.BIGINT), new Column("until_on", ColumnType.DATE));

    private static final Set<String> LAYERS = Set.of("core", "marts", "codes", "run", "lists");
    private static final Set<String> GRADES = Set.of("L1", "L2");
    private static final Pattern OF_PERSONS = Pattern.compile("\\b(person_key|name_key)\\b");

    private final SortedMap<String, WorkingList> lists;

    private WorkingLists(SortedMap<String, WorkingList> lists) {
        this.lists = lists;
    }

    /**
     * Reads the lists of {@code folder}.
     *
     * @param roles by name
     * @param models that the lists may read
     * @throws SetupException naming file, line and cause
     */
    public static WorkingLists read(Path folder, Map<String, Role> roles, Models models) {
        SortedMap<String, WorkingList> lists = new TreeMap<>();
        for (Model model : Models.readLayer("lists", folder).all()) {
            refusePersons(model, models);
            lists.put(model.table().name(), list(model, roles));
        }
        return new WorkingLists(lists);
    }

    /** All lists by name. */
    public List<WorkingList> all() {
        return List.copyOf(lists.values());
    }

    /** The list called {@code name}. @throws SetupException naming those there are */
    public WorkingList list(String name) {
        WorkingList list = lists.get(name);
        if (list == null) {
            throw new SetupException("Unknown list '%s'%s; there are %s"
                    .formatted(name, NearestNames.hint(name, lists.keySet()), lists.keySet()));
        }
        return list;
    }

    private static void refusePersons(Model model, Models models) {
        if (OF_PERSONS.matcher(model.sql()).find()) {
            throw new SetupException(
                    "%s names a key of persons: a working list is about employers".formatted(model.file()));
        }
        for (TableName table : model.reads().keySet()) {
            if (!LAYERS.contains(table.layer())) {
                throw new SetupException(
                        "%s reads %s: expected tables of core and marts".formatted(model.file(), table));
            }
            boolean isOfPersons = models.find(table).stream()
                    .flatMap(read -> read.plainColumns().stream())
                    .anyMatch(column -> OF_PERSONS.matcher(column.name()).matches());
            if (isOfPersons) {
                throw new SetupException("%s reads %s, which has a row per person: a working list is about employers"
                        .formatted(model.file(), table));
            }
        }
    }

    private static WorkingList list(Model model, Map<String, Role> roles) {
        YamlNode node = model.list()
                .orElseThrow(() -> new SetupException(
                        "%s is a working list: expected 'list' in the file beside it, with its purpose and roles"
                                .formatted(model.file())))
                .onlyKeys(List.of("purpose", "legal_basis", "roles", "unit", "days", "grades"));
        List<String> columns = model.plainColumns().stream().map(Column::name).toList();
        requireGrades(node.require("grades"), columns);
        for (YamlNode role : node.require("roles").items()) {
            if (!roles.containsKey(role.text())) {
                throw role.expected("one of the roles %s".formatted(roles.keySet()));
            }
        }
        YamlNode unit = node.require("unit");
        if (!columns.contains(unit.text())) {
            throw unit.expected("one of the columns %s".formatted(columns));
        }
        return new WorkingList(
                model,
                Label.of(node.require("purpose")),
                Label.of(node.require("legal_basis")),
                node.require("roles").texts(),
                unit.text(),
                node.find("days").map(WorkingLists::days));
    }

    private static void requireGrades(YamlNode node, List<String> columns) {
        Map<String, YamlNode> grades = node.entries();
        Set<String> ungraded = new TreeSet<>(columns);
        ungraded.removeAll(grades.keySet());
        if (!ungraded.isEmpty()) {
            throw node.failure("expected a grade for every column, found none for %s".formatted(ungraded));
        }
        grades.forEach((column, grade) -> {
            if (!columns.contains(column)) {
                throw grade.failure("expected one of the columns %s, found '%s'".formatted(columns, column));
            }
            if (!GRADES.contains(grade.text())) {
                throw grade.failure(
                        "column %s is of grade %s: a working list may hold grades L1 and L2, nothing of a person"
                                .formatted(column, grade.text()));
            }
        });
    }

    private static WorkingList.Days days(YamlNode node) {
        node.onlyKeys(List.of("least", "most", "default"));
        return new WorkingList.Days(
                node.require("least").integer(),
                node.require("most").integer(),
                node.require("default").integer());
    }
}
