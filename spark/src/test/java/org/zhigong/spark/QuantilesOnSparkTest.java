package org.zhigong.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.marts.Base;
import org.zhigong.marts.Indicator;
import org.zhigong.marts.IndicatorExamples;
import org.zhigong.marts.Indicators;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

/** Quantiles and means of stocks, whose SQL differs most between engines, whichever indicators there are. */
@Tag("spark")
class QuantilesOnSparkTest {

    private static final String ROWS = """
                every_row: {district_code: '110105', unit_code: '110105', street_code: '110105001', industry: C, is_liable: true}
                rows: [%s]
            """;

    private static final String INDICATOR = """
            name: {zh: 名, en: Name}
            definition: {zh: 定义, en: Definition}
            base: marts.fund_base
            %s
            version: 1
            examples:
              - name: ten employers, and three of another industry
                arithmetic: payrolls of 10, 20 … 100 fen, and of 1, 1 and 7
            """;

    @TempDir
    private static Path folder;

    @Test
    void everyEngineTakesTheSameRowOfTen() throws IOException {
        quantile("median", "0.5", 50, 1, 40);
        quantile("ninth_decile", "0.9", 90, 7, 90);
        Files.writeString(indicators().resolve("mean.yaml"), INDICATOR.formatted("""
                        numerator: sum(received_fen)
                        denominator: {mean_of: sum(payroll_fen)}
                        unit: per_10k
                        kind: stock
                        window_months: 12
                        """) + rows() + """
                    expect:
                      - {numerator: 13, denominator: 23, value: 5652.173913043478, status: ok}
                """);
        Indicators all = Indicators.read(indicators(), Content.BASES);

        try (Engine engine = EngineProvider.named("spark").open(new EngineSettings(1, 1024, folder.resolve("spill")))) {
            for (Indicator indicator : all.all()) {
                Base base = Objects.requireNonNull(Content.BASES.get(new TableName("marts", "fund_base")));
                assertThat(new IndicatorExamples(engine, folder)
                                .differences(
                                        indicator, base, indicator.examples().get(0)))
                        .as(indicator.id())
                        .isEmpty();
            }
        }
    }

    private static void quantile(String id, String share, int ofTen, int ofThree, int ofAll) throws IOException {
        Files.writeString(
                indicators().resolve(id + ".yaml"),
                INDICATOR.formatted("""
                        aggregate: {percentile_disc: %s, of: payroll_fen}
                        unit: fen
                        kind: flow
                        breakdowns: [district, industry]
                        """.formatted(share)) + rows() + """
                    expect:
                      - {value: %d, denominator: 13, employers: 13, status: ok}
                      - {breakdown: industry, breakdown_value: C, value: %d, denominator: 10}
                      - {breakdown: industry, breakdown_value: F, value: %d, denominator: 3}
                """.formatted(ofAll, ofTen, ofThree));
    }

    /** The half stocks of all are 10 + 20 + … + 100 + 9 = 559, over 24 is 23.3. */
    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            rows.append("{employer_id: e%d, payroll_fen: %d, received_fen: 1}, ".formatted(i, 10 * i));
        }
        rows.append("{employer_id: f1, payroll_fen: 1, received_fen: 1, industry: F}, ");
        rows.append("{employer_id: f2, payroll_fen: 1, received_fen: 1, industry: F}, ");
        rows.append("{employer_id: f3, payroll_fen: 7, received_fen: 1, industry: F}");
        return ROWS.formatted(rows);
    }

    private static Path indicators() throws IOException {
        return Files.createDirectories(folder.resolve("indicators"));
    }
}
