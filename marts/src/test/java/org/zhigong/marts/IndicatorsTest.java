package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.SetupException;

class IndicatorsTest {

    private static final String GOOD = """
            duty: 40
            name: {zh: 覆盖率, en: Coverage}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(case when is_bound then workers else 0 end)
            denominator: sum(workers)
            unit: rate
            kind: stock
            breakdowns: [district, industry]
            version: 1
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsThereAndFillsInTheRest() {
        Indicator indicator = read(GOOD).named("tried");

        assertThat(indicator.numerator()).isEqualTo("case when is_bound then workers else 0 end");
        assertThat(indicator.persons()).isEqualTo("workers");
        assertThat(indicator.label().zh()).isEqualTo("覆盖率");
        assertThat(indicator.counts()).isEqualTo(Indicator.Counts.PERSONS);
        assertThat(indicator.lagMonths()).isZero();
        assertThat(indicator.categories()).containsExactly("all");
        assertThat(indicator.target()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            duty: 40                       | dutty: 40                          | line 1: dutty: unknown key 'dutty': expected one of [duty, label, name, definition, source, base, numerator, denominator, persons, contributor, unit, counts, kind, lag_months, breakdowns, better, target, population, category, lower, upper, sensitive, version, examples]; did you mean duty?
            base: marts.employer_base      | base: marts.employer_bse           | line 4: base: unknown base 'marts.employer_bse': expected one of [marts.employer_base]; did you mean marts.employer_base?
            [district, industry]           | [district, industri]               | line 9: breakdowns[2]: unknown breakdown 'industri' of marts.employer_base: expected one of [district, street, unit, industry, size_class, sex]; did you mean industry?
            unit: rate                     | unit: percent                      | line 7: unit: unknown word 'percent': expected one of [rate, ratio, count]
            kind: stock                    | kind: stok                         | line 8: kind: unknown word 'stok': expected one of [stock, flow]; did you mean stock?
            sum(workers)                   | sum(worker)                        | line 6: denominator: unknown column or function 'worker' in 'worker'; did you mean workers?
            sum(workers)                   | avg(workers)                       | line 6: denominator: expected one sum(…) over the rows, found 'avg(workers)'; a ratio has its denominator apart
            sum(workers)                   | sum(workers) + sum(members)        | line 6: denominator: expected one sum(…) over the rows, found 'sum(workers) + sum(members)'; a ratio has its denominator apart
            sum(workers)                   | sum(workers / 2)                   | line 6: denominator: expected no division and no '::' (use cast), found 'workers / 2'
            denominator: sum(workers)      | better: up                         | line 1: missing key 'denominator': a rate has one
            unit: rate                     | unit: count                        | line 6: denominator: expected no denominator of a count
            version: 1                     | version: one                       | line 10: version: expected a whole number, found 'one'
            version: 1                     | lower: numerator                   | line 1: expected lower and upper for the same categories, found lower of [all] and upper of []
            duty: 40                       | target: {text: {zh: 目标, en: Up}}   | line 1: target: expected either a value or a direction
            """)
    void saysWhereAnIndicatorIsWrong(String good, String bad, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(SetupException.class)
                .hasMessage(folder.resolve("indicators/tried.yaml") + ", " + message);
    }

    @Test
    void saysWhichColumnsAnExampleMayGive() {
        assertThatThrownBy(() -> read(GOOD + """
                        examples:
                          - name: an example
                            arithmetic: none
                            rows: [{employer_id: e1, workerz: 5}]
                            expect: [{numerator: 5}]
                        """))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        folder.resolve("indicators/tried.yaml")
                                + ", line 14: examples[1].rows[1].workerz: unknown column of marts.employer_base; did you mean workers?");
    }

    @Test
    void suggestsTheIndicatorThatWasMeant() {
        assertThatThrownBy(() -> read(GOOD).named("tryed"))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "Unknown indicator 'tryed'; did you mean tried?; 'zhigong figures' without --indicator lists all 1");
    }

    @Test
    void namesTheMissingFolder() {
        assertThatThrownBy(() -> Indicators.read(folder.resolve("nowhere"), Bases.map(base())))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "Missing folder %s: expected one file for each indicator".formatted(folder.resolve("nowhere")));
    }

    @Test
    void everyIndicatorOfTheRepositoryStatesItsSourceAndItsChoicesInBothLanguages() {
        List<Indicator> all = Indicators.read(
                        Path.of("indicators"),
                        Base.among(Models.readLayer("marts", Path.of("models")).all()))
                .all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(33).allSatisfy(indicator -> {
            assertThat(indicator.source()).isNotEmpty();
            assertThat(indicator.definition().zh()).matches(".*\\p{IsHan}.*");
            assertThat(count(indicator.definition().zh()))
                    .isEqualTo(count(indicator.definition().en()));
        });
    }

    /** How many assumptions of our own a definition admits. */
    private static int count(String definition) {
        return definition.split("\\[A]", -1).length;
    }

    private Indicators read(String text) {
        return new CellRun(folder).indicators(base(), text);
    }

    private Base base() {
        return Bases.employers(folder, Base.Rows.ONE_PER_CONTRIBUTOR);
    }
}
