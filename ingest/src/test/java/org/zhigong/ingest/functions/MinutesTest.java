package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesTest {

    /** 20,152 days and 14 hours 7 minutes after the first of January 1970. */
    private static final long FIVE_MARCH = 20_152L * 24 * 60 + 14 * 60 + 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-05 14:07",
                "2025-03-05 14:07:59",
                "2025-03-05T14:07:59.9",
                "2025-03-05T14:07+08:00",
                "2025/3/5 14:07",
                "2025年3月5日 14:07",
                " 2025-03-05  14：07",
            })
    void readsADayAndItsMinuteInManyForms(String text) {
        assertThat(Minutes.DAY.value(text)).isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(Minutes.SINCE_1970.value(text)).isEqualTo(FIVE_MARCH);
        assertThat(Minutes.DAY.issue(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-05, TIME_MISSING",
        "2025-03-05 下午, DATE_INVALID",
        "2025-03-05 24:00, TIME_IMPOSSIBLE",
        "2025-03-05 14:60, TIME_IMPOSSIBLE",
        "2025-02-30 14:07, DATE_IMPOSSIBLE",
        "14:07, DATE_INVALID",
        "25.3.5 14:07, DATE_2DIGIT_YEAR",
        "昨天, DATE_INVALID",
    })
    void saysWhyATextIsNoMinute(String text, String issue) {
        assertThat(Minutes.DAY.value(text)).isNull();
        assertThat(Minutes.SINCE_1970.value(text)).isNull();
        assertThat(Minutes.DAY.issue(text)).isEqualTo(issue);
    }

    @Test
    void aConventionForNoDateIsNoIssue() {
        assertThat(Minutes.DAY.value("1900-01-01 00:00")).isNull();
        assertThat(Minutes.DAY.issue("1900-01-01 00:00")).isNull();
        assertThat(Minutes.DAY.note("1900-01-01 00:00")).isEqualTo("DATE_SENTINEL");
    }
}
