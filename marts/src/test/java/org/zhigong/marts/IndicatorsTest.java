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
            duty: 40                       | dutty: 40                          | line 1: dutty: unknown key 'dutty': expected one of [duty, label, name, definition, source, base, numerator, denominator, aggregate, persons, persons_of, contributor, unit, counts, kind, window_months, lag_months, periods, breakdowns, better, target, population, category, lower, upper, sensitive, version, examples]; did you mean duty?
            base: marts.employer_base      | base: marts.employer_bse           | line 4: base: unknown base 'marts.employer_bse': expected one of [marts.employer_base]; did you mean marts.employer_base?
            [district, industry]           | [district, industri]               | line 9: breakdowns[2]: unknown breakdown 'industri' of marts.employer_base: expected one of [district, street, unit, industry, size_class, sex]; did you mean industry?
            unit: rate                     | unit: percent                      | line 7: unit: unknown word 'percent': expected one of [rate, ratio, per_mille, per_10k, count, fen, minutes, hours, days]
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

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: flow; window_months: 12                                  | window_months: expected kind stock: a window looks back from the last day of the period
            window_months: 1                                               | window_months: expected 2 or more months, found '1'
            denominator: {mean_of: sum(workers)}                           | denominator: expected window_months, or kind flow: a mean is that of several months
            denominator: {mean_of: workers}; kind: flow                    | denominator.mean_of: expected one sum(…) over the rows, found 'workers'; a ratio has its denominator apart
            denominator: {half_of: sum(workers)}; kind: flow               | denominator.half_of: unknown key 'half_of': expected one of [mean_of, opening, added]
            denominator: {opening: sum(workers)}; kind: flow               | denominator: missing key 'added', found [opening]
            denominator: {opening: sum(workers), added: sum(workers)}      | denominator: expected kind flow: what is there at the start is added to what comes in a period
            denominator: {mean_of: sum(workers)}; kind: flow; lower: numerator; upper: numerator | lower: expected no bounds beside the mean of a stock
            periods: []                                                    | periods: expected one or more of month, quarter and year, found a list
            periods: [decade]                                              | periods[1]: unknown word 'decade': expected one of [month, quarter, year]
            unit: per_10k; denominator:                                    | missing key 'denominator': a per_10k has one
            aggregate: {percentile_disc: 0.5, of: workers}                 | numerator: expected no 'numerator' beside 'aggregate': a quantile is of the rows
            aggregate: {percentile_disc: 0.5, of: workers}; numerator:     | denominator: expected no 'denominator' beside 'aggregate': a quantile is of the rows
            aggregate: {percentile_disc: 0.5, of: workers}; numerator:; denominator: | unit: expected the unit of what is ordered, as days or fen: a quantile is no rate
            aggregate: {percentile_disc: 1, of: workers}; numerator:; denominator:; unit: days   | aggregate.percentile_disc: expected a number above 0 and below 1, as 0.5: neither the least nor the greatest is ever stated, found '1'
            aggregate: {percentile_disc: half, of: workers}; numerator:; denominator:; unit: days | aggregate.percentile_disc: expected a number above 0 and below 1, as 0.5, found 'half'
            aggregate: {percentile_disc: 0.5, of: sum(workers)}; numerator:; denominator:; unit: days | aggregate.of: unknown column or function 'sum' in 'sum(workers)'
            """)
    void refusesWhatDoesNotGoTogether(String changes, String message) {
        assertThatThrownBy(() -> read(changed(changes)))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith(folder.resolve("indicators/tried.yaml") + ", line ")
                .hasMessageEndingWith(": " + message);
    }

    /** The good indicator with keys set or, where nothing follows the colon, taken away; a semicolon between them. */
    private static String changed(String changes) {
        String text = GOOD;
        for (String change : changes.split("; ", -1)) {
            String key = change.substring(0, change.indexOf(':'));
            text = text.replaceFirst("(?m)^" + key + ":.*\n", "");
            text += change.endsWith(":") ? "" : change + "\n";
        }
        return text;
    }

    @Test
    void aPublishedNationalSeriesHasYearsAlone() {
        Base nation =
                Bases.read(folder, "contributor: cast(null as string)\npersons: sum(0)\nnational_year: industry\n");

        assertThatThrownBy(() -> new CellRun(folder).indicators(nation, GOOD))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        folder.resolve("indicators/tried.yaml")
                                + ", line 9: breakdowns: expected no 'breakdowns' over a published national series: its rows are years");
        assertThatThrownBy(
                        () -> Bases.read(
                                folder,
                                "contributor: cast(null as string)\npersons: sum(0)\nnational_year: industry\nplaces: {geo: {}}\n"))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        folder.resolve("base.yaml")
                                + ", line 4: places: expected no 'places' beside 'national_year': such a base is of the nation alone");
    }

    @Test
    void readsAQuantileAMeanAndAWindow() {
        Indicator quantile = read(changed("aggregate: {percentile_disc: 0.9, of: workers}; numerator:; denominator:;"
                        + " unit: days; periods: [year, month]"))
                .named("tried");
        Indicator mean = read(changed("denominator: {mean_of: sum(workers)}; window_months: 12"))
                .named("tried");

        assertThat(quantile.numeratorText()).isEqualTo("percentile_disc(0.9) of workers");
        assertThat(quantile.periods()).containsExactly(PeriodKey.Type.MONTH, PeriodKey.Type.YEAR);
        assertThat(mean.denominator()).contains(new Indicator.Denominator("workers", true));
        assertThat(mean.windowMonths()).isEqualTo(12);
        assertThat(mean.personsOf()).isEqualTo(Indicator.PersonsOf.LAST_MONTH);
    }

    @Test
    void readsWhatWasThereAtTheStartOfAPeriod() {
        Indicator cleared = read(changed("denominator: {opening: sum(workers), added: sum(units)}; kind: flow"))
                .named("tried");

        assertThat(cleared.denominator().map(Indicator.Denominator::text)).contains("opening(workers) + units");
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
