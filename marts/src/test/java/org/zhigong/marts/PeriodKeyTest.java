package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodKeyTest {

    @Test
    void listsEveryPeriodThatEndsWithinTheMonths() {
        assertThat(PeriodKey.ending(YearMonth.of(2024, 11), YearMonth.of(2025, 4)))
                .extracting(PeriodKey::toString)
                .containsExactly(
                        "2024-11", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2024-Q4", "2025-Q1", "2024");
    }

    @Test
    void isHalfOpen() {
        PeriodKey quarter = PeriodKey.of(PeriodKey.Type.QUARTER, YearMonth.of(2025, 12));

        assertThat(quarter).hasToString("2025-Q4");
        assertThat(quarter.from()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(quarter.to()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(quarter.asOf()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void refusesAQuarterThatStartsInFebruary() {
        assertThatThrownBy(() -> new PeriodKey(PeriodKey.Type.QUARTER, YearMonth.of(2025, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid period: no quarter starts in 2025-02");
    }
}
