package org.zhigong.marts.dictionary;

import static org.zhigong.marts.dictionary.Entry.Kind.CODES;
import static org.zhigong.marts.dictionary.Entry.Kind.FEED;
import static org.zhigong.marts.dictionary.Entry.Kind.INDICATOR;
import static org.zhigong.marts.dictionary.Entry.Kind.MODEL;
import static org.zhigong.marts.dictionary.Entry.Kind.RELEASED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.dictionary.Entry.Fact;
import org.zhigong.marts.dictionary.Entry.Grid;
import org.zhigong.marts.dictionary.Entry.Reference;
import org.zhigong.transform.Check;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;

/** Gathers what the dictionary says of each thing, out of the dictionary as data and the models. */
final class DictionaryBook {

    private static final Grid NO_GRID = Grid.NONE;

    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private final Map<String, Label> titles = new TreeMap<>();
    private final Map<String, List<Map<String, Object>>> columns = new LinkedHashMap<>();
    private final Map<String, Model> models = new TreeMap<>();
    private final Lineage lineage;

    DictionaryBook(DictionaryContent content) {
        content.tables().forEach(table -> {
            String name = table.rows().name().name();
            rows.put(name, table.rows().rows());
            titles.put("marts." + name, table.title());
        });
        titles.putAll(content.titles());
        content.models().forEach(model -> models.put(model.table().toString(), model));
        rows("columns")
                .forEach(row -> columns.computeIfAbsent(
                                text(row, "stage").equals("feed")
                                        ? "raw." + text(row, "table_name")
                                        : text(row, "table_name"),
                                any -> new ArrayList<>())
                        .add(row));
        lineage = new Lineage(
                content.models(),
                rows("indicators").stream()
                        .collect(Collectors.toMap(row -> text(row, "indicator"), row -> text(row, "base"))));
    }

    Lineage lineage() {
        return lineage;
    }

    /** The indicators of each base. */
    SortedMap<String, List<String>> indicatorsByBase() {
        SortedMap<String, List<String>> bases = new TreeMap<>();
        rows("indicators")
                .forEach(row -> bases.computeIfAbsent(text(row, "base"), any -> new ArrayList<>())
                        .add(text(row, "indicator")));
        return bases;
    }

    /** Where the name of a feed, table or indicator leads to. */
    Reference reference(String name) {
        if (Lineage.isFeed(name)) {
            return new Reference(FEED, name.substring("raw.".length()));
        }
        if (!name.contains(".")) {
            return new Reference(INDICATOR, name);
        }
        return new Reference(isReleased(name) ? RELEASED : MODEL, name);
    }

    /** All entries, by kind and name. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        rows("indicators").forEach(row -> entries.add(indicator(row)));
        rows("feeds").forEach(row -> entries.add(feed(row)));
        titles.forEach((table, title) -> entries.add(new Entry(RELEASED, table, title, protectedFacts(), grid(table))));
        models.values().forEach(model -> entries.add(model(model)));
        codes().forEach((list, codes) -> entries.add(codeList(list, codes)));
        entries.add(rules());
        entries.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::id));
        return entries;
    }

    private Entry indicator(Map<String, Object> row) {
        String id = text(row, "indicator");
        String base = text(row, "base");
        String denominator = text(row, "denominator");
        String formula = text(row, "numerator") + (denominator.isEmpty() ? "" : "  /  " + denominator);
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("定义", "Definition", label(row, "definition")),
                Fact.code("公式", "Formula", formula),
                Fact.code("统计范围", "Rows that count", text(row, "population")),
                Fact.of("单位", "Unit", label(row, "unit")),
                Fact.of("时点或时期", "Stock or flow", Words.of(text(row, "kind"))),
                Fact.of("计数对象", "Counts", Words.of(text(row, "counts"))),
                Fact.of("向好方向", "Better", Words.of(text(row, "better"))),
                Fact.code("目标", "Target", text(row, "target")),
                Fact.code("工作事项", "Duty", text(row, "duty")),
                Fact.of("依据", "Source in law", label(row, "source")),
                Fact.code("滞后月数", "Lag in months", text(row, "lag_months")),
                Fact.code("定义版本", "Version of the definition", text(row, "definition_version"))));
        facts.add(Fact.naming("基础表", "Base", List.of(reference(base))));
        facts.addAll(origins(base));
        facts.addAll(protectedFacts());
        return new Entry(INDICATOR, id, label(row, "name"), facts, NO_GRID);
    }

    private Entry feed(Map<String, Object> row) {
        String id = text(row, "feed");
        List<Fact> facts = List.of(
                Fact.of("用途", "Purpose", label(row, "purpose")),
                Fact.of("法律依据", "Legal basis", halves(text(row, "legal_basis"))),
                Fact.of("责任方", "Owner", halves(text(row, "owner"))),
                Fact.of("快照或事件", "Snapshot or events", Words.of(text(row, "kind"))),
                Fact.of("报送日程", "Due", Words.of(text(row, "calendar"))),
                Fact.of("保存期限", "Kept", Words.of(text(row, "retention"))),
                Fact.code("合约版本", "Version of the contract", text(row, "contract_version")));
        return new Entry(FEED, id, label(row, "name"), facts, grid("raw." + id));
    }

    private Entry model(Model model) {
        String id = model.table().toString();
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("说明", "Description", model.description()),
                Fact.code("主键", "Grain", String.join(", ", model.grain())),
                Fact.naming(
                        "来自",
                        "Made of",
                        lineage.sources(id).stream().map(this::reference).toList()),
                Fact.code("检查负责人", "Owner of its checks", owners(model))));
        facts.addAll(origins(id));
        facts.addAll(isReleased(id) ? protectedFacts() : keptFacts(id));
        return new Entry(isReleased(id) ? RELEASED : MODEL, id, model.name(), facts, grid(id));
    }

    private static String owners(Model model) {
        return model.checks().stream().map(Check::owner).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** The feeds behind a table, and who answers for them. */
    private List<Fact> origins(String table) {
        List<String> feeds = lineage.feeds(table);
        Set<String> owners = new TreeSet<>();
        rows("feeds").stream()
                .filter(row -> feeds.contains(text(row, "feed")))
                .forEach(row -> owners.add(text(row, "owner")));
        if (owners.isEmpty()) {
            owners.add("数据仓库（运行记录） / the warehouse, out of the books of its runs");
        }
        return List.of(
                Fact.naming(
                        "数据源",
                        "From feeds",
                        feeds.stream().map(feed -> new Reference(FEED, feed)).toList()),
                Fact.of(
                        "数据责任方",
                        "Owners of the data",
                        new Label(
                                owners.stream()
                                        .map(owner -> halves(owner).zh())
                                        .distinct()
                                        .collect(Collectors.joining("；")),
                                owners.stream()
                                        .map(owner -> halves(owner).en())
                                        .distinct()
                                        .collect(Collectors.joining("; ")))));
    }

    private static List<Fact> protectedFacts() {
        return List.of(
                Fact.of("数据分级", "Grade", new Label("已通过统计披露控制的汇总数", "Aggregates that have passed disclosure control")));
    }

    private List<Fact> keptFacts(String table) {
        String highest = lineage.feeds(table).stream()
                .flatMap(feed -> columns.getOrDefault("raw." + feed, List.of()).stream())
                .map(column -> text(column, "grade"))
                .filter(grade -> !grade.equals("L4"))
                .max(Comparator.naturalOrder())
                .orElse("");
        return highest.isEmpty()
                ? List.of()
                : List.of(Fact.of(
                        "数据分级",
                        "Grade",
                        new Label(
                                "至多 %s（所读数据源的最高分级；L4 从不写入）".formatted(highest),
                                "at most %s, the highest of the feeds that it reads; nothing of L4 is ever written"
                                        .formatted(highest))));
    }

    private Entry codeList(String list, List<Map<String, Object>> codes) {
        List<Reference> users = rows("columns").stream()
                .filter(row -> text(row, "code_list").equals(list))
                .map(row -> new Reference(FEED, text(row, "table_name")))
                .distinct()
                .toList();
        Grid grid = new Grid(
                List.of(new Label("代码", "Code"), new Label("名称", "Name")),
                codes.stream()
                        .map(row -> List.of(same(text(row, "code")), label(row, "name")))
                        .toList());
        return new Entry(CODES, list, same(list), List.of(Fact.naming("用于", "Used by", users)), grid);
    }

    private Map<String, List<Map<String, Object>>> codes() {
        return rows("codes").stream()
                .collect(Collectors.groupingBy(row -> text(row, "code_list"), TreeMap::new, Collectors.toList()));
    }

    private Entry rules() {
        List<List<Label>> cells = rows("rules").stream()
                .map(row -> List.of(
                        same(text(row, "rule")),
                        same(text(row, "value")),
                        same(text(row, "valid_from")),
                        same(text(row, "valid_to")),
                        same(text(row, "source"))))
                .toList();
        Grid grid = new Grid(
                List.of(
                        new Label("规则", "Rule"),
                        new Label("取值", "Value"),
                        new Label("生效日期", "Valid from"),
                        new Label("失效日期", "Valid to"),
                        new Label("依据", "Source")),
                cells);
        return new Entry(CODES, "rules", titles.getOrDefault("marts.rules", same("rules")), List.of(), grid);
    }

    private Grid grid(String table) {
        List<Label> header = List.of(
                new Label("字段", "Column"),
                new Label("名称", "Name"),
                new Label("类型", "Type"),
                new Label("分级", "Grade"),
                new Label("代码表", "Code list"),
                new Label("工作事项", "Duties"));
        return new Grid(
                header,
                columns.getOrDefault(table, List.of()).stream()
                        .map(row -> List.of(
                                same(text(row, "column_name")),
                                label(row, "name"),
                                same(text(row, "type")),
                                same(text(row, "grade")),
                                same(text(row, "code_list")),
                                same(text(row, "duties"))))
                        .toList());
    }

    private boolean isReleased(String table) {
        Model model = models.get(table);
        return model == null || model.isReleasedByMonth() || model.cadence() == Model.Cadence.PER_RELEASE;
    }

    private List<Map<String, Object>> rows(String table) {
        return rows.getOrDefault(table, List.of());
    }

    private static Label label(Map<String, Object> row, String name) {
        return new Label(text(row, name + "_zh"), text(row, name + "_en"));
    }

    /** The two languages of a text that has both, with a slash between them. */
    private static Label halves(String text) {
        int slash = text.indexOf(" / ");
        return slash < 0 ? same(text) : new Label(text.substring(0, slash), text.substring(slash + 3));
    }

    private static Label same(String text) {
        return new Label(text, text);
    }

    private static String text(Map<String, Object> row, String name) {
        @Nullable Object value = row.get(name);
        return value == null ? "" : value.toString();
    }
}
