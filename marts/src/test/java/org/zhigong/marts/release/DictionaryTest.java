package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

class DictionaryTest {

    private static final Path BREAKDOWNS = Path.of("breakdowns.yaml");

    @TempDir
    private Path folder;

    @Test
    void placesStandInBothSchemesWithTheirParents() {
        assertThat(Places.of(divisions()))
                .extracting(row -> row.get("place_scheme") + " " + row.get("place_level") + " " + row.get("place")
                        + " in " + row.get("parent")
                        + (row.containsKey("valid_to") ? " until " + row.get("valid_to") : ""))
                .containsExactly(
                        "geo city 110000 in null",
                        "reporting city 110000 in null",
                        "geo district 110115 in 110000",
                        "reporting unit 110115 in 110000",
                        "geo district 110103 in 110000 until 2010-07-01",
                        "geo street 110115403 in 110115",
                        "reporting unit 110115403 in 110000",
                        "geo street 110115001 in 110115",
                        "geo nation 100000 in null",
                        "geo district unallocated in 110000",
                        "reporting unit unallocated in 110000");
    }

    @Test
    void breakdownsTakeTheirNamesFromCodeListsAndTheirFile() {
        Breakdowns breakdowns = Breakdowns.read(BREAKDOWNS, codes());

        assertThat(breakdowns.values().get("industry"))
                .containsExactly(
                        Map.entry("I", new Label("信息传输", "Information")),
                        Map.entry("unknown", new Label("行业不详", "Industry not known")),
                        Map.entry("unallocated", new Label("不属单一行业", "Of no single industry")));
        assertThat(breakdowns.labels()).containsEntry("category", new Label("类别", "Part of a mix"));
    }

    @Test
    void aCodeListThatIsNotThereIsSaidWithItsPlace() throws IOException {
        Path file = folder.resolve("breakdowns.yaml");
        Files.writeString(file, "sex:\n  label: {zh: 性别, en: Sex}\n  codes: sexes\n");

        assertThatThrownBy(() -> Breakdowns.read(file, codes()))
                .isInstanceOf(SetupException.class)
                .hasMessage("%s, line 3: sex.codes: there is no code list 'sexes': expected one of %s"
                        .formatted(
                                file,
                                codes().stream()
                                        .map(table -> table.name().name())
                                        .toList()));
    }

    @Test
    void everyColumnOfTheDictionaryIsItselfInTheDictionary() {
        Engine engine = Sandbox.engine(1);
        define(engine);

        assertThat(engine.query("select table_name, count(*) as n from marts.columns where stage = 'release'"
                        + " group by table_name order by table_name"))
                .extracting(row -> row.get("table_name") + " " + row.get("n"))
                .containsExactly(
                        "marts.breakdown_values 7",
                        "marts.codes 5",
                        "marts.columns 10",
                        "marts.feeds 11",
                        "marts.figures " + (FigureRows.figureColumns().size() + 1),
                        "marts.indicators 23",
                        "marts.places 7",
                        "marts.rules 5",
                        "marts.series_breaks 6");
        assertThat(engine.query("select name_zh, grade from marts.columns where stage = 'feed'"))
                .containsExactly(Map.of("name_zh", "统一社会信用代码", "grade", "L2"));
    }

    @Test
    void aFigureWithAWordThatNothingExplainsIsFound() {
        Map<String, Object> fine = FigureRows.figure("members", "2025-03", 1, 2);
        Engine engine = Sandbox.engine(1);
        define(engine);
        engine.defineRows(
                FiguresTable.NAME,
                FigureRows.figureColumns(),
                List.of(
                        fine,
                        FigureRows.with(fine, "indicator", "workers"),
                        FigureRows.with(fine, "place", "110199"),
                        FigureRows.with(fine, "breakdown", "industry", "breakdown_value", "Z"),
                        FigureRows.with(fine, "category", "Q")));

        assertThat(DictionaryAudit.check(engine))
                .extracting(CheckResult::name, CheckResult::sample)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("indicators_are_explained", List.of("workers")),
                        org.assertj.core.groups.Tuple.tuple("places_are_named", List.of("geo 110199")),
                        org.assertj.core.groups.Tuple.tuple("breakdown_values_are_named", List.of("industry Z")),
                        org.assertj.core.groups.Tuple.tuple("categories_are_named", List.of("category Q")));
    }

    private static void define(Engine engine) {
        Label label = new Label("会员", "Members");
        Dictionary dictionary = new Dictionary(
                List.of(new Dictionary.IndicatorEntry(
                        "members",
                        0,
                        1,
                        label,
                        label,
                        label,
                        List.of(label),
                        "marts.union_base",
                        "sum(members)",
                        "",
                        "",
                        "count",
                        label,
                        "stock",
                        "persons",
                        "up",
                        0,
                        "")),
                List.of(new Dictionary.FeedEntry(
                        "employers", label, "snapshot", "1.0.0", label, "统计法", "", "monthly", "register")),
                List.of(new Dictionary.ColumnEntry(
                        "feed",
                        "raw.employers",
                        "credit_code",
                        1,
                        "varchar",
                        new Label("统一社会信用代码", "Credit code"),
                        "L2",
                        "",
                        "39 40")),
                List.of(),
                codes(),
                Breakdowns.read(BREAKDOWNS, codes()));
        for (ReleasedTable table : dictionary.tables(FigureRows.figureColumns())) {
            engine.defineRows(table.name(), table.rows().columns(), table.rows().rows());
        }
    }

    private static List<SmallTable> codes() {
        return List.of(
                divisions(),
                list("industries", "section", "I", "信息传输", "Information"),
                list("ownership_group", "code", "SOE", "国有", "State-owned"),
                list("size_class", "code", "1-9", "1至9人", "1 to 9"),
                list("sex", "code", "1", "男", "Male"),
                list("feeds", "code", "members", "会员", "Members"),
                list("hukou", "code", "local_urban", "本市城镇", "Beijing, urban"),
                list("skill_level", "code", "5", "初级工", "Junior"),
                list("need_class", "code", "11", "医疗救助", "Medical aid"),
                list("dispute_cause", "code", "PAY", "劳动报酬", "Pay"),
                new SmallTable(
                        new TableName("codes", "rules"),
                        List.of(text("rule"), text("value"), text("valid_from")),
                        List.of(Map.of("rule", "fund_rate_bp", "value", 200, "valid_from", "2010-01-01"))),
                new SmallTable(
                        new TableName("codes", "series_breaks"),
                        List.of(text("series_break"), text("affects"), text("valid_from")),
                        List.of(Map.of("series_break", "threshold", "affects", "sex", "valid_from", "2008-05-01"))));
    }

    private static SmallTable list(String name, String key, String code, String zh, String en) {
        return new SmallTable(
                new TableName("codes", name),
                List.of(text(key), text("name_zh"), text("name_en")),
                List.of(Map.of(key, code, "name_zh", zh, "name_en", en)));
    }

    private static SmallTable divisions() {
        return new SmallTable(
                new TableName("codes", "divisions"),
                List.of(text("place_code"), text("level"), text("name_zh"), text("name_en")),
                List.of(
                        division("110000", "city", "", "", ""),
                        division("110115", "district", "110115", "110115", ""),
                        division("110103", "district", "110101", "110101", "2010-07-01"),
                        division("110115403", "street", "110115", "110115403", ""),
                        division("110115001", "street", "110115", "110115", "")));
    }

    private static Map<String, Object> division(
            String code, String level, String district, String unit, String validTo) {
        return Map.of(
                "place_code", code,
                "level", level,
                "name_zh", "名" + code,
                "name_en", "Place " + code,
                "district_code", district,
                "unit_code", unit,
                "valid_to", validTo);
    }

    private static Column text(String name) {
        return new Column(name, ColumnType.VARCHAR);
    }
}
