package org.zhigong.jobs.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.transform.Label;

/** Numbers, periods and axes as people read them. */
class NumbersTest {

    private static final Numbers ZH = new Numbers(Language.ZH);
    private static final Numbers EN = new Numbers(Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate    | 0.50994       | 51.0%     | 51.0 %",
                "count   | 12345         | 12,345    | 12,345",
                "fen     | 572598883     | 572.6万元 | 5.73 million yuan",
                "fen     | 99900         | 999元     | 999 yuan",
                "ratio   | 4.0588        | 4.06      | 4.06",
                "per_10k | 15.13         | 15.1每万  | 15.1 per 10,000"
            })
    void standInTheirUnits(String unit, double value, String zh, String en) {
        Indicator indicator = indicator(unit);

        assertThat(ZH.value(value, indicator)).isEqualTo(zh);
        assertThat(EN.value(value, indicator)).isEqualTo(en);
    }

    @Test
    void changesOfSharesArePoints() {
        assertThat(ZH.change(-0.0123, indicator("rate"))).isEqualTo("−1.2个百分点");
        assertThat(EN.change(0.0123, indicator("rate"))).isEqualTo("+1.2 points");
        assertThat(EN.change(-3, indicator("count"))).isEqualTo("−3");
        assertThat(EN.isNone(0.0004, indicator("rate"))).isTrue();
        assertThat(EN.isNone(0.0006, indicator("rate"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01, 2025年1月, January 2025, 2024-12, 2024-01",
        "2025-Q1, 2025年一季度, Q1 2025, 2024-Q4, 2024-Q1",
        "2025, 2025年, 2025, 2024, 2024"
    })
    void periodsAreComparedWithThoseOfTheirLength(String period, String zh, String en, String before, String year) {
        assertThat(ZH.period(period)).isEqualTo(zh);
        assertThat(EN.period(period)).isEqualTo(en);
        assertThat(Span.before(period)).isEqualTo(before);
        assertThat(Span.yearBefore(period)).isEqualTo(year);
    }

    @Test
    void axesRunFromRoundNumbersInRoundSteps() {
        assertThat(Scale.around(0.49, 0.56).marks())
                .hasSizeBetween(3, 6)
                .first()
                .isEqualTo(0.48);
        assertThat(Scale.around(3, 97).least()).isZero();
        assertThat(Scale.around(3, 97).most()).isEqualTo(100);
        assertThat(Scale.around(5, 5).share(5)).isBetween(0.0, 1.0);
        assertThat(Scale.around(0, 0).share(0)).isBetween(0.0, 1.0);
        assertThat(Scale.around(-0.02, 0.03).marks()).anyMatch(mark -> Math.abs(mark) < 1e-9);
    }

    private static Indicator indicator(String unit) {
        Label words = switch (unit) {
            case "per_10k" -> new Label("每万", "per 10,000");
            default -> new Label(unit, unit);
        };
        return new Indicator("x", words, words, words, unit, words, "up", 1);
    }
}
