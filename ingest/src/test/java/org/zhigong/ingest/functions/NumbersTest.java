package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0,",
        "1234, 1234,",
        "'1,234', 1234, NUM_TEXT",
        "1 234, 1234, NUM_TEXT",
        "1234人, 1234, NUM_TEXT",
        "12.3万, 123000, NUM_TEXT",
        "120家, 120, NUM_TEXT",
        "'3,400人', 3400, NUM_TEXT",
        "１２３４, 1234, NUM_TEXT",
        "1234.0, 1234, NUM_TEXT",
        "5年, 5, NUM_TEXT",
        "-0, 0, NUM_TEXT",
    })
    void readsCounts(String text, long count, String note) {
        assertThat(Counts.COUNT.value(text)).isEqualTo(count);
        assertThat(Counts.COUNT.issue(text)).isNull();
        assertThat(Counts.COUNT.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "约100, NUM_APPROX",
        "100余, NUM_APPROX",
        "100多人, NUM_APPROX",
        "100+, NUM_APPROX",
        "100-200, NUM_APPROX",
        "100~200人, NUM_APPROX",
        "100左右, NUM_APPROX",
        "-5, NEGATIVE_COUNT",
        "－5, NEGATIVE_COUNT",
        "−5, NEGATIVE_COUNT",
        "12.5, COUNT_INVALID",
        "13800001234, COUNT_INVALID",
        "'1,23', COUNT_INVALID",
        "1.2E+3, COUNT_INVALID",
        "一百, COUNT_INVALID",
        "100元, COUNT_INVALID",
        "99999999999999999999, COUNT_INVALID",
    })
    void saysWhyATextIsNoCount(String text, String issue) {
        assertThat(Counts.COUNT.value(text)).isNull();
        assertThat(Counts.COUNT.issue(text)).isEqualTo(issue);
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 123400,",
        "1234.5, 123450,",
        "1234.50, 123450,",
        "1234.500, 123450,",
        "-12.34, -1234,",
        "'1,234.50', 123450, NUM_TEXT",
        "１２３４, 123400, NUM_TEXT",
        "12.3万, 12300000, NUM_TEXT",
        "￥1234.50元, 123450, NUM_TEXT",
        "0.01, 1,",
        "92233720368547758.07, 9223372036854775807,",
    })
    void readsYuanAsFen(String text, long fen, String note) {
        assertThat(Money.YUAN.value(text)).isEqualTo(fen);
        assertThat(Money.YUAN.issue(text)).isNull();
        assertThat(Money.YUAN.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, MONEY_TOO_EXACT",
        "0.001, MONEY_TOO_EXACT",
        "约1万, NUM_APPROX",
        "1.2.3, MONEY_INVALID",
        "12美元, MONEY_INVALID",
        "1E5, MONEY_INVALID",
        "92233720368547758.08, MONEY_TOO_EXACT",
        "922337203685477580700, MONEY_INVALID",
    })
    void neverRoundsAnAmount(String text, String issue) {
        assertThat(Money.YUAN.value(text)).isNull();
        assertThat(Money.YUAN.issue(text)).isEqualTo(issue);
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1234000000",
        "0.000001, 1",
        "12.34, 12340000",
        "1234.5万元, 1234500000",
        "1.5亿元, 15000000000",
        "100元, 10000",
    })
    void letsAWrittenUnitCountBeforeTheColumns(String text, long fen) {
        assertThat(Money.WAN_YUAN.value(text)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({
        "300(万元人民币), 300000000, CNY",
        "10(万元), 10000000, CNY",
        "'1,100(万元人民币)', 1100000000, CNY",
        "'1,100(万元)', 1100000000, CNY",
        "'1,234,567(万元人民币)', 1234567000000, CNY",
        "50万人民币, 50000000, CNY",
        "50万元人民币, 50000000, CNY",
        "50万人民币元, 50000000, CNY",
        "50.25万人民币, 50250000, CNY",
        "14(万美元), , USD",
        "14(万元美元), , USD",
        "14万美元, , USD",
        "'1,400(万美元)', , USD",
        "14(万香港元), , HKD",
        "14万港元, , HKD",
        "14(万日元), , JPY",
        "'1,400(万元日元)', , JPY",
        "14(万德国马克), , DEM",
        "14(万欧元), , EUR",
        "14(万英镑), , GBP",
        "１００（万元人民币）, 100000000, CNY",
    })
    void readsCapitalInItsTwentySpellings(String text, Long fen, String currency) {
        assertThat(Capitals.CURRENCY.value(text)).isEqualTo(currency);
        assertThat(Capitals.CURRENCY.issue(text)).isNull();
        assertThat(Capitals.FEN.value(text)).isEqualTo(fen);
        assertThat(Capitals.FEN.issue(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"4(万)", "300", "万元", "若干", "0.00000001万元人民币"})
    void neverGuessesACurrencyOrAUnit(String text) {
        assertThat(Capitals.FEN.value(text)).isNull();
        assertThat(Capitals.FEN.issue(text)).isEqualTo("CAPITAL_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "涵盖企业: 120家 职工: 3,400人 | 120 | 3400",
                "涵盖企业：120家，职工：3,400人 | 120 | 3400",
                "覆盖单位12户 职工1.2万人 | 12 | 12000",
                "涵盖职工人数 85 人，企业 7 家 | 7 | 85"
            })
    void readsWhomAnAgreementCoversFromOneText(String text, long employers, long workers) {
        assertThat(Coverages.EMPLOYERS.value(text)).isEqualTo(employers);
        assertThat(Coverages.WORKERS.value(text)).isEqualTo(workers);
        assertThat(Coverages.EMPLOYERS.issue(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"全区企业及职工", "涵盖企业: 120家", "企业约120家 职工3400人", "企业120家 职工3400余人", "120 3400"})
    void guessesNothingOfACoverageThatIsNotStatedWhole(String text) {
        assertThat(Coverages.EMPLOYERS.value(text)).isNull();
        assertThat(Coverages.WORKERS.value(text)).isNull();
        assertThat(Coverages.WORKERS.issue(text)).isEqualTo("COVERAGE_INVALID");
    }
}
