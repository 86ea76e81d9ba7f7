package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.truth.TrueIndicator.About;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

class QuantileAndMeanTruthTest {

    private static final List<Period> MARCH =
            Period.endingWith(YearMonth.of(2025, 3)).subList(0, 1);

    /** A row of some employer, about one person. */
    private record Row(String employer, long amount) implements TrueRow {
        @Override
        public boolean isContributor() {
            return true;
        }
    }

    private static TrueFigure quantile(int percent, long known, LongStream amounts) {
        List<Row> rows = new ArrayList<>();
        amounts.forEach(amount -> rows.add(new Row("e" + rows.size(), amount)));
        TrueQuantile<Row> quantile = new TrueQuantile<>(
                About.of("days", "days", Counted.CASES),
                Set.of(),
                percent,
                row -> row.amount() < 0 ? OptionalLong.empty() : OptionalLong.of(row.amount()),
                row -> Optional.of(row.employer()),
                row -> 1,
                12);
        List<TrueFigure> figures = new ArrayList<>();
        new Figures(figures::add).add(quantile, Map.of(Cell.CITY, rows), MARCH, known);
        return figures.get(0);
    }

    private static String shown(TrueFigure figure) {
        return "%s of %s, %s, %s, %s employers"
                .formatted(
                        figure.value(),
                        figure.denominator(),
                        figure.status(),
                        figure.protectionReason(),
                        figure.employers());
    }

    @Test
    void theMedianIsTheFirstThatHalfDoNotExceed() {
        assertThat(shown(quantile(50, 12, LongStream.rangeClosed(1, 21))))
                .isEqualTo("11.0 of 21, ok, null, 21 employers");
        assertThat(shown(quantile(50, 12, LongStream.rangeClosed(-3, 22))))
                .isEqualTo("11.0 of 23, ok, null, 23 employers");
        assertThat(shown(quantile(90, 12, LongStream.rangeClosed(1, 200))))
                .isEqualTo("180.0 of 200, ok, null, 200 employers");
    }

    @Test
    void aQuantileBeyondWhichAreFewIsNotShown() {
        assertThat(shown(quantile(50, 12, LongStream.rangeClosed(1, 20))))
                .isEqualTo("10.0 of 20, ok, QUANTILE, 20 employers");
        assertThat(shown(quantile(90, 12, LongStream.rangeClosed(1, 99))))
                .isEqualTo("90.0 of 99, ok, QUANTILE, 99 employers");
        assertThat(shown(quantile(50, 12, LongStream.of(7, 7, 7, 7, 7, 7))))
                .isEqualTo("7.0 of 6, ok, QUANTILE, 6 employers");
        assertThat(shown(quantile(50, 12, LongStream.of(1, 2, 3, 4))))
                .isEqualTo("2.0 of 4, ok, MIN_PERSONS, 4 employers");
    }

    @Test
    void aQuantileOfNothingHasNoNumberAndNeitherHasOneOfAShortWindow() {
        assertThat(shown(quantile(50, 12, LongStream.of()))).isEqualTo("null of 0, no_denominator, null, 0 employers");
        assertThat(shown(quantile(50, 11, LongStream.rangeClosed(1, 50))))
                .isEqualTo("null of null, insufficient_history, null, null employers");
    }

    @Test
    void aMeanStockIsWholeAndItsPartsAreTaken() {
        TrueIndicator<Row> rate = TrueIndicator.<Row>rate("x", Counted.PERSONS, row -> 10, Row::amount, row -> 20)
                .unit("per_mille")
                .window(12)
                .overMeanOf(12);
        List<Row> rows = List.of(new Row("a", 1512), new Row("b", 876), new Row("c", 900));
        List<TrueFigure> figures = new ArrayList<>();
        new Figures(figures::add).add(rate, Map.of(Cell.CITY, rows), MARCH, 12);

        // 3,288 / 24 is 137; the largest parts are 63 and 37.5, 38 as a whole number: 101 of 137 are 73.7 percent.
        assertThat(shown(figures.get(0))).isEqualTo("218.97810218978103 of 137, ok, null, 3 employers");
    }

    @Test
    void aSensitiveTraitThatNobodyOrEverybodyHasIsNotShown() {
        assertThat(sensitive(20, 0)).isEqualTo("MIN_PERSONS");
        assertThat(sensitive(20, 19)).isEqualTo("MIN_PERSONS");
        assertThat(sensitive(9, 9)).isEqualTo("GROUP_DISCLOSURE");
        assertThat(sensitive(10, 10)).isNull();
        assertThat(sensitive(20, 10)).isNull();
    }

    /** Three employers of so many persons each. */
    private static @org.jspecify.annotations.Nullable String sensitive(long persons, long having) {
        TrueIndicator<Row> rate = TrueIndicator.<Row>rate(
                        "x", Counted.PERSONS, row -> having, row -> persons, row -> persons)
                .sensitive();
        List<Row> rows = List.of(new Row("a", 1), new Row("b", 1), new Row("c", 1));
        List<TrueFigure> figures = new ArrayList<>();
        new Figures(figures::add).add(rate, Map.of(Cell.CITY, rows), List.of(), MARCH);
        return figures.get(0).protectionReason();
    }
}
