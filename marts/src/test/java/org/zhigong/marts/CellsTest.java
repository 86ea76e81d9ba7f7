package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsTest {

    @TempDir
    private Path folder;

    private static final PeriodKey MARCH = PeriodKey.month(YearMonth.of(2025, 3));

    private static final String COVERAGE = """
            duty: 40
            name: {zh: 覆盖率, en: Coverage}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(case when is_bound then workers else 0 end)
            denominator: sum(workers)
            lower: least(denominator, greatest(numerator, max(stated_workers)))
            upper: least(denominator, numerator + sum(stated_workers))
            unit: rate
            kind: stock
            breakdowns: [district, street, industry, sex]
            version: 1
            """;

    @Test
    void placesEveryRowInEveryCellItBelongsTo() {
        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, """
                        employer_id district_code unit_code street_code industry workers is_bound
                        E1 110105 110105 110105001 I 100 true
                        E2 110105 110105 110105002 F 50 true
                        E3 110115 110115403 110115403 I 10 false
                        E4 unallocated unallocated unallocated unknown 5 false
                        """))
                .extracting(cell -> "%s %s %s %s %s %s/%s"
                        .formatted(
                                cell.get("place_scheme"),
                                cell.get("place_level"),
                                cell.get("place"),
                                cell.get("breakdown"),
                                cell.get("breakdown_value"),
                                cell.get("numerator"),
                                cell.get("denominator")))
                .containsExactly(
                        "geo city 110000 industry F 50/50",
                        "geo city 110000 industry I 100/110",
                        "geo city 110000 industry unknown 0/5",
                        "geo city 110000 none all 150/165",
                        "geo district 110105 industry F 50/50",
                        "geo district 110105 industry I 100/100",
                        "geo district 110105 none all 150/150",
                        "geo district 110115 industry I 0/10",
                        "geo district 110115 none all 0/10",
                        "geo district unallocated industry unknown 0/5",
                        "geo district unallocated none all 0/5",
                        "geo street 110105001 none all 100/100",
                        "geo street 110105002 none all 50/50",
                        "geo street 110115403 none all 0/10",
                        "reporting city 110000 industry F 50/50",
                        "reporting city 110000 industry I 100/110",
                        "reporting city 110000 industry unknown 0/5",
                        "reporting city 110000 none all 150/165",
                        "reporting unit 110105 industry F 50/50",
                        "reporting unit 110105 industry I 100/100",
                        "reporting unit 110105 none all 150/150",
                        "reporting unit 110115403 industry I 0/10",
                        "reporting unit 110115403 none all 0/10",
                        "reporting unit unallocated industry unknown 0/5",
                        "reporting unit unallocated none all 0/5");
    }

    @Test
    void leavesARowWithoutAPlaceOrGroupOutOfTheCellsOfThatKindOnly() {
        List<Map<String, Object>> cells = cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, """
                employer_id row_kind district_code unit_code street_code industry workers stated_workers is_bound
                E1 employer 110105 110105 110105001 I 100 0 true
                E2 employer 110105 110105 110105001 F 100 0 false
                A1 agreement 110105 110105 - - 0 30 false
                A2 agreement - - - I 0 20 false
                """);

        assertThat(shown(cells, "geo", "none"))
                .containsExactly(
                        "110000 all 100/200 100..150 bounds",
                        "110105 all 100/200 100..130 bounds",
                        "110105001 all 100/200 100..100 ok");
        assertThat(shown(cells, "geo", "industry"))
                .containsExactly(
                        "110000 F 0/100 0..0 ok",
                        "110000 I 100/100 100..100 ok",
                        "110105 F 0/100 0..0 ok",
                        "110105 I 100/100 100..100 ok");
    }

    @Test
    void boundsACellByItsLargestTotalAndByTheirSum() {
        String rows = """
                employer_id row_kind district_code unit_code street_code industry workers stated_workers is_bound
                E1 employer 110105 110105 110105001 I 10 0 true
                E2 employer 110105 110105 110105001 F 90 0 false
                A1 agreement 110105 110105 - - 0 40 false
                A2 agreement 110105 110105 - - 0 70 false
                """;

        assertThat(shown(cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, rows), "geo", "none"))
                .contains("110105 all 10/100 70..100 bounds");
    }

    @Test
    void statesOneTotalThatMeetsNoListAsAnInterval() {
        assertThat(shown(cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, """
                        employer_id row_kind district_code unit_code street_code industry workers stated_workers is_bound
                        E1 employer 110105 110105 110105001 I 100 0 false
                        A1 agreement 110105 110105 - - 0 40 false
                        """), "geo", "none"))
                .contains("110105 all 0/100 40..40 bounds");
    }

    @Test
    void flagsMoreThanAHundredPercentAndNeverCapsIt() {
        String density = COVERAGE.replaceAll("(?m)^(lower|upper).*\n", "")
                .replace("case when is_bound then workers else 0 end", "members");

        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, density, """
                        employer_id district_code unit_code street_code industry workers members
                        E1 110105 110105 110105001 I 10 12
                        E2 unallocated unallocated unallocated F 0 3
                        """).stream()
                        .filter(cell -> "geo".equals(cell.get("place_scheme")) && "none".equals(cell.get("breakdown"))))
                .extracting(cell -> cell.get("place") + " " + cell.get("value") + " " + cell.get("status") + " "
                        + cell.get("lower"))
                .containsExactly(
                        "110000 1.5 over_100 null",
                        "110105 1.2 over_100 null",
                        "unallocated null no_denominator null",
                        "110105001 1.2 over_100 null");
    }

    @Test
    void statesTheCityEvenOfAnEmptyBase() {
        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, "employer_id\n"))
                .extracting(cell ->
                        cell.get("place_scheme") + " " + cell.get("numerator") + " " + cell.get("denominator") + " "
                                + cell.get("status") + " " + cell.get("employers") + " " + cell.get("denominator_top1"))
                .containsExactly("geo 0 0 no_denominator 0 0", "reporting 0 0 no_denominator 0 0");
    }

    @Test
    void statesTenThousandTimesTheNumeratorOverTheDenominator() {
        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, plain("per_10k", "sum(workers)"), """
                        employer_id district_code unit_code street_code industry workers members
                        E1 110105 110105 110105001 I 700 3
                        E2 110105 110105 110105002 I 100 1
                        """))
                .filteredOn(cell -> "city".equals(cell.get("place_level")) && "none".equals(cell.get("breakdown")))
                .extracting(cell -> cell.get("numerator") + "/" + cell.get("denominator") + " = " + cell.get("value")
                        + " " + cell.get("unit") + " " + cell.get("status"))
                .containsExactly("4/800 = 50.0 per_10k ok", "4/800 = 50.0 per_10k ok");
    }

    @Test
    void statesAnAmountWithoutADenominatorAsItIs() {
        String amount = plain("fen", "sum(workers)").replace("denominator: sum(workers)\n", "");

        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, amount, """
                        employer_id district_code unit_code street_code industry workers members
                        E1 110105 110105 110105001 I 700 300
                        """))
                .filteredOn(cell -> "street".equals(cell.get("place_level")))
                .extracting(cell -> cell.get("numerator") + " " + cell.get("denominator") + " " + cell.get("value"))
                .containsExactly("300 null 300.0");
    }

    @Test
    void dividesByTheMeanStockOfTheWindowInWholeNumbers() {
        String mean = plain("rate", "{mean_of: sum(workers)}") + "window_months: 12\n";

        // 2,388 half stocks of 24 are 99.5, and 2,387 are 99.46.
        assertThat(new CellRun(folder).of(Base.Rows.ONE_PER_CONTRIBUTOR, mean, MARCH, 12, """
                        employer_id district_code unit_code street_code industry workers members
                        E1 110105 110105 110105001 I 1512 5
                        E2 110105 110105 110105001 I 876 20
                        E3 110106 110106 110106001 I 2387 33
                        """))
                .filteredOn(cell -> "geo".equals(cell.get("place_scheme")) && "none".equals(cell.get("breakdown")))
                .extracting(cell -> cell.get("place") + " " + cell.get("numerator") + "/" + cell.get("denominator")
                        + " of 63 and 37: " + cell.get("denominator_top1") + " " + cell.get("denominator_top2"))
                .containsExactly(
                        "110000 58/199 of 63 and 37: 99 63",
                        "110105 25/100 of 63 and 37: 63 37",
                        "110106 33/99 of 63 and 37: 99 0",
                        "110105001 25/100 of 63 and 37: 63 37",
                        "110106001 33/99 of 63 and 37: 99 0");
    }

    @Test
    void dividesAFlowByTheMeanStockOfItsMonths() {
        String mean = plain("per_mille", "{mean_of: sum(workers)}").replace("kind: stock", "kind: flow");
        PeriodKey quarter = PeriodKey.of(PeriodKey.Type.QUARTER, YearMonth.of(2025, 3));

        // Openings and closings of three months: 10 + 12, 12 + 14, 14 + 20 are 82, over 6 is 13.67.
        assertThat(new CellRun(folder).of(Base.Rows.ONE_PER_CONTRIBUTOR, mean, quarter, 3, """
                        period employer_id district_code unit_code street_code industry workers members
                        2025-01 E1 110105 110105 110105001 I 22 1
                        2025-02 E1 110105 110105 110105001 I 26 0
                        2025-03 E1 110105 110105 110105001 I 34 6
                        """))
                .filteredOn(cell -> "street".equals(cell.get("place_level")))
                .extracting(cell -> cell.get("numerator") + "/" + cell.get("denominator") + " = " + cell.get("value"))
                .containsExactly("7/14 = 500.0");
    }

    @Test
    void addsWhatWasThereWhenThePeriodBeganOnce() {
        String cleared =
                plain("rate", "{opening: sum(workers), added: sum(members)}").replace("kind: stock", "kind: flow");
        PeriodKey quarter = PeriodKey.of(PeriodKey.Type.QUARTER, YearMonth.of(2025, 3));

        // 22 were there in January, and 1 + 0 + 6 came: what was there in February and March came before or is among
        // them.
        assertThat(new CellRun(folder).of(Base.Rows.ONE_PER_CONTRIBUTOR, cleared, quarter, 3, """
                        period employer_id district_code unit_code street_code industry workers members
                        2025-01 E1 110105 110105 110105001 I 22 1
                        2025-02 E1 110105 110105 110105001 I 26 0
                        2025-03 E1 110105 110105 110105001 I 34 6
                        """))
                .filteredOn(cell -> "street".equals(cell.get("place_level")))
                .extracting(cell -> cell.get("numerator") + "/" + cell.get("denominator"))
                .containsExactly("7/29");
    }

    @Test
    void statesNothingWhereTheWindowIsNotFull() {
        String window = plain("rate", "sum(workers)") + "window_months: 12\n";

        assertThat(new CellRun(folder).of(Base.Rows.ONE_PER_CONTRIBUTOR, window, MARCH, 11, """
                        employer_id district_code unit_code street_code industry workers members
                        E1 110105 110105 110105001 I 100 50
                        """))
                .filteredOn(cell -> "street".equals(cell.get("place_level")))
                .extracting(cell -> cell.get("status") + " " + cell.get("numerator") + " " + cell.get("denominator")
                        + " " + cell.get("value") + " " + cell.get("persons"))
                .containsExactly("insufficient_history null null null null");
    }

    /** Members in {@code unit}, over what {@code denominator} says. */
    private static String plain(String unit, String denominator) {
        return COVERAGE.replaceAll("(?m)^(lower|upper).*\n", "")
                .replace("case when is_bound then workers else 0 end", "members")
                .replace("denominator: sum(workers)", "denominator: " + denominator)
                .replace("unit: rate", "unit: " + unit);
    }

    @Test
    void splitsByAnAttributeOfWorkersWithItsOwnRows() {
        List<Map<String, Object>> cells = cells(Base.Rows.ONE_PER_CONTRIBUTOR, COVERAGE, """
                employer_id attribute attribute_value district_code unit_code street_code industry workers is_bound
                E1 all all 110105 110105 110105001 I 100 true
                E1 sex 1 110105 110105 110105001 I 60 true
                E1 sex 2 110105 110105 110105001 I 40 true
                E2 all all 110106 110106 110106001 F 50 false
                E2 sex 1 110106 110106 110106001 F 50 false
                """);

        assertThat(shown(cells, "geo", "sex"))
                .containsExactly(
                        "110000 1 60/110 60..60 ok",
                        "110000 2 40/40 40..40 ok",
                        "110105 1 60/60 60..60 ok",
                        "110105 2 40/40 40..40 ok",
                        "110106 1 0/50 0..0 ok");
        assertThat(shown(cells, "geo", "none")).contains("110000 all 100/150 100..100 ok");
    }

    @Test
    void countsEveryCategoryOverTheWholeDenominator() {
        String mix = COVERAGE.replaceAll("(?m)^(lower|upper|numerator).*\n", "")
                + "numerator: sum(workers)\ncategory: {column: agreement_level, values: [a, b, c]}\n";

        assertThat(cells(Base.Rows.ONE_PER_CONTRIBUTOR, mix, """
                        employer_id district_code unit_code street_code industry workers agreement_level
                        E1 110105 110105 110105001 I 10 a
                        E2 110105 110105 110105001 I 20 b
                        E3 110105 110105 110105001 I 30 a
                        E4 110105 110105 110105001 I 5 other
                        """).stream()
                        .filter(cell ->
                                "district".equals(cell.get("place_level")) && "none".equals(cell.get("breakdown"))))
                .extracting(cell -> cell.get("category") + " " + cell.get("numerator") + "/" + cell.get("denominator")
                        + " top " + cell.get("numerator_top1") + " " + cell.get("numerator_top2") + " of "
                        + cell.get("employers"))
                .containsExactly("a 40/65 top 30 10 of 4", "b 20/65 top 20 0 of 4", "c 0/65 top 0 0 of 4");
    }

    private List<Map<String, Object>> cells(Base.Rows rows, String indicator, String text) {
        return new CellRun(folder).of(rows, indicator, MARCH, 1, text);
    }

    private static List<String> shown(List<Map<String, Object>> cells, String scheme, String breakdown) {
        return cells.stream()
                .filter(cell -> scheme.equals(cell.get("place_scheme")) && breakdown.equals(cell.get("breakdown")))
                .map(cell -> "%s %s %s/%s %s..%s %s"
                        .formatted(
                                cell.get("place"),
                                cell.get("breakdown_value"),
                                cell.get("numerator"),
                                cell.get("denominator"),
                                times(cell, "lower"),
                                times(cell, "upper"),
                                cell.get("status")))
                .toList();
    }

    /** A bound as a number of persons. */
    private static long times(Map<String, Object> cell, String bound) {
        double share = Double.parseDouble(String.valueOf(cell.get(bound)));
        return Math.round(share * Long.parseLong(String.valueOf(cell.get("denominator"))));
    }
}
