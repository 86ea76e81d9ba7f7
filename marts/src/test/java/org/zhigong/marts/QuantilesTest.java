package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.transform.PortableSql;

/** Quantiles in cells, for months and for quarters of flows. */
class QuantilesTest {

    private static final PeriodKey MARCH = PeriodKey.month(YearMonth.of(2025, 3));
    private static final PeriodKey QUARTER = PeriodKey.of(PeriodKey.Type.QUARTER, YearMonth.of(2025, 3));

    private static final String MEDIAN = """
            name: {zh: 中位数, en: Median}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            aggregate: {percentile_disc: 0.5, of: case when members >= 0 then members end}
            persons_of: period
            population: is_bound
            unit: days
            counts: cases
            kind: flow
            breakdowns: [district, industry]
            version: 1
            """;

    @TempDir
    private Path folder;

    @Test
    void ordersTheRowsOfEachCellAnew() {
        assertThat(shown(cells(MEDIAN, MARCH, """
                        employer_id district_code unit_code street_code industry workers members is_bound
                        E1 110105 110105 110105001 I 1 1 true
                        E1 110105 110105 110105001 I 1 3 true
                        E2 110105 110105 110105001 F 1 9 true
                        E3 110106 110106 110106001 F 1 4 true
                        E4 unallocated unallocated unallocated F 1 7 true
                        E5 110105 110105 110105001 I 1 100 false
                        E6 110105 110105 110105001 I 1 -1 true
                        """)))
                .containsExactly(
                        "110000 industry=F 7.0 of 3 rows, 3 persons, 3 employers, 1 below, 1 above",
                        "110000 industry=I 1.0 of 2 rows, 2 persons, 1 employers, 0 below, 1 above",
                        "110000 none=all 4.0 of 5 rows, 5 persons, 4 employers, 1 below, 2 above",
                        "110105 industry=F 9.0 of 1 rows, 1 persons, 1 employers, 0 below, 0 above",
                        "110105 industry=I 1.0 of 2 rows, 2 persons, 1 employers, 0 below, 1 above",
                        "110105 none=all 3.0 of 3 rows, 3 persons, 2 employers, 1 below, 1 above",
                        "110106 industry=F 4.0 of 1 rows, 1 persons, 1 employers, 0 below, 0 above",
                        "110106 none=all 4.0 of 1 rows, 1 persons, 1 employers, 0 below, 0 above",
                        "unallocated industry=F 7.0 of 1 rows, 1 persons, 1 employers, 0 below, 0 above",
                        "unallocated none=all 7.0 of 1 rows, 1 persons, 1 employers, 0 below, 0 above");
    }

    @Test
    void statesTheCityWhereThereIsNothingToOrder() {
        assertThat(cells(MEDIAN, MARCH, "employer_id\n"))
                .extracting(cell -> cell.get("place_scheme") + " " + cell.get("value") + " " + cell.get("denominator")
                        + " " + cell.get("status"))
                .containsExactly("geo null 0 no_denominator", "reporting null 0 no_denominator");
    }

    @Test
    void aQuarterIsNotMadeOfItsMonths() {
        assertThat(shown(cells(MEDIAN.replace("persons_of: period\n", ""), QUARTER, """
                        period employer_id district_code unit_code street_code industry workers members is_bound
                        2025-01 E1 110105 110105 110105001 I 5 1 true
                        2025-01 E1 110105 110105 110105001 I 5 1 true
                        2025-02 E2 110105 110105 110105001 I 5 1 true
                        2025-03 E3 110105 110105 110105001 I 5 8 true
                        2025-03 E3 110105 110105 110105001 I 5 9 true
                        """)))
                .contains("110000 none=all 1.0 of 5 rows, 10 persons, 3 employers, 0 below, 1 above");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.5, 2", "0.9, 1", "0.9, 3", "0.25, 1"})
    void agreesWithPlainJava(String share, int months) {
        PeriodKey period = months == 3 ? QUARTER : MARCH;
        String indicator = MEDIAN.replace("0.5", share).replace("population: is_bound\n", "");
        Random random = new Random(7L * months);
        StringBuilder text = new StringBuilder("employer_id district_code unit_code street_code industry members\n");
        Map<String, List<Long>> expected = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            String district = "1101" + random.nextInt(10, 17);
            String industry = "ABCDEFGH".substring(random.nextInt(8)).substring(0, 1);
            long days = random.nextInt(40);
            text.append("E%d %s %s %s001 %s %d%n"
                    .formatted(random.nextInt(90), district, district, district, industry, days));
            for (String place : List.of("110000", district)) {
                for (String group : List.of("none=all", "industry=" + industry)) {
                    expected.computeIfAbsent(place + " " + group, any -> new ArrayList<>())
                            .add(days);
                }
            }
        }
        Map<String, Double> values = new HashMap<>();
        expected.forEach((cell, amounts) -> values.put(cell, quantile(amounts, Double.parseDouble(share))));

        Map<String, Double> found = new LinkedHashMap<>();
        for (Map<String, Object> cell : cells(indicator, period, text.toString())) {
            if ("geo".equals(cell.get("place_scheme"))) {
                found.put(name(cell), Double.valueOf(String.valueOf(cell.get("value"))));
            }
        }
        assertThat(found).isEqualTo(values);
    }

    /** The smallest amount that has at least this share of all amounts at or below it. */
    private static double quantile(List<Long> amounts, double share) {
        List<Long> sorted = amounts.stream().sorted().toList();
        return sorted.stream()
                .filter(amount ->
                        sorted.stream().filter(other -> other <= amount).count() >= share * sorted.size())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsToTheSqlThatAllEnginesUnderstand() {
        Base base = Bases.employers(folder, Base.Rows.MANY_PER_CONTRIBUTOR);
        Indicator indicator = new CellRun(folder).indicators(base, MEDIAN).named("tried");
        QuantilePlan plan = new QuantilePlan("plan", base, indicator, List.of(CellKind.NONE), QUARTER);

        assertThat(Stream.concat(plan.steps().stream().map(Step::select), plan.selects().stream()))
                .allSatisfy(select ->
                        assertThat(PortableSql.inStatement(select.strip())).isEmpty());
    }

    private List<Map<String, Object>> cells(String indicator, PeriodKey period, String text) {
        return new CellRun(folder).of(Base.Rows.MANY_PER_CONTRIBUTOR, indicator, period, 3, text);
    }

    private static String name(Map<String, Object> cell) {
        return "%s %s=%s".formatted(cell.get("place"), cell.get("breakdown"), cell.get("breakdown_value"));
    }

    private static List<String> shown(List<Map<String, Object>> cells) {
        return cells.stream()
                .filter(cell -> "geo".equals(cell.get("place_scheme")))
                .map(cell -> "%s %s of %s rows, %s persons, %s employers, %s below, %s above"
                        .formatted(
                                name(cell),
                                cell.get("value"),
                                cell.get("denominator"),
                                cell.get("persons"),
                                cell.get("employers"),
                                cell.get("contributors_below"),
                                cell.get("contributors_above")))
                .toList();
    }
}
