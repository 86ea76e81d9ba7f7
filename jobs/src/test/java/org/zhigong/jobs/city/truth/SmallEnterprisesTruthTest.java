package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.OTHER_STREET;
import static org.zhigong.jobs.city.truth.Rows.STREET;
import static org.zhigong.jobs.city.truth.Rows.filed;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.listed;
import static org.zhigong.jobs.city.truth.Rows.own;
import static org.zhigong.jobs.city.truth.Rows.shared;
import static org.zhigong.jobs.city.truth.Rows.sized;
import static org.zhigong.jobs.city.truth.Rows.stated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallEnterprisesTruthTest {

    private static final String M = "2025-03";

    /** Three small enterprises in one street, one small and one medium in another. */
    private static HandMadeCity city() {
        return new HandMadeCity()
                .concentratedFrom(3)
                .deliver(
                        MARCH,
                        sized("a", STREET, 500),
                        sized("b", STREET, 500),
                        sized("c", STREET, 10),
                        sized("d", OTHER_STREET, 500),
                        sized("e", OTHER_STREET, 5_000),
                        headcount("a", MARCH, 20),
                        headcount("b", MARCH, 20),
                        headcount("c", MARCH, 3),
                        headcount("d", MARCH, 20),
                        headcount("e", MARCH, 200));
    }

    @Test
    void onlyStreetsWithEnoughSmallEnterprisesCount() {
        HandMadeCity city = city().deliver(
                        MARCH,
                        shared("area", "3", "110105", null),
                        listed("area", 1, "a"),
                        listed("area", 2, "d"),
                        own("own", "b"),
                        filed("area"),
                        filed("own"));

        assertThat(city.figures(MARCH).parts("small_micro_area_coverage", M)).isEqualTo("1/3");
    }

    @Test
    void unitsKnownByTotalsMayAllBeSmallOnesOrNone() {
        HandMadeCity city = city().deliver(MARCH, stated("area", "3", STREET, null, 2L, 10L), filed("area"));
        TrueFigure figure = city.figures(MARCH).city("small_micro_area_coverage", M);

        assertThat(figure.status()).isEqualTo("bounds");
        assertThat(figure.lower()).isEqualTo(0.0);
        assertThat(figure.upper()).isEqualTo(2.0 / 3);
    }

    @ParameterizedTest(name = "{0} with {1} staff, {2} and {3} ten thousand yuan: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "I6510, 300, 10000, -, large",
                "I6510, 299, 10000, -, medium",
                "I6510, 300, 9999, -, medium",
                "I6510, 9, 10000, -, micro",
                "I6510, 10, 50, -, small",
                "I6510, 10, -, -, -",
                "A01, 1, 20000, -, large",
                "C13, 1000, 40000, -, large",
                "D44, 20, 300, -, small",
                "E47, 5, 6000, 4999, small",
                "E47, 5, 6000, 5000, medium",
                "E47, 5, 6000, -, -",
                "F51, 5, 1000, -, small",
                "F52, 9, 1000, -, micro",
                "G59, 100, 1000, -, medium",
                "H61, 100, 2000, -, medium",
                "K7010, 1, 1000, 5000, medium",
                "K7020, 100, 500, -, small",
                "L71, 100, -, 8000, medium",
                "M73, 100, -, -, medium",
                "Q85, 9, -, -, micro",
                "J66, 100, 100000, 100000, -",
                "P83, 100, 100000, 100000, -",
                "Q84, 100, 100000, 100000, -",
                "S91, 100, 100000, 100000, -",
                "I, 100, 100000, 100000, -",
            })
    void theStatisticalRuleTellsTheSize(String industry, long staff, Long revenueWan, Long assetsWan, String size) {
        Long revenueFen = revenueWan == null ? null : revenueWan * 1_000_000;
        Long assetsFen = assetsWan == null ? null : assetsWan * 1_000_000;

        assertThat(SizeRules.sizeOf(industry, staff, revenueFen, assetsFen).orElse(null))
                .isEqualTo(size);
    }
}
