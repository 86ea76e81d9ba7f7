package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest {

    private static final Path RULES = Path.of("protection.yaml");
    private static final TableName FIGURES = new TableName("work", "figures");

    private final Engine engine =
            EngineProvider.named("duckdb").open(new EngineSettings(1, 256, Path.of("target/spill")));

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            four persons behind it             | unit=rate counts=employers numerator=40 denominator=50 persons=4 employers=9 | MIN_PERSONS
            five persons behind it             | unit=rate counts=employers numerator=40 denominator=50 persons=5 employers=9 | open
            nobody behind it                   | unit=rate counts=employers numerator=0 denominator=0 persons=0 employers=0  | open
            four persons with the trait        | unit=rate counts=persons numerator=4 denominator=50 persons=50 employers=9  | MIN_PERSONS
            nobody with the trait              | unit=rate counts=persons numerator=0 denominator=50 persons=50 employers=9  | open
            four without a plain trait         | unit=rate counts=persons numerator=46 denominator=50 persons=50 employers=9 | open
            four without a sensitive trait     | unit=rate counts=persons numerator=46 denominator=50 persons=50 employers=9 is_sensitive=true | MIN_PERSONS
            all with a sensitive trait         | unit=rate counts=persons numerator=50 denominator=50 persons=50 employers=9 is_sensitive=true | open
            two employers behind it            | unit=rate counts=persons numerator=40 denominator=50 persons=50 employers=2 | MIN_EMPLOYERS
            three employers behind it          | unit=rate counts=persons numerator=40 denominator=50 persons=50 employers=3 | open
            two employers with the trait       | unit=rate counts=employers numerator=2 denominator=9 persons=50 employers=9 | MIN_EMPLOYERS
            two employers counted              | unit=count counts=employers numerator=2 persons=50 employers=2             | MIN_EMPLOYERS
            two unions counted                 | unit=count counts=units numerator=2 persons=50 employers=5                 | open
            the largest has 75 of 100          | unit=rate counts=persons numerator=100 denominator=200 persons=200 employers=9 numerator_top1=75 numerator_top2=10 | open
            the largest has 76 of 100          | unit=rate counts=persons numerator=100 denominator=200 persons=200 employers=9 numerator_top1=76 numerator_top2=1  | DOMINANCE
            the two largest have 85 of 100     | unit=rate counts=persons numerator=100 denominator=200 persons=200 employers=9 numerator_top1=50 numerator_top2=35 | open
            the two largest have 86 of 100     | unit=rate counts=persons numerator=100 denominator=200 persons=200 employers=9 numerator_top1=50 numerator_top2=36 | DOMINANCE
            one dominates the denominator      | unit=rate counts=persons numerator=100 denominator=200 persons=200 employers=9 denominator_top1=151 denominator_top2=1 | DOMINANCE
            the rest is 15 % of the largest    | unit=rate counts=fen numerator=1000 denominator=9000 persons=90 employers=9 denominator_top1=4500 denominator_top2=3825 | DOMINANCE
            the rest is just 15 %              | unit=rate counts=fen numerator=1000 denominator=1000 persons=90 employers=9 numerator_top1=460 numerator_top2=390 | open
            nine persons are no denominator    | unit=rate counts=persons numerator=5 denominator=9 persons=9 employers=9     | SMALL_DENOMINATOR
            ten persons are one                | unit=rate counts=persons numerator=5 denominator=10 persons=10 employers=9   | open
            nine persons counted are fine      | unit=count counts=persons numerator=9 persons=9 employers=9                  | open
            persons come before employers      | unit=rate counts=persons numerator=4 denominator=5 persons=5 employers=1 numerator_top1=4 | MIN_PERSONS
            employers come before dominance    | unit=rate counts=persons numerator=9 denominator=9 persons=9 employers=1 numerator_top1=9 | MIN_EMPLOYERS
            four cases are like four persons   | unit=rate counts=cases numerator=4 denominator=50 persons=50 employers=9    | MIN_PERSONS
            nine workers for a rate per 10,000 | unit=per_10k counts=cases numerator=5 denominator=9 persons=9 employers=9   | SMALL_DENOMINATOR
            nobody with a sensitive trait      | unit=rate counts=persons numerator=0 denominator=50 persons=50 employers=9 is_sensitive=true | MIN_PERSONS
            a sensitive trait where nobody is  | unit=rate counts=persons numerator=0 denominator=0 persons=0 employers=0 is_sensitive=true | open
            all of 29 with a sensitive trait   | unit=rate counts=persons numerator=29 denominator=29 persons=29 employers=9 is_sensitive=true | GROUP_DISCLOSURE
            all of 30 with a sensitive trait   | unit=rate counts=persons numerator=30 denominator=30 persons=30 employers=9 is_sensitive=true | open
            all of 29 with a plain trait       | unit=rate counts=persons numerator=29 denominator=29 persons=29 employers=9 | open
            all of 29 units, sensitive         | unit=rate counts=units numerator=29 denominator=29 persons=99 employers=9 is_sensitive=true | GROUP_DISCLOSURE
            the rest of minutes is 14 %        | unit=minutes counts=minutes numerator=1000 persons=90 employers=9 numerator_top1=470 numerator_top2=380 | open
            ten below and above the median     | unit=days counts=cases denominator=21 persons=21 employers=21 contributors_below=10 contributors_above=10 | open
            nine below the median              | unit=days counts=cases denominator=20 persons=20 employers=20 contributors_below=9 contributors_above=10 | QUANTILE
            nine above the median              | unit=days counts=cases denominator=20 persons=20 employers=20 contributors_below=10 contributors_above=9 | QUANTILE
            published by others                | unit=rate counts=persons numerator=1 denominator=2 persons=0 employers=0 status=published | open
            a quantile of nothing              | unit=days counts=cases denominator=0 persons=0 employers=0 contributors_below=0 contributors_above=0 | open
            dominance before a small whole     | unit=rate counts=persons numerator=9 denominator=9 persons=9 employers=3 numerator_top1=7 | DOMINANCE
            """)
    void judgesACellByTheFirstRuleItBreaks(String name, String cell, String expected) {
        Map<String, Object> figure =
                protectedFigures(ProtectionRules.Audience.INSIDE, List.of(cell)).get(0);

        if (expected.equals("open")) {
            assertThat(figure).containsEntry("protection", "open").containsEntry("protection_reason", null);
            assertThat(String.valueOf(figure.get("numerator"))).isEqualTo(value(cell, "numerator"));
        } else {
            assertThat(figure).containsEntry("protection", "confidential").containsEntry("protection_reason", expected);
            CellTable.MEASURED.forEach(column -> assertThat(figure).containsEntry(column, null));
        }
    }

    @Test
    void asksForTheRestOfAnAmountToBeFifteenPercentOfTheLargestPart() {
        // Two large parts below both dominance limits cannot break the p % rule, unless these limits are laxer.
        ProtectionRules inside = ProtectionRules.read(RULES, ProtectionRules.Audience.INSIDE);
        ProtectionRules lax = new ProtectionRules(
                inside.audience(),
                inside.labels(),
                5,
                3,
                10,
                30,
                10,
                List.of(new ProtectionRules.Dominance(1, 99)),
                15,
                "");
        String cell =
                "unit=rate counts=fen numerator=1000 denominator=9000 persons=90 employers=9 numerator_top1=%d numerator_top2=%d";

        assertThat(figures(lax, List.of(cell.formatted(600, 310))).get(0)).containsEntry("protection", "open");
        assertThat(figures(lax, List.of(cell.formatted(600, 311))).get(0))
                .containsEntry("protection_reason", "P_PERCENT");
    }

    @Test
    void asksForMoreOutsideTheFederation() {
        String cell = "unit=rate counts=persons numerator=9 denominator=29 persons=29 employers=9";
        String rate = "unit=rate counts=persons numerator=10 denominator=29 persons=29 employers=9";
        String fine = "unit=rate counts=persons numerator=10 denominator=30 persons=30 employers=9";

        assertThat(protectedFigures(ProtectionRules.Audience.OUTSIDE, List.of(cell, rate, fine)))
                .extracting(figure -> figure.get("protection_reason"))
                .containsExactly("MIN_PERSONS", "SMALL_DENOMINATOR", null);
    }

    @Test
    void keepsTheCategoriesOfACellTogether() {
        String cell = "indicator=mix unit=rate counts=persons denominator=100 persons=100 employers=9 ";

        assertThat(protectedFigures(
                        ProtectionRules.Audience.INSIDE,
                        List.of(
                                cell + "category=a numerator=60 place=110105",
                                cell + "category=b numerator=36 numerator_top1=30 place=110105",
                                cell + "category=c numerator=4 place=110105",
                                cell + "category=a numerator=60 place=110106",
                                cell + "category=b numerator=40 place=110106")))
                .extracting(figure -> figure.get("category") + " " + figure.get("protection_reason"))
                .containsExactly("a MIN_PERSONS", "b DOMINANCE", "c MIN_PERSONS", "a null", "b null");
    }

    @Test
    void theAuditFindsWhatLeaksWhatIsLostAndWhatWasJudgedOtherwise() {
        ProtectionRules rules = ProtectionRules.read(RULES, ProtectionRules.Audience.INSIDE);
        List<String> cells = List.of(
                "unit=rate counts=persons numerator=40 denominator=50 persons=50 employers=9",
                "unit=rate counts=persons numerator=4 denominator=50 persons=50 employers=9",
                "unit=count counts=persons numerator=44 persons=50 employers=9");
        figures(rules, cells);

        assertThat(found(rules, "select * from work.protected")).containsOnly(0L);
        assertThat(found(rules, "select * from work.protected where numerator = 40"))
                .containsExactly(2L, 0L, 0L);
        assertThat(found(rules, "select * replace (numerator + 1 as numerator) from work.protected"))
                .containsExactly(0L, 2L, 0L);
        assertThat(found(rules, "select * replace ('bounds' as status) from work.protected"))
                .containsExactly(0L, 2L, 0L);
        assertThat(
                        found(
                                rules,
                                "select * replace ('confidential' as protection, cast(null as bigint) as numerator) from work.protected"))
                .containsExactly(0L, 0L, 2L);
    }

    private List<Long> found(ProtectionRules rules, String figures) {
        engine.define(FIGURES, figures);
        return new ProtectionAudit(rules)
                .check(engine, CellTable.CELLS, FIGURES).stream()
                        .map(ProtectionAudit.Finding::failures)
                        .toList();
    }

    private List<Map<String, Object>> protectedFigures(ProtectionRules.Audience audience, List<String> cells) {
        return figures(ProtectionRules.read(RULES, audience), cells);
    }

    private List<Map<String, Object>> figures(ProtectionRules rules, List<String> cells) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String cell : cells) {
            Map<String, Object> row = TextTable.pairs(CellTable.CELL_COLUMNS, cell);
            row.putIfAbsent("indicator", "i" + rows.size());
            row.putIfAbsent("category", "all");
            row.putIfAbsent("place", "110000");
            row.putIfAbsent("status", "ok");
            for (String key :
                    List.of("period_type", "period", "place_scheme", "place_level", "breakdown", "breakdown_value")) {
                row.put(key, key);
            }
            rows.add(row);
        }
        Protection protection = new Protection(rules);
        engine.defineRows(CellTable.CELLS, CellTable.CELL_COLUMNS, rows);
        engine.define(Protection.REGISTRY, protection.registry(CellTable.CELLS));
        engine.define(new TableName("work", "protected"), protection.figures(Protection.REGISTRY));
        return engine.query("select * from work.protected order by indicator, place, category");
    }

    private static String value(String cell, String name) {
        return String.valueOf(TextTable.pairs(CellTable.CELL_COLUMNS, cell).get(name));
    }
}
