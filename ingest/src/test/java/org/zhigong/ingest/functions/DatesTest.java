package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-05,",
        "2024/1/5, DATE_FORMS",
        "2024-1-5, DATE_FORMS",
        "2024.01.05, DATE_FORMS",
        "20240105, DATE_FORMS",
        "2024年1月5日, DATE_FORMS",
        "2024年1月5号, DATE_FORMS",
        "2024 年 1 月 5 日, DATE_FORMS",
        "2024-01-05 00:00:00, DATE_FORMS",
        "2024/1/5 0:00, DATE_FORMS",
        "2024-1-5 0:00:00, DATE_FORMS",
        "2024-01-05T13:22:11.5, DATE_FORMS",
        "05-Jan-24, DATE_FORMS",
        "5-Jan-2024, DATE_FORMS",
        "二〇二四年一月五日, DATE_FORMS",
        "２０２４－０１－０５, DATE_FORMS",
        "45296, DATE_EXCEL_SERIAL",
        "45296.0, DATE_EXCEL_SERIAL",
    })
    void readsADayInEveryFormOfTheCatalogue(String text, String note) {
        assertThat(Dates.DAY.value(text)).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(Dates.DAY.issue(text)).isNull();
        assertThat(Dates.DAY.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "37894, 2003-09-30",
        "二〇二三年十二月三十一日, 2023-12-31",
        "二〇二三年十月二十日, 2023-10-20",
        "2024-02-29, 2024-02-29",
        "05-Jan-65, 1965-01-05",
    })
    void readsOtherDaysAsWell(String text, LocalDate day) {
        assertThat(Dates.DAY.value(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2024年1月, DATE_MONTH_ONLY",
        "202401, DATE_MONTH_ONLY",
        "2024.1, DATE_MONTH_ONLY",
        "2024-01, DATE_MONTH_ONLY",
        "24.1.5, DATE_2DIGIT_YEAR",
        "5/1/24, DATE_2DIGIT_YEAR",
        "24年1月5日, DATE_2DIGIT_YEAR",
        "240105, DATE_2DIGIT_YEAR",
        "2023-02-30, DATE_IMPOSSIBLE",
        "2023-02-29, DATE_IMPOSSIBLE",
        "20241301, DATE_IMPOSSIBLE",
        "0224-01-05, DATE_IMPOSSIBLE",
        "2204-01-05, DATE_IMPOSSIBLE",
        "03/04/2024, DATE_DMY_MDY",
        "25.12.2024, DATE_DMY_MDY",
        "2024-1/5, DATE_INVALID",
        "2024, DATE_INVALID",
        "长期, DATE_INVALID",
        "5-Foo-24, DATE_INVALID",
        "12345678901234567890, DATE_INVALID",
    })
    void saysWhyATextIsNoDay(String text, String issue) {
        assertThat(Dates.DAY.value(text)).isNull();
        assertThat(Dates.DAY.issue(text)).isEqualTo(issue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01",
                "1900/1/0",
                "0000-00-00",
                "1899-12-30",
                "1970-01-01",
                "9999-12-31",
                "99991231",
                "9999年12月31日",
                "0"
            })
    void takesConventionsForNoDate(String text) {
        assertThat(Dates.DAY.value(text)).isNull();
        assertThat(Dates.DAY.issue(text)).isNull();
        assertThat(Dates.DAY.note(text)).isEqualTo("DATE_SENTINEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年1月", "202401", "2024.1", "2024-01", "2024年01月份", "Jan-24", "二〇二四年一月"})
    void takesTheFirstDayOfAMonthWhereAMonthIsEnough(String text) {
        assertThat(Dates.DAY_OR_MONTH.value(text)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(Dates.DAY_OR_MONTH.issue(text)).isNull();
        assertThat(Dates.DAY_OR_MONTH.note(text)).isEqualTo("DATE_MONTH_FIRST");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11,",
        "202411, MONTH_FORMS",
        "2024/11, MONTH_FORMS",
        "2024.11, MONTH_FORMS",
        "2024年11月, MONTH_FORMS",
        "2024年11月份, MONTH_FORMS",
        "2024-11-30, MONTH_FORMS",
        "20241101, MONTH_FORMS",
        "二〇二四年十一月, MONTH_FORMS",
        "45597, MONTH_FORMS",
    })
    void readsAMonthInEveryForm(String text, String note) {
        assertThat(Months.MONTH.value(text)).isEqualTo("2024-11");
        assertThat(Months.MONTH.issue(text)).isNull();
        assertThat(Months.MONTH.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "202413, DATE_IMPOSSIBLE",
        "2024-13, DATE_IMPOSSIBLE",
        "24年11月, DATE_2DIGIT_YEAR",
        "24-11, DATE_2DIGIT_YEAR",
        "11月, MONTH_INVALID",
        "9999-12-31, MONTH_INVALID",
    })
    void saysWhyATextIsNoMonth(String text, String issue) {
        assertThat(Months.MONTH.value(text)).isNull();
        assertThat(Months.MONTH.issue(text)).isEqualTo(issue);
    }
}
